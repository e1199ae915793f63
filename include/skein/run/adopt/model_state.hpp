// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The state that the revisions written so far lead to, as the compiler will see it.

#include <skein/check/diff/diff.hpp>
#include <skein/check/feature.hpp>
#include <skein/check/invert/invert.hpp>
#include <skein/check/invert/restore.hpp>

#include <utility>
#include <vector>

namespace skein::run::adoption {

using step_list = std::vector<const model::step*>;

class model_state {
 public:
  model_state() { now_.server = model::oldest_server; }

  /// Whether the steps are a revision that compiles, or the next ones of it. The oldest server becomes one that can do
  /// all of it. Otherwise `fault` says why not, and nothing is changed.
  bool take(const step_list& steps, bool explicit_down = false) {
    checks::live_state after = now_;
    for (;;) {
      if (run(after, steps, explicit_down)) {
        now_ = std::move(after);
        return true;
      }
      const checks::verdict v = after.v;
      after = now_;
      if (v.what != checks::fault::server_lacks) return fault = v, false;
      now_.server = after.server = checks::features[static_cast<model::u32>(v.needs)].version;
    }
  }
  /// The steps as they are carried out, and what undoes them, from the state before them.
  struct both_ways {
    step_list up{}, down{};
  };
  both_ways carried_out(const step_list& steps, checks::arena& in) const {
    checks::live_state here = now_;
    here.lenient = true;
    here.transactional = false;
    bool ok = true;
    checks::inverter along(here, in);
    step_list down = along.run({steps.data(), static_cast<model::u32>(steps.size())}, ok);
    return {along.ran(), ok ? std::move(down) : step_list{}};
  }

  /// Whether the steps of a way down bring the state back: those up lead from `before` to the state as it is.
  bool restores(const checks::live_state& before, const step_list& down, checks::arena& in) const {
    checks::live_state here = now_;
    here.v = {};
    here.lenient = here.down = true;
    here.explicit_down = true;
    for (const model::step* x : down)
      if (!checks::advance(here, *x)) return false;
    if (!checks::end_of_revision(here)) return false;
    const checks::difference_of_states left = checks::diff(here, before, in);
    return left.complete && left.steps.empty();
  }

  const checks::live_state& operator*() const { return now_; }
  model::u32 server() const { return now_.server; }
  checks::verdict fault{};

 private:
  static bool run(checks::live_state& state, const step_list& steps, bool explicit_down) {
    using model::op;
    state.v = {};
    state.acknowledged = model::loss::none;
    state.transactional = true;
    state.breaks_bodies = false;
    state.lenient = false;
    state.explicit_down = explicit_down;
    checks::begin_revision(state);
    for (const model::step* x : steps) {
      if (x->what == op::acknowledge) state.acknowledged = x->acknowledged;
      if (x->what == op::outside_transaction) state.transactional = false;
      if (x->what == op::breaks_bodies) state.breaks_bodies = true;
    }
    state.step = 0;
    for (const model::step* x : steps) {
      if (!checks::advance(state, *x)) return false;
      ++state.step;
    }
    return checks::end_of_revision(state);
  }

  checks::live_state now_{};
};

}  // namespace skein::run::adoption
