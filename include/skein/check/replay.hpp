// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A history run at run time, revision by revision: the state, and every derived down.

#include <skein/check/invert/invert.hpp>
#include <skein/check/invert/restore.hpp>

namespace skein::checks {

/// A revision's steps, those of groups one by one, as they are carried out in the state before each.
struct carried_revision {
  std::vector<const step*> up;
  std::vector<const step*> down;  ///< as it is written, or what undoes `up`; empty where a step is irreversible
};

/// Requires a history that `verify` accepts, and its revisions in an order in which each comes after its parents.
class replay {
 public:
  /// Runs the revision up. The steps live as long as this object.
  carried_revision up(const revision_def& r) {
    state.lenient = true;
    state.transactional = false;
    bool ok = true;
    inverter there(state, arena_);
    carried_revision out{{}, there.run(r.up, ok)};
    out.up = there.ran();
    if (r.explicit_down) out.down = written(r.down);
    return out;
  }

  live_state state{};

 private:
  std::vector<const step*> written(const model::list<const step*>& down) {
    std::vector<const step*> out;
    bool needs_state = false;
    for (const step* x : down)
      each_leaf(*x, [&](const step& one) { out.push_back(&one), needs_state |= depends_on_state(one); });
    if (!needs_state || state.v) return out;
    live_state here = state;
    bool ok = true;
    inverter back(here, arena_);
    back.run(down, ok);
    return back.ran();
  }

  arena arena_;
};

}  // namespace skein::checks
