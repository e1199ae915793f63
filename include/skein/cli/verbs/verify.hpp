// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `verify`: the whole history on a throwaway server, up, down and up again, with the catalogs compared each time.

#include <skein/cli/context.hpp>
#include <skein/render/summary.hpp>
#include <skein/run/catalog.hpp>

#include <algorithm>
#include <map>
#include <string>

namespace skein::driver {

struct verify_verb {
  static constexpr const char* name = "verify";
  static constexpr const char* purpose =
      "Run every revision up, down and up again on a throwaway server, comparing catalogs";

  void declare(CLI::App&) {}
  exit_code run(context& c) const {
    fault found;
    catalogs seen;
    const std::string first = c.scratch().url();
    const auto by_run = [](const render::migration& m) { return m.run_declared; };
    verify(c, first, render::taken(c.history(), [](const auto&) { return false; }), seen, found);
    if (found.lines.empty() && std::any_of(c.history().begin(), c.history().end(), by_run)) {
      run::session(first).run("CREATE DATABASE skein_runs");  // the other way, which leads to the same
      verify(c, conninfo(first).with("dbname", "skein_runs").text(), render::taken(c.history(), by_run), seen, found);
    }
    report(c, found);
    return found.lines.empty() && c.drift().empty() ? exit_code::done : exit_code::failed;
  }

 private:
  /// After each revision that replaces a run, what the run has to lead to as well.
  using catalogs = std::map<std::string, run::catalog>;
  /// The first revision whose SQL does not do what the history says; what follows it stands on the difference.
  struct fault {
    std::string id{};
    const char* after = "";
    std::vector<std::string> lines{};
  };

  static void verify(context& c, const std::string& url, const render::migrations& way, catalogs& seen, fault& found) {
    run::session database(url);
    run::options options = c.options();
    options.on_progress = {};
    run::runner runner(database, c.history(), options);
    const auto catalog = [&] { return run::catalog(database, options.journal_table()); };

    run::catalog before = catalog();
    for (const render::migration& m : way) {
      const std::string up = m.replaced_by.empty() ? "+1" : m.id;  // by its name into the run
      runner.upgrade(up);
      run::catalog after = catalog();
      if (m.reversible) {
        runner.downgrade("-1");
        found = {m.id, "up and down", difference(before, catalog())};
        if (!found.lines.empty()) return;
        runner.upgrade(up);
        found = {m.id, "up, down and up", difference(after, catalog())};
        if (!found.lines.empty()) return;
      }
      if (m.run_declared) seen[m.id] = after;
      else if (const auto by = seen.find(m.twin); by != seen.end()) {
        found = {m.id, "the run that it ends", difference(by->second, after)};
        if (!found.lines.empty()) return;
      }
      if (!c.given.quiet)
        c.err.line("{} {}  {}{}", c.err.in(colour::green, "ok"), m.id, m.message,
                   m.reversible ? "" : c.err.in(colour::dim, "  up only: it cannot be undone"));
      before = std::move(after);
    }
  }

  static void report(context& c, const fault& found) {
    if (c.given.json) {
      json out{{"revisions", c.history().size()}, {"fault", nullptr}, {"drift", drift_to_json(c)}};
      if (!found.lines.empty()) out["fault"] = {{"id", found.id}, {"after", found.after}, {"difference", found.lines}};
      c.out.line("{}", out.dump(2));
      return;
    }
    if (!c.drift().empty()) c.out.line("{}", c.drift());
    if (found.lines.empty()) {
      c.out.line("{} up, down and up again: every catalog is as it was", render::counted(c.history().size(), "revision"));
    } else {
      c.out.line("{}: after {} the catalogs differ", found.id, found.after);
      for (const std::string& line : found.lines) c.out.line("  {}", line);
    }
  }
};

}  // namespace skein::driver
