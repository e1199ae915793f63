// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `status` and `current`: where the database is.

#include <skein/cli/context.hpp>

namespace skein::driver {

struct status_verb {
  static constexpr const char* name = "status";
  static constexpr const char* purpose = "Compare the database with the history; exit code 3 unless it is at head";

  void declare(CLI::App&) {}
  exit_code run(context& c) const {
    const run::status status = c.runner().status();
    if (c.given.json) {
      json out = to_json(status);
      out["drift"] = drift_to_json(c);
      c.out.line("{}", out.dump(2));
    } else {
      c.out.line("{}", c.out.in(status.at_head() ? colour::green : colour::yellow, status.sentence()));
      if (!c.drift().empty()) c.out.line("{}", c.out.in(colour::yellow, c.drift()));
    }
    return status.at_head() ? exit_code::done : exit_code::not_at_head;
  }
};

struct current_verb {
  static constexpr const char* name = "current";
  static constexpr const char* purpose = "Print the revision that the database is at; several where branches are open";

  void declare(CLI::App&) {}
  exit_code run(context& c) const {
    const run::status status = c.runner().status();
    json rows = json::array();
    for (const run::journal_row& row : status.current_rows) rows.push_back(to_json(row));
    if (c.given.json) {
      c.out.line("{}", rows.dump(2));
      return exit_code::done;
    }
    if (rows.empty()) c.err.line("{}", run::at({}));
    for (const json& row : rows)
      c.out.line("{}  {}", row["id"].get<std::string>(), row["description"].get<std::string>());
    return exit_code::done;
  }
};

}  // namespace skein::driver
