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
    const run::graph graph = c.graph();
    const run::revision_set wanted = run::targets(graph, graph.size(), graph.nothing()).at(target);
    json all = json::array();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const render::migration& m = c.history()[i];
      if (!wanted[i]) continue;
      if (c.given.json) all.push_back({{"id", m.id}, {"digest", m.digest}, {"frozen", m.frozen}});
      else c.out.line("{}  frozen<\"{}\">{}", m.id, m.digest, m.frozen ? ", it says so" : "");
    }
    if (c.given.json) c.out.line("{}", all.dump(2));
    return exit_code::done;
  }
};

}  // namespace skein::driver
