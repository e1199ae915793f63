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
  static bool create_if_absent(const conninfo& address) {
    try {
      run::session(address.text());
      return false;
    } catch (const run::connection_lost&) {
      const std::string wanted = address.database();
      if (!is_absent(address)) throw;
      run::session other(address.with("dbname", "postgres").text());
      try {
        other.run("CREATE DATABASE " + render::identifier(wanted));
      } catch (const run::sql_error& refused) {
        throw std::runtime_error(fmt::format("the database {} cannot be created: {}; have it created, or grant this user CREATEDB",
                                             wanted, refused.message));
      }
      return true;
    }
  }
};

}  // namespace skein::driver
