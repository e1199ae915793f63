// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Where values of a type are kept: PostgreSQL cannot check or convert them inside of arrays, composite types and ranges.
/// (find_composite_type_dependencies and get_rels_with_domain in the server's sources; agreed with the server by test.)

#include <skein/check/entities/clauses.hpp>

namespace skein::checks {

/// Lists the columns that keep values of the type; with `inside` only those that have them inside of something else.
constexpr void list_storage(const auto& s, u32 type, verdict& f, bool inside) {
  for (u32 c = 1; c <= s.used.columns; ++c) {
    const model::column_state& x = s.columns[c];
    if (!x.name || type_entity(s, *x.type) != type || (inside && !x.type->dims)) continue;
    add_dependent(f, dependent_of(s, x));
  }
  if (const u32 m = multirange_of(s, type)) list_storage(s, m, f, false);
  for (u32 i = 1; i <= s.used.entities; ++i) {
    const entity_state& e = s.entities[i];
    for (u32 k = e.alive ? e.first_clause : 0; k; k = s.clauses[k].next) {
      if (!s.clauses[k].type || type_entity(s, *s.clauses[k].type) != type) continue;
      list_storage(s, i, f, inside && e.what == entity_kind::domain && !s.clauses[k].type->dims);
      break;
    }
  }
}
constexpr bool is_stored(const auto& s, u32 type) {
  verdict f;
  list_storage(s, type, f, false);
  return f.dependents != 0;
}
constexpr bool require_not_stored(auto& sim, u32 type, bool inside) {
  verdict f = entity_facts(sim, type);
  list_storage(sim, type, f, inside);
  return !f.dependents || sim.fail(fault::type_is_stored, f);
}

/// Whether values of a type are, or contain, values of the other.
constexpr bool contains(const auto& s, u32 type, u32 other) {
  if (type == other) return true;
  if (s.entities[type].what == entity_kind::multirange) return contains(s, names::slot_of(s.entities[type].holder), other);
  for (u32 k = s.entities[type].first_clause; k; k = s.clauses[k].next)
    if (const u32 i = s.clauses[k].type ? type_entity(s, *s.clauses[k].type) : 0; i && contains(s, i, other)) return true;
  return false;
}

}  // namespace skein::checks
