// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A written down must restore the state: up, down, compare what the two touch, up again. Compared by digests of full
/// definitions; the order of columns is apart, since PostgreSQL adds columns last.

#include <skein/check/apply.hpp>
#include <skein/check/compare/digests.hpp>
#include <skein/check/graph/link.hpp>

namespace skein::checks {

template <class Sim>
constexpr bool run_steps(Sim& sim, const model::list<const step*>& steps) {
  sim.step = 0;
  if constexpr (may_hold_routines<Sim>()) sim.bodies = 0;
  for (u32 i = 0; i < steps.size; ++i) {
    if (!apply(sim, *steps.data[i])) return false;
    ++sim.step;
  }
  return true;
}

/// What may be out of order within a revision must be in order at its end: what the bodies of routines name.
template <class Sim>
constexpr bool end_of_revision(Sim& sim) {
  if constexpr (may_hold_routines<Sim>()) return settle_bodies(sim);
  else return true;
}

constexpr bool run_and_restore(auto& sim, const revision_def& r) {
  u32 n = 0;
  digests::each(sim, r.up, [&](const step&, u64) { ++n; });
  digests::each(sim, r.down, [&](const step&, u64) { ++n; });
  u64* before = new u64[n + 1]{};
  u32 at = 0;
  const auto keep = [&](const step&, u64 d) { before[at++] = d; };
  digests::each(sim, r.up, keep);
  digests::each(sim, r.down, keep);
  bool ok = run_steps(sim, r.up) && end_of_revision(sim);
  if (ok) {
    sim.down = true;
    sim.lenient = true;
    ok = run_steps(sim, r.down) && end_of_revision(sim);
    if (ok) {
      at = 0;
      bool same = true;
      const auto compare = [&](const step&, u64 d) { same = same && before[at++] == d; };
      digests::each(sim, r.up, compare);
      digests::each(sim, r.down, compare);
      sim.step = 0;
      ok = same || sim.fail(fault::down_differs);
    }
    sim.down = false;
    ok = ok && run_steps(sim, r.up) && end_of_revision(sim);
    sim.lenient = false;
  }
  delete[] before;
  return ok;
}

}  // namespace skein::checks
