// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is wrong with a history: the first fault in chain order.

#include <skein/check/chunks.hpp>
#include <skein/check/compare/remains.hpp>
#include <skein/check/graph/commute.hpp>

namespace skein::checks {

namespace chunks {

/// What exactly a written down does not restore: the chunk once more, up to that revision, whose state is kept this time.
template <class H>
consteval u32 faulty_chunk() {
  u32 k = 0;
  while (division_of<H>.end[k] <= graph<H>::links.place[first_fault<H>.revision]) ++k;
  return k;
}
template <class H>
consteval verdict explain_down(const verdict& v) {
  using G = graph<H>;
  constexpr u32 chunk = faulty_chunk<H>();
  const revision_def& r = *G::all[v.revision];
  state_of<H> before{};
  if constexpr (continued<H>(chunk) > 0) before = result<H, continued<H>(chunk) - 1>;
  run<H>(before, begin_of<H>(chunk), G::links.place[v.revision]);
  state_of<H> after = before;
  enter_revision(after, r);
  after.lenient = true;
  run_steps(after, r.up);
  run_steps(after, r.down);
  remains<state_of<H>> found{before, after, before.used};
  if (!found.in(r.up) && !found.in(r.down)) found.in_said();
  found.v.what = v.what;
  found.v.revision = v.revision;
  found.v.down = true;
  return found.v;
}

}  // namespace chunks

template <class H>
consteval verdict verdict_of() {
  using G = chunks::graph<H>;
  if constexpr (G::links.v.what != fault::none) return G::links.v;
  else {
    verdict v = chunks::first_fault<H>;
    if constexpr (chunks::first_fault<H>.what == fault::down_differs) v = chunks::explain_down<H>(v);
    if constexpr (G::replaced) {
      if (const verdict r = chunks::judge_runs<H>()) v = r;
    } else if constexpr (chunks::division_of<H>.room.runs != 0) {
      if (const verdict r = chunks::judge_undeclared_runs<H>()) return r;
    }
    if constexpr (G::links.branched) {
      // A conflict of branches often shows as a step that does not fit; then it is the conflict that is said.
      constexpr const auto& room = chunks::division_of<H>.room;
      constexpr bool said = room.rights != 0 || room.properties != 0;
      verdict c;  // a temporary: to name an empty object would cost g++ 2 % of every history
      if constexpr (room.partitions == 0) c = commute<room.data != 0, room.entities != 0, said>(G::all, G::links, no_families{});
      else c = commute<room.data != 0, room.entities != 0, said>(G::all, G::links, chunks::division_of<H>.families);
      if (c && (!v || G::links.place[c.revision] <= G::links.place[v.revision])) return c;
    }
    return v;
  }
}

}  // namespace skein::checks
