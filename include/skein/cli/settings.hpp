// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What every verb takes from the command line, the environment or the configuration file, and how it is saved there.

#include <skein/cli/command_line.hpp>
#include <skein/cli/conninfo.hpp>
#include <skein/cli/exit_code.hpp>
#include <skein/run/lookup.hpp>
#include <skein/run/number.hpp>
#include <skein/run/options.hpp>

#include <CLI/CLI.hpp>
#include <fmt/ranges.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <istream>
#include <memory>
#include <string>
#include <vector>

namespace skein::driver {

struct settings {
  static constexpr const char* config_file = "skein.toml";

  std::string database{};            ///< empty: libpq's PG* variables
  std::string journal = run::options().journal.table;
  std::vector<std::string> search_path{};
  std::string colour = "auto";
  double lock_wait = 60;             ///< seconds
  double lock_timeout = 0;           ///< seconds; 0: the runner's own choice
  bool session_pooler = false;
  bool scratch = false;
  bool json = false;
  bool quiet = false;

  void declare(CLI::App& app) {
    app.add_option("-d,--database", database,
                   "URI, key=value pairs or name of the database; what they leave out comes from libpq's PG* variables")
        ->envname("DATABASE_URL")
        ->type_name("URL");
    app.add_flag("--scratch", scratch, "A throwaway server of its own instead, gone when the command ends")
        ->configurable(false);
    app.add_option("--journal", journal,
                   "Table that records what is applied; without a schema in the first of the search path")
        ->type_name("[SCHEMA.]TABLE")
        ->check(a_name)
        ->capture_default_str();
    app.add_option("--search-path", search_path, "Schemas in which names without one are looked up and created")
        ->type_name("SCHEMA,…")
        ->check(a_name)
        ->delimiter(',');
    app.add_option("--lock-wait", lock_wait, "How long to wait while someone else migrates")
        ->type_name("SECONDS")
        ->check(seconds)
        ->capture_default_str();
    app.add_option("--lock-timeout", lock_timeout,
                   "How long a statement may wait for a table before the revision is tried again")
        ->type_name("SECONDS")
        ->check(seconds);
    app.add_flag("--session-pooler", session_pooler, "The pooler in between pools sessions, not transactions");
    app.add_option("--color", colour, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->capture_default_str();
    app.add_flag("--json", json, "Results as JSON")->configurable(false);
    app.add_flag("-q,--quiet", quiet, "No progress")->configurable(false);
    const CLI::Option* config =
        app.set_config("--config", config_file, "Settings from a file; the default one if it is there");
    app.get_config_ptr()->type_name("FILE");
    app.config_formatter(std::make_shared<config_reader>(app, config));
  }

  /// For the runner, without progress and signals.
  run::options options() const {
    const auto milliseconds = [](double seconds) {
      return run::options::duration(static_cast<long long>(seconds * 1000));
    };
    run::options out;
    const std::size_t dot = journal.find('.');
    if (dot != journal.npos) out.journal.schema = journal.substr(0, dot);
    out.journal.table = dot == journal.npos ? journal : journal.substr(dot + 1);
    out.search_path = search_path;
    out.lock_wait = milliseconds(lock_wait);
    if (lock_timeout > 0) out.lock_timeout = milliseconds(lock_timeout);
    out.session_pooler = session_pooler;
    return out;
  }

  /// Writes what differs from the defaults, without passwords. Throws usage_error.
  void save(const std::string& path) const {
    std::string text = "# Written by init. A password belongs into PGPASSWORD or ~/.pgpass.\n";
    const settings defaults;
    if (!database.empty()) text += fmt::format("database={}\n", quoted(conninfo(database).without_secrets().text()));
    if (journal != defaults.journal) text += fmt::format("journal={}\n", quoted(journal));
    if (!search_path.empty())
      text += fmt::format("search-path={}\n", quoted(fmt::format("{}", fmt::join(search_path, ","))));
    if (lock_wait != defaults.lock_wait) text += fmt::format("lock-wait={}\n", lock_wait);
    if (lock_timeout != defaults.lock_timeout) text += fmt::format("lock-timeout={}\n", lock_timeout);
    if (session_pooler) text += "session-pooler=true\n";
    std::FILE* file = std::fopen(path.c_str(), "w");
    const bool written = file && std::fwrite(text.data(), 1, text.size(), file) == text.size();
    if (!file || std::fclose(file) != 0 || !written)
      throw usage_error(fmt::format("cannot write {}: {}", path, std::strerror(errno)));
  }

 private:
  /// A file that is named speaks before the environment; one that merely lies there, after it.
  class config_reader : public CLI::ConfigTOML {
   public:
    config_reader(const CLI::App& app, const CLI::Option* file) : app_(app), file_(file) {}
    /// Throws usage_error: a misspelt database, passed over, would be another one.
    std::vector<CLI::ConfigItem> from_config(std::istream& text) const override {
      std::vector<CLI::ConfigItem> out = CLI::ConfigTOML::from_config(text);
      std::vector<std::string> known;
      for (const CLI::Option* each : app_.get_options({}))
        if (each->get_configurable()) known.insert(known.end(), each->get_lnames().begin(), each->get_lnames().end());
      for (const CLI::ConfigItem& item : out)
        if (item.parents.empty() && std::find(known.begin(), known.end(), item.name) == known.end())
          throw usage_error("configuration file: " + no_such(item.name, "setting", known, "--help"));
      const char* url = std::getenv("DATABASE_URL");
      if (file_->count() == 0 && url && *url)
        std::erase_if(out, [](const CLI::ConfigItem& item) { return item.name == "database"; });
      return out;
    }

   private:
    const CLI::App& app_;
    const CLI::Option* file_;  // counted only where the command line has it, as long as the file is being read
  };

  // Each gives what is wrong with a word.
  static std::string a_name(const std::string& word) {
    const bool part_missing = word.empty() || word.front() == '.' || word.back() == '.';
    return part_missing ? "a name is missing" : "";
  }
  static std::string seconds(const std::string& word) {
    const double n = run::number<double>(word).value_or(-1);
    return n >= 0 && n <= 1e9 ? "" : fmt::format("{} is no number of seconds", run::typed(word));
  }

  static std::string quoted(const std::string& value) { return '"' + value + '"'; }
};

}  // namespace skein::driver
