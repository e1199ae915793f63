// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Entities enter, change and leave the state. What is true of one kind alone is in entity_kinds.hpp.

#include <skein/check/entities/entity_kinds.hpp>
#include <skein/check/tables/sequence_steps.hpp>

namespace skein::checks {

/// Whether the name is free among those that it would stand with. A table is a type too.
constexpr bool require_free_entity(auto& sim, const entity_state& e) {
  const model::entity_traits& t = model::traits_of(e.what);
  if (t.is_relation && !require_free(sim, *e.schema, *e.name)) return false;
  if (is_view(e.what))
    if (const u32 type = names::find_entity(sim, entity_kind::enumeration, e.schema_key, 0, *e.name)) return sim.fail(fault::entity_exists, entity_facts(sim, type));
  if (t.is_type) {
    if (find_columns(sim, {*e.schema, *e.name})) return require_free(sim, *e.schema, *e.name);
    // PostgreSQL creates no sequence under a type's name, before 14 no type under a sequence's either: neither would come back.
    if (find_sequence(sim, model::object_name(*e.schema, *e.name))) return require_free(sim, *e.schema, *e.name);
    if (!require_no_type_of_extension(sim, *e.schema, *e.name)) return false;
  }
  const u32 taken = names::find_entity(sim, e.what, e.schema_key, e.within, *e.name);
  return !taken || sim.fail(fault::entity_exists, entity_facts(sim, taken));
}

/// The multirange type of a range type that just entered the state.
constexpr bool create_multirange(auto& sim, u32 range) {
  auto& s = sim;
  const model::object_name& n = *model::multirange_of(*s.entities[range].def).object;
  entity_state e{};
  e.what = entity_kind::multirange;
  e.name = &n.name;
  e.schema = &n.schema;
  e.schema_key = names::schema_key(n.schema);
  e.def = &multirange_definition;
  e.holder = range << names::kind_bits | names::entity;
  if (!check_name(sim, n.name) || !require_schema(sim, n.schema) || !require_free_entity(sim, e)) return false;
  e.alive = true;
  s.entities[++s.used.entities] = e;
  names::insert_entity(s, s.used.entities);
  return true;
}

constexpr bool create_entity(auto& sim, const entity_def& d) {
  auto& s = sim;
  const model::entity_traits& traits = model::traits_of(d.what);
  entity_state e{};
  e.what = d.what;
  e.name = &d.name->name;
  e.schema = &d.name->schema;
  e.def = &d;
  if (!check_name(sim, *e.name)) return false;
  if (d.table) {
    e.table = may_be_of_view(d.what) ? find_columns(sim, *d.table) : 0;
    if (!e.table) e.table = require_table(sim, *d.table);
    if (!e.table) return false;
  }
  if (traits.of_table) e.schema = s.tables[e.table].schema;
  else if (!traits.of_database && !require_schema(sim, *e.schema)) return false;
  e.schema_key = names::schema_key(*e.schema);
  e.within = within(s, d, traits.of_table ? e.table : 0);
  if (!require_free_entity(sim, e)) {
    if (d.what == entity_kind::row_security) sim.v.what = fault::no_effect;  // the table is so already
    return false;
  }
  const u32 slot = ++s.used.entities;
  if (!enter_clauses(sim, e, d)) return false;
  e.first_use = s.used.uses + 1;
  if (!define_entity(sim, e, d) || !require_not_called_yet(sim, e)) return false;
  enter_entity(s, slot, e);
  if (traits.is_routine || traits.is_type || traits.is_relation)
    give_defaults(sim, slot << names::kind_bits | names::entity, traits.is_routine ? grantable::routine : traits.is_type ? grantable::type : grantable::table, e.schema);
  names::insert_entity(s, slot);
  await_reading(sim, slot);
  if (d.what == entity_kind::range) return create_multirange(sim, slot);
  return true;
}

constexpr bool drop_entity(auto& sim, const step& x) {
  const u32 i = require_entity(sim, *x.entity);
  if (!i) return false;
  if (sim.entities[i].what == entity_kind::multirange) return fail_malformed(sim, *x.entity, "goes with its range type; drop that");
  if (x.entity->what == entity_kind::object && !droppable_object(sim, i, *x.entity)) return false;
  if (is_view(sim.entities[i].what)) release_hangers(sim, i);
  if (is_in_use(sim, i)) return fail_in_use(sim, i);
  if (is_called(sim.entities[i].what) && !require_no_unheld_calls(sim, i, fault::entity_used)) return false;
  if (!release_parts(sim, i)) return false;
  forget_entity(sim, i);
  unsettle(sim, sim.entities[i].named_by + sim.tables[sim.entities[i].table].named_by);
  return true;
}

/// The new definition under the old identity: what uses the entity stays.
constexpr bool replace_entity(auto& sim, const step& x) {
  auto& s = sim;
  const u32 i = require_entity(sim, *x.entity);
  if (!i) return false;
  if (x.entity->what == entity_kind::enumeration) return replace_enumeration(sim, i, x);
  if (same_definition(s, i, *x.entity)) return sim.fail(fault::no_effect, entity_facts(sim, i));
  if (!replaceable(sim, i, x)) return false;
  entity_state e = s.entities[i];
  const u32 last = s.tables[e.table].last_column;
  release_uses(s, e);
  body_names::release(s, e);
  e.def = x.entity;
  if (e.def->trigger && !enter_clauses(sim, e, *e.def)) return false;  // a replaced trigger is enabled, unless its definition says otherwise
  e.first_use = s.used.uses + 1;
  e.used = 0;
  e.awaits = 0;
  if (!define_entity(sim, e, *x.entity)) return false;
  hold_uses(s, e);
  s.awaited |= e.awaits;
  s.entities[i] = e;
  await_reading(sim, i);
  return replaced(sim, i, x, last);
}

constexpr bool rename_entity(auto& sim, const step& x) {
  auto& s = sim;
  const u32 i = require_entity(sim, *x.entity);
  if (!i || !check_name(sim, *x.to) || !renamable(sim, i)) return false;
  entity_state e = s.entities[i];
  e.name = x.to;
  if (!require_free_entity(sim, e) || !require_not_called_yet(sim, e)) return false;
  rename_uses(sim, i, x);
  s.entities[i].name = x.to;
  names::insert_entity(s, i);
  unsettle(sim, s.entities[i].named_by);
  return follow(sim, i);
}

/// Into another schema.
constexpr bool move_entity(auto& sim, const step& x) {
  auto& s = sim;
  const u32 i = require_entity(sim, *x.entity);
  if (!i || !renamable(sim, i, false) || !check_name(sim, *x.to) || !require_schema(sim, *x.to)) return false;
  entity_state e = s.entities[i];
  if (same_schema(*e.schema, *x.to)) return sim.fail(fault::no_effect, entity_facts(sim, i));
  e.schema = x.to;
  e.schema_key = names::schema_key(*x.to);
  if (!require_free_entity(sim, e) || !require_not_called_yet(sim, e)) return false;
  rename_uses(sim, i, x);
  s.entities[i].schema = e.schema;
  s.entities[i].schema_key = e.schema_key;
  names::insert_entity(s, i);
  unsettle(sim, s.entities[i].named_by);
  return follow(sim, i);
}

constexpr bool on_entity(auto& sim, const step& x) {
  using model::op;
  if (x.entity->what == entity_kind::sequence) return on_sequence(sim, x);
  switch (x.what) {
    case op::create_entity: return create_entity(sim, *x.entity);
    case op::drop_entity: return drop_entity(sim, x);
    case op::replace_entity: return replace_entity(sim, x);
    case op::rename_entity: return rename_entity(sim, x);
    case op::move_entity: return move_entity(sim, x);
    default: break;
  }
  const u32 i = require_entity(sim, *x.entity);
  if (!i) return false;
  if (x.what == op::alter_entity) return alter_entity(sim, i, x);
  return set_comment(sim, sim.entities[i].comment, x, entity_facts(sim, i));
}

}  // namespace skein::checks
