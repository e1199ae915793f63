// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A database for one test of the runner, watched from outside.

#include <skein/run/runner.hpp>

#include "histories.hpp"
#include "support/catch.hpp"
#include "support/server.hpp"

#include <string>
#include <vector>

namespace skein::test {

/// Apart from the database of unit/render/database.hpp, which stands in the same program.
inline namespace of_runner {

struct database {
  std::string url = fresh_database();
  run::session session{url};   ///< what the runner uses
  run::session observer{url};  ///< what the test uses

  run::runner runner(const render::migrations& history, run::options with = {}) {
    return {session, history, std::move(with)};
  }

  /// A query's rows, columns by `|`, rows by a space.
  std::string ask(const std::string& sql) {
    const run::rows r = observer.run(sql);
    std::string out;
    for (std::size_t i = 0; i < r.size(); ++i)
      for (std::size_t c = 0; c < r.columns(); ++c) out += (c > 0 ? "|" : i > 0 ? " " : "") + r.text(i, c);
    return out;
  }
  std::string journal() { return ask("SELECT id FROM skein_journal ORDER BY id"); }
  std::string tables() {
    return ask(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> "
        "'skein_journal' ORDER BY relname");
  }
  std::string locks() {
    return ask(
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE "
        "datname = current_database())");
  }
};

}  // namespace of_runner

inline std::vector<std::string> done(const run::report& r) {
  std::vector<std::string> out;
  for (const auto& each : r.done) out.push_back((each.towards == run::direction::up ? "+" : "-") + each.id);
  return out;
}

}  // namespace skein::test
