// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `upgrade`, `downgrade`, `redo`: what changes the database.

#include <skein/cli/context.hpp>
#include <skein/run/number.hpp>

namespace skein::driver {

struct upgrade_verb {
  static constexpr const char* name = "upgrade";
  static constexpr const char* purpose = "Apply revisions, up to a target";
  std::string target = "head";

  void declare(CLI::App& verb) {
    verb.add_option("target", target, "head, heads, +n, branch, a revision or the beginning of one")
        ->capture_default_str();
  }
  exit_code run(context& c) const {
    c.show(c.runner().upgrade(target));
    return exit_code::done;
  }
};

struct downgrade_verb {
  static constexpr const char* name = "downgrade";
  static constexpr const char* purpose = "Take revisions back, down to a target";
  std::string target;

  void declare(CLI::App& verb) {
    verb.add_option("target", target, "base, -n, branch, a revision or the beginning of one")->required();
  }
  exit_code run(context& c) const {
    c.show(c.runner().downgrade(target));
    return exit_code::done;
  }
};

/// CLI11 takes `-2` for a very large number.
inline std::string a_count(const std::string& word) {
  return run::number<std::size_t>(word).value_or(0) > 0 ? "" : fmt::format("{} is no number of revisions", run::typed(word));
}

struct redo_verb {
  static constexpr const char* name = "redo";
  static constexpr const char* purpose = "Take the last revisions back and apply them again";
  std::size_t revisions = 1;

  void declare(CLI::App& verb) {
    verb.add_option("n", revisions, "How many")->check(a_count)->capture_default_str();
  }
  exit_code run(context& c) const {
    c.show(c.runner().redo(revisions));
    return exit_code::done;
  }
};

}  // namespace skein::driver
