// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `merge`: the revision that brings branches together, written. No database is asked.

#include <skein/cli/written_revision.hpp>

namespace skein::driver {

struct merge_verb {
  static constexpr const char* name = "merge";
  static constexpr const char* purpose = "Write the C++ of the revision that merges the heads";
  std::string message = "merge";

  void declare(CLI::App& verb) {
    verb.add_option("-m,--message", message, "What it brings together, in a few words")->capture_default_str();
  }
  exit_code run(context& c) const {
    const std::vector<std::string> heads = heads_of(c.standing());
    if (heads.size() < 2) throw usage_error("the history has one head; there is nothing to merge");
    print(c, heads, message, {{}});
    return exit_code::done;
  }
};

}  // namespace skein::driver
