// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// `freeze`: what to write into revisions that are not to be edited any more.

#include <skein/cli/context.hpp>

namespace skein::driver {

struct freeze_verb {
  static constexpr const char* name = "freeze";
  static constexpr const char* purpose = "Print what pins each revision's definition, to be written among its steps";
  std::string target = "heads";

  void declare(CLI::App& verb) {
    verb.add_option("target", target, "The last one: head, heads, a revision or the beginning of one")
        ->capture_default_str();
  }
  exit_code run(context& c) const {
    const run::standing s = c.standing({target});
    const run::revision_set wanted = run::targets(s.revisions, s.known, s.revisions.nothing()).at(target);
    const auto is_wanted = [&](const render::migration& m) {
      const std::size_t i = s.revisions.find(m.replaced_by.empty() ? m.id : m.replaced_by);
      return i == run::graph::none || wanted[i];
    };
    json all = json::array();
    for (const render::migration& m : c.history()) {
      if (!is_wanted(m)) continue;
      if (c.given.json) all.push_back({{"id", m.id}, {"digest", m.digest}, {"frozen", m.frozen}});
      else c.out.line("{}  frozen<\"{}\">{}", m.id, m.digest, m.frozen ? ", it says so" : "");
    }
    if (c.given.json) c.out.line("{}", all.dump(2));
    return exit_code::done;
  }
};

}  // namespace skein::driver
