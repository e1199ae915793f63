// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Enum types: their labels.

#include <skein/check/clauses.hpp>

namespace skein::checks {

/// The clause of the label, 0 if there is none.
constexpr u32 find_label(const auto& s, u32 first, const model::text_view& label) {
  for (u32 k = first; k; k = s.clauses[k].next)
    if (same(s.clauses[k].value->text, label)) return k;
  return 0;
}

/// PostgreSQL uses no label in the transaction that adds it to a type, not even to one that the same transaction creates.
constexpr bool is_too_new(const auto& sim, u32 label) {
  return sim.transactional && label > sim.old_clauses && sim.clauses[label].value->does == clause::change::add;
}

/// PostgreSQL keeps labels of 63 bytes at most (NAMEDATALEN - 1) and, unlike names, cuts none.
constexpr bool check_label(auto& sim, const entity_def& d, const model::text_view& label) {
  if (label.size <= ident::max_size) return true;
  verdict f = named(*d.name);
  f.entity = d.what;
  f.text = label;
  return sim.fail(fault::label_size, f);
}

constexpr bool define_enumeration(auto& sim, const entity_state& e, const entity_def& d) {
  for (u32 i = 0; i < d.clauses.size; ++i) {
    const model::text_view& label = d.clauses[i].text;
    if (!check_label(sim, d, label)) return false;
    if (find_label(sim, e.first_clause, label) == e.first_clause + i) continue;
    verdict f = named(*d.name);
    f.entity = d.what;
    f.text = label;
    return sim.fail(fault::label_exists, f);
  }
  return true;
}

constexpr bool alter_enumeration(auto& sim, u32 i, const model::clause& c) {
  auto& s = sim;
  const entity_state& e = s.entities[i];
  const bool adds = c.does == model::clause::change::add;
  const auto refuse = [&](fault what, const model::text_view& label) {
    verdict f = entity_facts(s, i);
    f.text = label;
    return sim.fail(what, f);
  };
  if (!check_label(sim, *e.def, c.text)) return false;
  if (find_label(s, e.first_clause, c.text)) return refuse(fault::label_exists, c.text);
  if (!adds) {
    const u32 k = find_label(s, e.first_clause, c.from);
    if (!k) return refuse(fault::no_label, c.from);
    s.clauses[k].value = &c;
    return true;
  }
  u32 before = 0, at = e.first_clause;  // where it comes: behind `before`, in front of `at`
  const u32 anchor = c.beside ? find_label(s, e.first_clause, c.beside) : 0;
  if (c.beside && !anchor) return refuse(fault::no_label, c.beside);
  while (at && (c.beside ? c.before ? at != anchor : before != anchor : true)) before = at, at = s.clauses[at].next;
  const u32 k = ++s.used.clauses;
  s.clauses[k] = clause_of(c);
  s.clauses[k].next = at;
  if (before) s.clauses[before].next = k;
  else s.entities[i].first_clause = k;
  return true;
}

}  // namespace skein::checks
