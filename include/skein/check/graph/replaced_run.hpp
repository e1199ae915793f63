// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Revisions that replace a run of others, in the graph. Such a revision is put between the run and what the run begins at: so it
/// comes right before the run in every order, and is neither a base nor a head of its own.

#include <skein/check/chunks.hpp>
#include <skein/check/graph/commute.hpp>

namespace skein::checks {

/// The revisions, by their numbers, with other parents. By revision, of a run that is declared: `first` and `last` that it
/// replaces, and `run`, who replaces it; all from 1.
template <u32 N, u32 P>
struct woven_links {
  const revision_def* const* all;
  verdict v{};
  u32 first_parent[N + 2]{}, parent[P + 2]{};
  u32 first[N + 1]{}, last[N + 1]{}, run[N + 1]{};

  constexpr bool fail(fault what, u32 revision, u32 other, const ident* name = nullptr) {
    v = {.what = what, .revision = revision, .other_revision = other, .column = name};
    return false;
  }
  constexpr u32 parents_of(u32 i) const { return first_parent[i + 1] - first_parent[i]; }
  constexpr u32 find(const ident& id) const {
    u32 i = 0;
    while (i < N && !same(*all[i]->id, id)) ++i;
    return i < N ? i + 1 : 0;
  }

  /// Either all of a run is declared, or none. Who revises one that replaces a run revises the run's last.
  constexpr bool find_runs() {
    for (u32 i = 0; i < N; ++i)
      if (const model::step* x = model::replacing(*all[i])) {
        first[i] = find(*x->name), last[i] = find(*x->to);
        if (!first[i] != !last[i]) return fail(fault::run_incomplete, i, 0, first[i] ? x->to : x->name);
      }
    for (u32 i = 0; i < N; ++i)
      for (u32 k = first_parent[i]; k < first_parent[i + 1]; ++k) {
        if (last[parent[k]]) parent[k] = last[parent[k]] - 1;
        for (u32 before = first_parent[i]; before < k; ++before)
          if (parent[before] == parent[k]) return fail(fault::repeated_parent, i, 0, all[parent[k]]->id);
      }
    return true;
  }
  /// From the run's last revision to its first, one parent each; that one's parents are those of who replaces it.
  constexpr bool walk(u32 i) {
    u32 q = last[i] - 1;
    for (;; q = parent[first_parent[q]]) {
      if (q == i || last[q] || run[q]) return fail(run[q] == i + 1 ? fault::no_run : fault::runs_overlap, i, q);
      run[q] = i + 1;
      if (q == first[i] - 1) break;
      if (parents_of(q) != 1) return fail(parents_of(q) ? fault::run_forks : fault::no_run, i, q);
    }
    bool as_first = parents_of(i) == parents_of(q);
    for (u32 k = 0; as_first && k < parents_of(i); ++k) as_first = parent[first_parent[i] + k] == parent[first_parent[q] + k];
    return as_first || fail(fault::run_begins_elsewhere, i, q);
  }
  /// Nobody revises what is in the middle of a run, and one run at most begins at the base.
  constexpr bool walk_all() {
    u32 base = N;
    for (u32 i = 0; i < N; ++i)
      if (last[i]) {
        if (!walk(i)) return false;
        if (parents_of(i)) continue;
        if (base != N) return fail(fault::several_bases, i, base);
        base = i;
      }
    for (u32 i = 0; i < N; ++i)
      for (u32 k = first_parent[i]; k < first_parent[i + 1]; ++k)
        if (const u32 p = parent[k], by = run[p]; by && by != run[i] && last[by - 1] != p + 1) return fail(fault::run_forks, by - 1, i);
    return true;
  }
  /// The first of a run has one parent now; so there is at most one more than before.
  constexpr void insert() {
    const woven_links was = *this;
    for (u32 i = 0, to = 0; i < N; first_parent[++i] = to) {
      if (run[i] && first[run[i] - 1] == i + 1) parent[to++] = run[i] - 1;
      else
        for (u32 k = was.first_parent[i]; k < was.first_parent[i + 1]; ++k) parent[to++] = was.parent[k];
    }
  }
};

/// The first revision that has `replaces`, in a chain that has several ends: so it looks when it is linked without regard to
/// that.
template <u32 N, u32 P>
consteval u32 first_replacing(const links<N, P>& l, const revision_def* const* all) {
  if (l.v.what != fault::several_heads && l.v.what != fault::several_bases) return no_revision;
  for (u32 i = 0; i < N; ++i)
    for (const model::step* x : all[i]->up) {
      bool has = false;
      each_leaf(*x, [&has](const model::step& s) { has = has || s.what == model::op::replaces; });
      if (has) return i;
    }
  return no_revision;
}

/// Requires: there is such a revision.
template <u32 N, u32 P>
consteval woven_links<N, P> weave(const links<N, P>& l, const revision_def* const* all) {
  woven_links<N, P> w{all};
  for (u32 i = 0; i <= N; ++i) w.first_parent[i] = l.first_parent[i];
  for (u32 k = 0; k < P; ++k) w.parent[k] = l.parent[k];
  const u32 first = first_replacing(l, all);
  if (!model::replacing(*all[first])) w.fail(fault::replaces_misplaced, first, 0);
  else if (w.find_runs() && w.walk_all()) w.insert();
  return w;
}

/// Woven and linked. Beside a run, and beside who replaces it, there is nothing.
template <u32 N, u32 P>
consteval links<N, P + 1> link_woven(const woven_links<N, P>& w) {
  links<N, P + 1> l{.v = w.v};
  if (w.v.what != fault::none) return l;
  revision_def* defs = new revision_def[N];
  const ident** parents = new const ident*[P + 2]{};
  const revision_def** all = new const revision_def*[N];
  for (u32 i = 0; i < N; ++i) {
    defs[i] = *w.all[i];
    for (u32 k = w.first_parent[i]; k < w.first_parent[i + 1]; ++k) parents[k] = w.all[w.parent[k]]->id;
    defs[i].parents = {parents + w.first_parent[i], w.parents_of(i)};
    all[i] = defs + i;
  }
  l = link<N, P + 1>(all);
  delete[] all;
  delete[] parents;
  delete[] defs;
  for (u32 i = 0; i < N && !l.v; ++i) {
    const u32 by = w.last[i] ? i + 1 : w.run[i];
    for (u32 z = 0; by && l.beside[l.place[i]] && z < N && !l.v; ++z)
      if (z != by - 1 && w.run[z] != by && !is_ancestor(l, z, i) && !is_ancestor(l, i, z))
        l.v = {.what = fault::run_forks, .revision = by - 1, .other_revision = z};
  }
  return l;
}

namespace chunks {

/// Linked without regard to what replaces what.
template <class H>
struct plain_links {
  static constexpr const revision_def* const* all = model::flat<H>::held.items;
  static consteval u32 parents() {
    u32 n = 0;
    for (u32 i = 0; i < H::size; ++i) n += all[i]->parents.size;
    return n;
  }
  static constexpr auto value = link<H::size, parents()>(all);
};

template <class H>
  requires(first_replacing(plain_links<H>::value, plain_links<H>::all) != no_revision)
struct graph<H> {
  static constexpr bool replaced = true;
  static constexpr const revision_def* const* all = plain_links<H>::all;
  static constexpr u32 size = H::size;
  static constexpr auto links = link_woven(weave(plain_links<H>::value, all));
};

}  // namespace chunks

}  // namespace skein::checks
