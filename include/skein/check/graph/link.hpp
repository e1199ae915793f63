// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The revision graph: identifiers are unique, parents exist, there is one base and one head, and an order in which every
/// revision comes after its parents.

#include <skein/check/verdict.hpp>

namespace skein::checks {

using model::revision_def;

constexpr u32 power_of_two_above(u32 n) {
  u32 p = 16;
  while (p < n) p *= 2;
  return p;
}

/// Arrays for N revisions with P parents in all. Where several branches are open, revisions stand beside others; a revision
/// that stands alone comes after all before it.
template <u32 N, u32 P>
struct links {
  verdict v{};
  u32 order[N + 1]{};         ///< order[k]: the revision at place k
  u32 place[N + 1]{};
  bool beside[N + 1]{};       ///< by place
  bool branched = false;      ///< any of them
  u32 first_parent[N + 2]{};
  u32 parent[P + 1]{};        ///< revision numbers, from first_parent[i] to first_parent[i + 1]
};

inline constexpr u32 no_revision = ~0u;

/// Whom the identifier means where nothing of a run is declared any more: the revision that replaces it.
constexpr u32 replacing_undeclared(const revision_def* const* all, u32 n, const ident& last) {
  for (u32 i = 0; i < n; ++i)
    if (const model::step* x = model::replacing(*all[i]); x && same(*x->to, last)) return i;
  return no_revision;
}

template <u32 N, u32 P>
consteval links<N, P> link(const revision_def* const* all) {
  links<N, P> l{};
  if (N == 0) {
    l.v.what = fault::empty_chain;
    return l;
  }
  const auto fail = [&l](fault what, u32 revision) -> links<N, P>& {
    l.v.what = what;
    l.v.revision = revision;
    return l;
  };
  constexpr u32 mask = power_of_two_above(N + N / 2 + 1) - 1;
  u32 slots[mask + 1]{};
  const auto find = [&](const ident& id) {
    for (u32 p = id.hash & mask; slots[p]; p = (p + 1) & mask)
      if (same(*all[slots[p] - 1]->id, id)) return slots[p] - 1;
    return no_revision;
  };
  u32 children[N + 1]{};
  for (u32 i = 0; i < N; ++i) {
    const ident* id = all[i]->id;
    u32 p = id->hash & mask;
    for (; slots[p]; p = (p + 1) & mask)
      if (same(*all[slots[p] - 1]->id, *id)) {
        l.v.other_revision = slots[p] - 1;
        return fail(fault::duplicate_revision, i);
      }
    slots[p] = i + 1;
    if (id->size - 1u >= ident::max_size) {
      l.v.column = id;
      return fail(id->empty() ? fault::name_empty : fault::name_too_long, i);
    }
  }
  bool sorted = true;
  u32 parents = 0;
  for (u32 i = 0; i < N; ++i) {
    l.order[i] = i;
    l.first_parent[i] = parents;
    const u32 own = all[i]->parents.size;
    for (u32 k = 0; k < own; ++k) {
      const ident* id = all[i]->parents.data[k];
      u32 q = i && same(id, all[i - 1]->id) ? i - 1 : find(*id);  // nearly always the one before
      if (q == no_revision && (q = replacing_undeclared(all, N, *id)) == no_revision) {
        if (id == &model::no_identifier) return fail(fault::parent_by_struct, i);
        l.v.column = id;
        for (u32 z = 0; z < N; ++z)
          if (z != i && near(*all[z]->id, *id)) l.v.hint = all[z]->id;
        return fail(fault::unknown_parent, i);
      }
      for (u32 before = l.first_parent[i]; before < parents; ++before)
        if (l.parent[before] == q) {
          l.v.column = id;
          return fail(fault::repeated_parent, i);
        }
      l.parent[parents++] = q;
      ++children[q];
      sorted = sorted && q < i;
    }
  }
  l.first_parent[N] = parents;

  if (!sorted) {  // not in the order of the declaration: Kahn's algorithm
    u32 ready = 0;
    u32 first_child[N + 2]{}, child[P + 1]{}, filled[N + 1]{}, waits_for[N + 1]{};
    for (u32 i = 0; i < N; ++i) first_child[i + 1] = first_child[i] + children[i];
    for (u32 i = 0; i < N; ++i) {
      waits_for[i] = l.first_parent[i + 1] - l.first_parent[i];
      if (!waits_for[i]) l.order[ready++] = i;
      for (u32 k = l.first_parent[i]; k < l.first_parent[i + 1]; ++k) {
        const u32 q = l.parent[k];
        child[first_child[q] + filled[q]++] = i;
      }
    }
    for (u32 k = 0; k < ready; ++k)
      for (u32 c = first_child[l.order[k]]; c < first_child[l.order[k] + 1]; ++c)
        if (!--waits_for[child[c]]) l.order[ready++] = child[c];
    if (ready < N) {
      u32 i = 0;
      while (!waits_for[i]) ++i;
      for (u32 n = 0; n < N; ++n) {  // back along parents that wait too: after N steps that is on the circle
        u32 k = l.first_parent[i];
        while (!waits_for[l.parent[k]]) ++k;
        i = l.parent[k];
      }
      return fail(fault::cycle, i);
    }
  }

  u32 head = no_revision, base = no_revision;
  u32 open = 0;
  for (u32 k = 0; k < N; ++k) {
    const u32 i = l.order[k];
    const u32 own = l.first_parent[i + 1] - l.first_parent[i];
    l.place[i] = k;
    if (!own) {
      if (base != no_revision) {
        l.v.other_revision = base;
        return fail(fault::several_bases, i);
      }
      base = i;
    }
    if (!children[i]) {
      if (head != no_revision) {
        l.v.other_revision = head;
        return fail(fault::several_heads, i);
      }
      head = i;
    }
    open -= own;
    if (open) l.beside[k] = l.branched = true;
    open += children[i];
  }
  return l;
}

}  // namespace skein::checks
