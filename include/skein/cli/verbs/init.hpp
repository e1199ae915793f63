// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `init`: everything that has to be there before the first upgrade.

#include <skein/cli/context.hpp>

namespace skein::driver {

struct init_verb {
  static constexpr const char* name = "init";
  static constexpr const char* purpose = "Create the database if it is absent, and the journal; check the connection";
  bool save = false;

  void declare(CLI::App& verb) {
    verb.add_flag("--save", save, "Write the settings to the configuration file, without passwords")
        ->configurable(false);
  }
  exit_code run(context& c) {
    const bool created = !c.given.scratch && create_if_absent(c.address());
    run::session& database = c.database();
    require_server(database, c.history());
    const run::options options = c.options();
    const render::journal journal(options.journal_table());
    {
      const run::migration_lock lock(database, journal.table(), options);
      run::create_journal(database, journal);
    }
    if (save) c.given.save(c.config_file);
    const json result{{"database", database.database()}, {"user", database.user()},
                      {"server_version", database.server_version()}, {"created", created},
                      {"journal", journal.table()}, {"saved", save ? json(c.config_file) : json()}};
    if (c.given.json) {
      c.out.line("{}", result.dump(2));
      return exit_code::done;
    }
    c.out.line("database {} {}, as {}, on PostgreSQL {}", database.database(), created ? "created" : "is there",
               database.user(), run::version_text(database.server_version()));
    c.out.line("journal  {}", journal.table());
    if (save) c.out.line("settings {}", c.config_file);
    return exit_code::done;
  }

 private:
  /// A refused connection does not say why in a form that programs read; the server's other databases do.
  static bool create_if_absent(const conninfo& address) {
    try {
      run::session(address.text());
      return false;
    } catch (const run::connection_lost&) {
      const std::string wanted = address.database();
      if (wanted == "postgres" || !absent(address, wanted)) throw;
      run::session(address.with("dbname", "postgres").text()).run("CREATE DATABASE " + render::identifier(wanted));
      return true;
    }
  }
  static bool absent(const conninfo& address, const std::string& wanted) try {
    run::session other(address.with("dbname", "postgres").text());
    return other.query("SELECT FROM pg_database WHERE datname = $1", {wanted}).empty();
  } catch (const run::connection_lost&) {
    return false;
  }
};

}  // namespace skein::driver
