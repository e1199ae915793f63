// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `verify`: the whole history on a throwaway server, up, down and up again, with the catalogs compared each time.

#include <skein/cli/context.hpp>
#include <skein/render/summary.hpp>
#include <skein/run/catalog.hpp>

namespace skein::driver {

struct verify_verb {
  static constexpr const char* name = "verify";
  static constexpr const char* purpose =
      "Run every revision up, down and up again on a throwaway server, comparing catalogs";

  void declare(CLI::App&) {}
  exit_code run(context& c) const {
    run::session database(c.scratch().url());
    run::options options = c.options();
    options.on_progress = {};
    run::runner runner(database, c.history(), options);
    const auto catalog = [&] { return run::catalog(database, options.journal_table()); };

    fault found;
    run::catalog before = catalog();
    for (const render::migration& m : c.history()) {
      runner.upgrade("+1");
      run::catalog after = catalog();
      if (m.reversible) {
        runner.downgrade("-1");
        found = {m.id, "up and down", difference(before, catalog())};
        if (!found.lines.empty()) break;
        runner.upgrade("+1");
        found = {m.id, "up, down and up", difference(after, catalog())};
        if (!found.lines.empty()) break;
      }
      if (!c.given.quiet)
        c.err.line("{} {}  {}{}", c.err.in(colour::green, "ok"), m.id, m.message,
                   m.reversible ? "" : c.err.in(colour::dim, "  up only: it cannot be undone"));
      before = std::move(after);
    }
    report(c, found);
    return found.lines.empty() && c.drift.empty() ? exit_code::done : exit_code::failed;
  }

 private:
  /// The first revision whose SQL does not do what the history says; what follows it stands on the difference.
  struct fault {
    std::string id{};
    const char* after = "";
    std::vector<std::string> lines{};
  };

  static void report(context& c, const fault& found) {
    if (c.given.json) {
      json out{{"revisions", c.history().size()}, {"fault", nullptr}, {"drift", drift_to_json(c)}};
      if (!found.lines.empty()) out["fault"] = {{"id", found.id}, {"after", found.after}, {"difference", found.lines}};
      c.out.line("{}", out.dump(2));
      return;
    }
    if (!c.drift.empty()) c.out.line("{}", c.drift);
    if (found.lines.empty()) {
      c.out.line("{} up, down and up again: every catalog is as it was", render::counted(c.history().size(), "revision"));
    } else {
      c.out.line("{}: after {} the catalogs differ", found.id, found.after);
      for (const std::string& line : found.lines) c.out.line("  {}", line);
    }
  }
};

}  // namespace skein::driver
