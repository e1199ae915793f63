// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is wrong with a revision that replaces a run of others.

#include <skein/check/sentence/down.hpp>

namespace skein::checks::sentences {

using enum fact;

constexpr void of_run(auto& w) {
  const model::step* x = model::replacing(*w.all[w.v.revision]);
  if (!x) return w.say({"its replaces<...> stands behind other steps or inside of one; write it as the first step"});
  if (w.v.what == fault::replaces_misplaced) return w.say({"it has replaces<...> twice; write one, as the first step"});
  w.b << "replaces " << *x->name << " to " << *x->to << ", ";
  switch (w.v.what) {
    case fault::run_incomplete:
      w.say({"but ", name, " is not in the chain"});
      return w.suggest("declare the whole run beside it, or once no database is inside of the run none of it");
    case fault::no_run:
      return w.say({"but the one does not lead to the other; name the first and the last revision of a run"});
    case fault::run_forks:
      return w.say({"which is no single line: ", other_revision,
                    " merges, branches off or stands beside it; replace what comes before that or after it"});
    case fault::runs_overlap:
      return w.say({"but ", other_revision, " of these replaces others or is replaced already; let every revision be in one run"});
    case fault::run_begins_elsewhere:
      return w.say({"but does not revise what ", other_revision, " revises; write the same parents"});
    case fault::run_not_repeated:
      w.say({"but not what step "});
      w.b.number(w.v.number);
      return w.say({" of ", other_revision, " does to rows or by raw SQL; repeat that step as it is written there, or add without_data<...> to replaces with "
                    "the reason why nothing is lacking without it"});
    default:
      w.say({"but does not lead to the same: "});
      of_remainder(w);
  }
}

}  // namespace skein::checks::sentences
