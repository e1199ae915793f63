// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The schema in which some of a history's revisions end.

#include <skein/check/replay.hpp>
#include <skein/render/order.hpp>

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace skein::render {

/// The state lives as long as this object, which holds what its definitions are made of.
class state_at {
 public:
  /// Runs those revisions for whose identifier `runs` is true; of a run that is replaced also where it is true for who
  /// replaces it. Throws std::logic_error where the revisions do not fit together, which verify<> says of a whole history.
  state_at(const model::history_def& history, auto&& runs) {
    const links of(history);
    std::vector<bool> wanted(history.size);
    for (model::u32 i = 0; i < history.size; ++i) {
      const bool is = runs(view(*history[i]->id));
      if (const std::vector<model::u32>* run = of.run(i))
        for (const model::u32 k : *run) wanted[k] = wanted[k] || is;
      else wanted[i] = wanted[i] || is;
    }
    for (const model::u32 i : in_order(history, of)) {
      if (!wanted[i]) continue;
      replay_.up(*history[i]);
      if (replay_.state.v) throw std::logic_error("skein: revisions that do not fit together have no state");
    }
  }

  const checks::live_state& operator*() const { return replay_.state; }

 private:
  checks::replay replay_;
};

}  // namespace skein::render
