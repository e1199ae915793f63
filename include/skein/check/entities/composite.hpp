// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Composite types: their attributes.

#include <skein/check/tables/type_storage.hpp>

namespace skein::checks {

constexpr bool define_composite(auto& sim, const entity_state& e, const entity_def& d) {
  for (u32 k = e.first_clause; k; k = sim.clauses[k].next) {
    const ident& name = *sim.clauses[k].value->name;
    if (!check_name(sim, name)) return false;
    if (find_clause(sim, e.first_clause, part::attribute, name) == k) continue;
    verdict f = named(*d.name);
    f.entity = d.what;
    f.part = part::attribute;
    f.object = model::written(&name);
    return sim.fail(fault::clause_exists, f);
  }
  return true;
}

/// A type that is new to an attribute: one that exists and does not contain what the attribute is of.
constexpr bool hold_attribute(auto& sim, u32 i, const clause& c) {
  if (!hold_clause(sim, entity_facts(sim, i), c)) return false;
  const u32 type = type_entity(sim, *c.type);
  return !type || !contains(sim, type, i) || sim.fail(fault::holds_itself, entity_facts(sim, i));
}

/// PostgreSQL adds, drops and renames attributes of a type that columns are of, and changes the type of none of them.
constexpr bool alter_composite(auto& sim, u32 i, const step& x) {
  using change = clause::change;
  auto& s = sim;
  entity_state& e = s.entities[i];
  const clause& c = x.entity->clauses[0];
  if (c.does == change::add) {
    if (!check_name(sim, *c.name)) return false;
    if (find_clause(s, e.first_clause, part::attribute, *c.name)) return sim.fail(fault::clause_exists, clause_facts(s, i, part::attribute, *c.name));
    if (!hold_attribute(sim, i, c)) return false;
    append_clause(s, e.first_clause, c);
    return true;
  }
  const u32 k = require_clause(sim, i, part::attribute, *c.name);
  if (!k) return false;
  model::clause_state& now = s.clauses[k];
  switch (c.does) {
    case change::drop:
      if (!sim.accepts(x, model::loss::loses_data) && is_stored(s, i)) return sim.fail(fault::loses_data, clause_facts(s, i, part::attribute, *c.name));
      release_type(s, *now.type);
      remove_clause(s, e.first_clause, k);
      return true;
    case change::rename: return rename_clause(sim, i, k, c);
    case change::set:
      if (same(*now.type, *c.type) && (now.object == c.object || (now.object && c.object && same(*now.object, *c.object))))
        return sim.fail(fault::no_effect, clause_facts(s, i, part::attribute, *c.name));
      if (!require_not_stored(sim, i, false)) return false;
      release_type(s, *now.type);
      if (!hold_attribute(sim, i, c)) return false;
      now.type = c.type;
      now.object = c.object;
      return true;
    default: return comment_on_clause(sim, i, k, c);
  }
}

}  // namespace skein::checks
