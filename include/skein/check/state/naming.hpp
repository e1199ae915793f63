// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The names of constraints, indexes and sequences: chosen or checked, and entered.

#include <skein/check/state/simulation.hpp>

namespace skein::checks {

/// Constraints of domains have their names among those of tables where PostgreSQL chooses one.
constexpr bool is_name_in_domain(const auto& s, u32 in, const name_ref& name, u32 but = 0) {
  for (u32 i = s.last_domain; i; i = s.entities[i].next) {
    const model::entity_state& e = s.entities[i];
    if (!e.alive || e.schema_key != in) continue;
    for (u32 k = e.first_clause; k; k = s.clauses[k].next)
      if (k != but && s.clauses[k].value->what == model::clause::part::check && same(s.clauses[k].name, name)) return true;
  }
  return false;
}

/// Chooses the number of an automatic name, the first that is free among the relations, and for a constraint among the
/// constraints of the schema too; then enters it.
constexpr void enter_automatic(auto& s, u32 table, name_ref& n, u32 entry, bool relation, bool constraint) {
  const u32 in = s.tables[table].schema_key;
  for (;; ++n.number) {
    model::naming::finish(n);
    const u32 r = relation ? names::probe_relation(s, in, n) : 0;
    if (relation && s.names[r]) continue;
    if (constraint) {
      const u32 c = names::probe_constraint(s, in, 0, n);
      if (s.names[c] || (s.last_domain && is_name_in_domain(s, in, n))) continue;
      s.names[c] = (entry & ~names::kind_mask) | names::constraint;
    }
    // The two may have ended at the same free place.
    if (relation) names::insert_relation(s, in, n.hash, entry);
    return;
  }
}

/// A name that is written must be free; one that is not is chosen. Enters it.
constexpr bool name_object(auto& sim, u32 slot, object_state& o, const ident* given, const ident* label) {
  auto& s = sim;
  const table_state& t = s.tables[o.table];
  const bool relation = names::is_relation(o), constraint = model::is_constraint(o.what);
  if (!given) {
    if (o.comment) return sim.fail(fault::name_needed, of(sim, o.table));
    o.name.table = t.name;
    o.name.label = label;
    enter_automatic(s, o.table, o.name, slot << names::kind_bits | names::object, relation, constraint);
    return true;
  }
  o.name = model::written(given);
  if (!check_name(sim, *given)) return false;
  if (constraint && names::find_constraint(s, o.table, *given)) return sim.fail(fault::constraint_exists, of(sim, o.table, o.name));
  if (relation && !require_free(sim, *t.schema, *given)) return false;
  names::insert_object(s, slot, o);
  return true;
}

}  // namespace skein::checks
