// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `sync`: adds to a live database what the models have and it lacks. For teams without a history.

#include <skein/cli/context.hpp>
#include <skein/run/sync.hpp>

namespace skein::driver {

struct sync_verb {
  static constexpr const char* name = "sync";
  static constexpr const char* purpose = "Add to the database what the models have and it lacks; nothing is dropped or changed";
  bool strict = false;
  bool dry = false;

  void declare(CLI::App& verb) {
    verb.add_flag("--strict", strict, "Refuse a NOT NULL column without a default where there are rows; else it becomes nullable");
    verb.add_flag("--dry-run", dry, "Say what would be added, and add nothing");
  }
  exit_code run(context& c) const {
    if (c.models().size == 0) throw usage_error("this driver is compiled without models; sync has nothing to go by");
    run::sync_options options{c.options()};
    options.strict = strict;
    options.dry = dry;
    const run::sync_report report = run::sync(c.database(), c.models(), c.definition().server, options);
    c.show(report, [&](const run::sync_report& r) { print(c, r); });
    return report.complete() ? exit_code::done : exit_code::failed;
  }

 private:
  using state = run::sync_change::state;

  static void print(context& c, const run::sync_report& r) {
    c.out.line("database {} on PostgreSQL {}, as {}: {}, the models have {}", r.database,
               run::version_text(r.server_version), r.user, render::counted(r.tables, "table"), r.expected);
    const std::string* about = nullptr;
    for (const run::sync_change& x : r.changes) {
      if (!about || *about != x.table) c.out.line("  {}", c.out.in(colour::bold, x.table));
      about = &x.table;
      c.out.line("    {} {}", mark(c, x.is), x.what);
      if (!x.note.empty()) c.out.line("      {}", c.out.in(colour::yellow, x.note));
      if (!x.error.empty()) c.out.line("      {}", c.out.in(colour::red, x.error));
    }
    for (const std::string& sentence : r.without_sense) c.out.line("  {} {}", mark(c, state::refused), sentence);
    list(c, "left as it is:", r.left, [](const run::leftover& x) { return x.why.empty() ? x.what : x.what + " " + x.why; });
    list(c, "not understood, and left as it is:", r.not_read,
         [](const run::unrepresented& x) { return fmt::format("{} {}: {}", x.kind, x.name, x.why); });
    c.out.line("{}", summary(r));
  }
  template <class T, class Text>
  static void list(context& c, const char* heading, const std::vector<T>& all, Text text) {
    if (all.empty()) return;
    c.out.line("{}", heading);
    for (const T& each : all) c.out.line("  {}", text(each));
  }
  static std::string mark(const context& c, state is) {
    switch (is) {
      case state::added: return c.out.in(colour::green, "✓");
      case state::planned: return c.out.in(colour::dim, "+");
      default: return c.out.in(colour::red, "✗");
    }
  }
  static std::string summary(const run::sync_report& r) {
    const std::size_t bad = r.changes.size() - r.count(state::added) - r.count(state::planned) + r.without_sense.size();
    if (r.changes.empty() && !bad) return "nothing is missing";
    std::string out = r.count(state::planned) ? fmt::format("{} to be added", r.count(state::planned))
                                              : fmt::format("{} added", r.count(state::added));
    if (bad) out += fmt::format(", {} not; run it again when what is said is mended", bad);
    return out;
  }
};

}  // namespace skein::driver
