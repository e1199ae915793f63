// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a verb has at hand: the history, the settings, the database once it asks for it, and where to write.

#include <skein/cli/json.hpp>
#include <skein/cli/progress.hpp>
#include <skein/cli/settings.hpp>
#include <skein/program.hpp>
#include <skein/run/runner.hpp>
#include <skein/run/scratch.hpp>
#include <skein/run/server_objects.hpp>
#include <skein/run/signals.hpp>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

namespace skein::driver {

/// Whether the server has no such database. A refused connection does not say why in a form that programs read; the server's
/// other databases do.
inline bool is_absent(const conninfo& address) try {
  const std::string wanted = address.database();
  if (wanted == "postgres") return false;
  run::session other(address.with("dbname", "postgres").text());
  return other.query("SELECT FROM pg_database WHERE datname = $1", {wanted}).empty();
} catch (const run::error&) {
  return false;
}

class context {
 public:
  /// `rendered` renders the program's history at its first call; more than one thread may call it.
  context(const program& of, std::function<const render::migrations&()> rendered) : program_(of), rendered_(std::move(rendered)) {}

  settings given;
  terminal out{stdout};
  terminal err{stderr};
  std::string config_file = settings::config_file;

  /// After the command line is read.
  void settle() {
    if (given.colour != "auto")
      for (terminal* t : {&out, &err}) t->colours(given.colour == "always");
  }

  const render::migrations& history() const { return rendered_(); }
  const model::history_def& definition() const { return program_.history; }
  const model::models_def& models() const { return program_.models; }
  std::string_view drift() const { return program_.drift; }

  /// Connects at the first call; a scratch server's database is at nothing. A long history is rendered while the server
  /// makes a process for the session. Throws run::connection_lost.
  run::session& database() {
    if (session_) return *session_;
    const std::string where = given.scratch ? scratch().url() : address().text();
    const auto meanwhile = std::async(std::launch::async, [this] { history(); });
    return session_.emplace(where);
  }
  bool connected() const { return session_.has_value(); }
  conninfo address() const { return conninfo(given.database); }
  /// With the roles that the history names.
  run::scratch& scratch() {
    if (!scratch_) {
      scratch_ = std::make_unique<run::scratch>();
      create_objects(*scratch_, run::server_objects::of(definition()));
    }
    return *scratch_;
  }

  run::options options() {
    run::options out = given.options();
    if (!given.quiet) out.on_progress = progress_lines(err);
    if (!signals_) signals_ = std::make_unique<run::stop_on_signals>();
    out.stop = signals_->token();
    return out;
  }
  run::runner runner() { return {database(), history(), options()}; }
  /// Null if the program does not know it.
  const render::migration* find(std::string_view id) const {
    const auto found = std::find_if(history().begin(), history().end(), [&](const auto& m) { return m.id == id; });
    return found == history().end() ? nullptr : &*found;
  }
  /// Of a database that has nothing yet and is to go where targets lead.
  run::standing standing(const std::vector<std::string>& targets = {}) const { return run::compare(history(), {}, targets); }

  /// Whether a person is there to be asked: questions and answers go through a terminal, and no program reads the result.
  bool asks() const { return !given.json && !given.quiet && err.interactive() && ::isatty(STDIN_FILENO); }
  /// What is answered, up to Enter or the end of stdin.
  std::string ask(std::string_view question) {
    err.write(question);
    std::string answer;
    int byte = 0;
    while ((byte = std::getchar()) != EOF && byte != '\n') answer += static_cast<char>(byte);
    if (byte == EOF) err.write("\n");  // nobody pressed Enter
    return answer;
  }
  bool says_yes(std::string_view question) {
    const std::string answer = ask(fmt::format("{} [y/N] ", question));
    return answer == "y" || answer == "Y" || answer == "yes";
  }

  /// A result: as JSON if that is asked for, otherwise as `text` has it.
  template <class T, class Text>
  void show(const T& value, Text text) {
    if (given.json) out.line("{}", to_json(value).dump(2));
    else text(value);
  }
  void show(const run::report& report) {
    show(report, [&](const run::report& r) { out.line("{}; {}", r.summary(), run::at(r.current)); });
  }

 private:
  const program& program_;
  std::function<const render::migrations&()> rendered_;
  std::unique_ptr<run::scratch> scratch_;
  std::optional<run::session> session_;
  std::unique_ptr<run::stop_on_signals> signals_;
};

inline json drift_to_json(const context& c) { return c.drift().empty() ? json() : json(c.drift()); }

}  // namespace skein::driver
