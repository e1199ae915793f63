// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The whole history, step by step. A constant expression has a budget, so the history runs in chunks of bounded work: one
/// variable template each, which continues a copy of the state that the chunk before it left.

#include <skein/check/apply.hpp>
#include <skein/check/extent.hpp>
#include <skein/check/frozen.hpp>
#include <skein/check/graph/link.hpp>
#include <skein/check/invert/restore.hpp>
#include <skein/check/partitions/extent.hpp>
#include <skein/declare/chain.hpp>

namespace skein::checks {

/// A frozen revision is as it was when its digest was pinned.
constexpr bool require_unedited(auto& sim, const auto& r, const model::text_view& pinned) {
  const u64 digest = digest_of(r);
  if (is_written(digest, pinned)) return true;
  verdict f;
  f.text = pinned;
  f.digest = digest;
  sim.step = 0;
  return sim.fail(fault::edited, f);
}
/// What a step says for its whole revision.
template <class State>
constexpr bool heed(State& sim, const revision_def& r, const step& x) {
  switch (x.what) {
    case model::op::acknowledge:
      if (x.acknowledged > sim.acknowledged) sim.acknowledged = x.acknowledged;
      return true;
    case model::op::outside_transaction: sim.transactional = false; return true;
    case model::op::replaces: return &x == model::replacing(r) || sim.fail(fault::replaces_misplaced);
    case model::op::breaks_bodies: sim.breaks_bodies = true; return true;
    case model::op::frozen:
      if constexpr (State::pinned) return require_unedited(sim, r, x.text);
      return true;
    default:
      for (u32 i = 0; i < x.effects.size; ++i)
        if (const step& inner = *x.effects.data[i]; inner.what >= model::op::acknowledge && !heed(sim, r, inner)) return false;
      return true;
  }
}
template <class State>
constexpr bool enter_revision(State& sim, const revision_def& r) {
  sim.acknowledged = model::loss::none;
  sim.transactional = true;
  if constexpr (may_hold_routines<State>()) sim.breaks_bodies = false;
  sim.explicit_down = r.explicit_down;
  begin_revision(sim);
  for (u32 i = 0; i < r.up.size; ++i)
    if (const step& x = *r.up.data[i]; x.what >= model::op::acknowledge && !heed(sim, r, x)) return false;
  return true;
}

/// One revision: its steps, and if its down is written, that too, which must bring the state back.
constexpr bool run_revision(auto& sim, const revision_def& r) {
  if (!enter_revision(sim, r)) return false;
  return r.explicit_down ? run_and_restore(sim, r) : run_steps(sim, r.up) && end_of_revision(sim);
}

namespace chunks {

/// At most a third of the budget that a compiler gives a constant expression by default: Clang 1,048,576 steps, GCC 33,554,432
/// operations. Every chunk copies the state, so fewer are better.
#if defined(__clang__)
inline constexpr u32 capacity = 3500;
#else
inline constexpr u32 capacity = 14000;
#endif

/// Where revisions replace runs that are declared: see check/graph/replaced_run.hpp.
template <class H>
struct graph {
  static constexpr bool replaced = false;
  static constexpr const revision_def* const* all = model::flat<H>::held.items;
  static constexpr u32 size = H::size;
  static consteval u32 count_parents() {
    u32 n = 0;
    for (u32 i = 0; i < size; ++i) n += all[i]->parents.size;
    return n;
  }
  static constexpr auto links = link<size, count_parents()>(all);
};
/// Whether the revision at that place replaces a run, which is declared and then begins at the next one.
template <class H>
constexpr bool is_aside(u32 place) {
  using G = graph<H>;
  if constexpr (G::replaced) {
    const step* x = place + 1 < G::size ? model::replacing(*G::all[G::links.order[place]]) : nullptr;
    return x && same(*G::all[G::links.order[place + 1]]->id, *x->name);
  }
  return false;
}
/// Requires that. The place of the run's last.
template <class H>
constexpr u32 end_of_run(u32 place) {
  using G = graph<H>;
  const ident& last = *model::replacing(*G::all[G::links.order[place]])->to;
  while (!same(*G::all[G::links.order[place]]->id, last)) ++place;
  return place;
}

/// Where the chunks end, and how much room all of it needs. A revision that replaces a run is a chunk of its own, and so are
/// those of the run, one or several.
template <u32 N>
struct division {
  u32 count = 0;
  u32 end[N + 1]{};
  extent room{};
  u32 load = 0;      ///< of the chunk that is not full yet
  u32 run = 0;       ///< the place where the last run begins
  u32 behind_run = 0;
};
/// The same where there are partitions.
template <u32 N, class Families>
struct division_in_families : division<N> {
  Families families{};
};
template <class H, class Families>
struct division_type {
  using type = division_in_families<H::size, Families>;
};
template <class H>
struct division_type<H, no_families> {
  using type = division<H::size>;
};

constexpr u32 leaves(const model::list<const step*>& steps) {
  u32 n = 0;
  for (u32 i = 0; i < steps.size; ++i) n += model::leaves(*steps.data[i]);
  return n;
}

/// Revisions that are measured in one constant expression.
inline constexpr u32 measured_at_once = 256;

template <class H, u32 K, class Families>
consteval typename division_type<H, Families>::type divide();
/// The division of the first (K + 1) * measured_at_once revisions.
template <class H, u32 K, class Families>
inline constexpr typename division_type<H, Families>::type divided = divide<H, K, Families>();
template <class H, u32 K, class Families>
consteval typename division_type<H, Families>::type divide() {
  using G = graph<H>;
  typename division_type<H, Families>::type d{};
  if constexpr (K > 0) d = divided<H, K - 1, Families>;
  else if constexpr (Families::any)
    if constexpr (Families::inherit)
      for (u32 k = 0; k < G::size; ++k) d.families.note_parents(*G::all[k]);
  const u32 end = (K + 1) * measured_at_once < G::size ? (K + 1) * measured_at_once : G::size;
  extent room = d.room;
  u32 before = weight(room), pinned = room.pinned;
  for (u32 k = K * measured_at_once; k < end; ++k) {
    const revision_def& r = *G::all[G::links.order[k]];
    if constexpr (Families::any) d.families.add_to(room, r);
    else add(room, r);
    const u32 now = weight(room);
    u32 w = now - before + 1;
    if (room.pinned != pinned) w *= 1 + 2 * (room.pinned - pinned);  // a digest of its whole definition
    pinned = room.pinned;
    if (r.explicit_down) w = 3 * w + (leaves(r.up) + leaves(r.down)) * room.widest;  // a digest of each table before and after
    before = now;
    bool begins = false;
    if constexpr (G::replaced) {
      begins = k == d.run || k == d.behind_run;
      if (is_aside<H>(k)) begins = true, d.run = k + 1, d.behind_run = end_of_run<H>(k) + 1;
    }
    if (d.load && (begins || d.load + w > capacity)) {
      d.end[d.count++] = k;
      d.load = 0;
    }
    d.load += w;
  }
  d.room = room;
  if (end == G::size) d.end[d.count++] = G::size;
  return d;
}
/// First as if there were no partitions: only who has some measures what they make once more.
template <class H, class Families>
inline constexpr const auto& division_with = divided<H, (H::size - 1) / measured_at_once, Families>;
template <class H>
inline constexpr u32 partitions_in = division_with<H, no_families>.room.partitions;
template <class H>
inline constexpr u32 heirs_in = division_with<H, no_families>.room.heirs;
template <class H>
inline constexpr const auto& division_of = division_with<H, no_families>;
template <class H>
  requires(partitions_in<H> != 0)
inline constexpr const auto& division_of<H> =
    division_with<H, families<partitions_in<H> + heirs_in<H> + division_with<H, no_families>.room.renames, heirs_in<H> != 0>>;

template <class H>
using state_of = model::fixed_schema<division_of<H>.room, power_of_two_above(names_of(division_of<H>.room) * 3 / 2 + 1),
                                     progress>;

template <class H>
constexpr void run(state_of<H>& sim, u32 from, u32 to) {
  using G = graph<H>;
  for (u32 k = from; k < to; ++k) {
    sim.revision = G::links.order[k];
    if (!run_revision(sim, *G::all[sim.revision])) return;
  }
}

template <class H>
consteval u32 begin_of(u32 chunk) {
  return chunk ? division_of<H>.end[chunk - 1] : 0;
}
/// The chunk that this one continues, from 1; 0: none. From what stands beside a run nothing goes on.
template <class H>
consteval u32 continued(u32 chunk) {
  return chunk && is_aside<H>(begin_of<H>(chunk - 1)) ? chunk - 1 : chunk;
}
template <class H, u32 K>
consteval state_of<H> run_chunk();
/// The state after chunk K.
template <class H, u32 K>
inline constexpr state_of<H> result = run_chunk<H, K>();
template <class H, u32 K>
consteval state_of<H> run_chunk() {
  if constexpr (continued<H>(K) == 0) {
    state_of<H> sim{};
    sim.server = H::server;
    run<H>(sim, begin_of<H>(K), division_of<H>.end[K]);
    return sim;
  } else {
    state_of<H> sim = result<H, continued<H>(K) - 1>;
    if (!sim.v) run<H>(sim, begin_of<H>(K), division_of<H>.end[K]);
    return sim;
  }
}

}  // namespace chunks

/// The state at head.
template <class H>
inline constexpr const auto& head_of = chunks::result<H, chunks::division_of<H>.count - 1>;

namespace chunks {

// Where revisions replace runs that are declared these are defined in check/graph/same_run.hpp.

/// The first fault: on the way to head, or in what stands beside a run.
template <class H, bool Replaced = graph<H>::replaced>
inline constexpr const verdict& first_fault = head_of<H>.v;
/// The first run that is not repeated; none where something before its end is wrong otherwise.
template <class H, u32 K = 0>
consteval verdict judge_runs();
/// Of runs that linked without regard to them: nothing of them is declared.
template <class H>
consteval verdict judge_undeclared_runs();

}  // namespace chunks

}  // namespace skein::checks
