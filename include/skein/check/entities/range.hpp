// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Range types, and the multirange type that each brings along: an entity of its own, in the slot behind the range's, since it is
/// renamed and moved without it.

#include <skein/check/entities/malformed.hpp>
#include <skein/check/entities/same_clauses.hpp>
#include <skein/check/entities/signature.hpp>
#include <skein/check/tables/ordering.hpp>
#include <skein/model/range.hpp>

namespace skein::checks {

/// Whether texts of the type have a collation; of a type that is not the history's nobody knows.
constexpr bool has_collation(const auto& s, const model::data_type& t) {
  using model::type_id;
  const model::data_type& base = base_type(s, t);
  if (base.id == type_id::named) return !type_entity(s, base);
  return base.id == type_id::text || base.id == type_id::varchar || base.id == type_id::character || base.id == type_id::name;
}

/// The function of the history's that takes two values of the type, 0 if it is another's.
constexpr u32 find_difference(const auto& s, const model::object_name& n, const model::data_type& subtype) {
  const model::argument both[]{{.type = &subtype}, {.type = &subtype}};
  const model::routine_def routine{.arguments = {both, 2}};
  return names::find_entity(s, entity_kind::function, names::schema_key(n.schema), signature_key(s, routine), n.name);
}

constexpr bool define_range(auto& sim, entity_state& e, const entity_def& d) {
  const model::data_type& subtype = *d.clauses[0].type;
  bool has_opclass = false;
  for (u32 k = 1; k < d.clauses.size; ++k) {
    const clause& c = d.clauses[k];
    for (u32 before = 1; before < k; ++before)
      if (d.clauses[before].what == c.what) return fail_malformed(sim, d, "says the same twice");
    has_opclass = has_opclass || c.what == part::opclass;
    if (c.what == part::collation && !has_collation(sim, subtype)) return fail_malformed(sim, d, "is over a type without a collation; leave collate out");
    if (c.what != part::difference) continue;
    const u32 function = find_difference(sim, *c.object, subtype);
    use(sim, e, function << names::kind_bits | (function ? names::entity : 0u));
  }
  if (!has_opclass && !has_order(base_type(sim, subtype))) return fail_malformed(sim, d, "is over a type that PostgreSQL cannot order by itself; add subtype_opclass<...>");
  u32 k = e.first_clause;
  while (sim.clauses[k].value->what != part::multirange) k = sim.clauses[k].next;
  remove_clause(sim, e.first_clause, k);  // an entity of its own
  if (!model::has_automatic_multirange(d)) return require_feature(sim, feature::multirange_type_name);
  return model::is_whole(model::multirange_of(d).object->name) ||
         fail_malformed(sim, d, "has a multirange type whose name PostgreSQL would cut inside of a character; add multirange_type_name<...>");
}

/// Whether the range is now what the model says.
constexpr bool same_range(const auto& s, u32 i, const entity_def& m) {
  u32 said = 0, kept = 0;
  for (u32 k = s.entities[i].first_clause; k; k = s.clauses[k].next) ++kept;
  for (u32 c = 0; c < m.clauses.size; ++c) {
    if (m.clauses[c].what == part::multirange) continue;
    ++said;
    bool found = false;
    for (u32 k = s.entities[i].first_clause; k; k = s.clauses[k].next) found = found || same_clause(s.clauses[k], m.clauses[c]);
    if (!found) return false;
  }
  const model::object_name& n = *model::multirange_of(m).object;
  const entity_state& multirange = s.entities[i + 1];
  return said == kept && same(*multirange.name, n.name) && same_schema(*multirange.schema, n.schema);
}

}  // namespace skein::checks
