// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `stamp`: says what a database has, without running it.

#include <skein/cli/context.hpp>

namespace skein::driver {

struct stamp_verb {
  static constexpr const char* name = "stamp";
  static constexpr const char* purpose = "Record that the database is at a target, without running anything";
  std::string target;

  void declare(CLI::App& verb) {
    verb.add_option("target", target, "head, heads, base, a revision or the beginning of one")->required();
  }
  exit_code run(context& c) const {
    const run::report report = c.runner().stamp(target);
    c.show(report, [&](const run::report& r) {
      for (const run::revision_result& one : r.done)
        c.out.line("{} {}", one.towards == run::direction::up ? "recorded " : "forgotten", one.id);
      c.out.line("{}", run::at(r.current));
    });
    return exit_code::done;
  }
};

}  // namespace skein::driver
