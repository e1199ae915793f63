// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Enum types: their labels.

#include <skein/check/entities/clauses.hpp>

namespace skein::checks {

/// The clause of the label, 0 if there is none.
constexpr u32 find_label(const auto& s, u32 first, const model::text_view& label) {
  for (u32 k = first; k; k = s.clauses[k].next)
    if (same(s.clauses[k].value->text, label)) return k;
  return 0;
}

/// The label that is called nearly so; null if there is none.
constexpr model::text_view near_label(const auto& s, u32 first, const model::text_view& label) {
  for (u32 k = first; k; k = s.clauses[k].next) {
    const model::text_view& there = s.clauses[k].value->text;
    if (near(ident(there.data, there.size), ident(label.data, label.size))) return there;
  }
  return {};
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

}  // namespace skein::checks
