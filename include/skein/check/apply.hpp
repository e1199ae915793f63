// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// One step on the state: the one `apply`, at compile time and at run time.

#include <skein/check/entities/entities.hpp>
#include <skein/check/partitions/steps.hpp>
#include <skein/check/properties/set_property.hpp>
#include <skein/check/rows/rows.hpp>
#include <skein/check/tables/tables.hpp>

namespace skein::checks {

namespace steps {

using model::op;

constexpr bool rename_constraint(auto& sim, u32 i, const ident& to) {
  object_state& o = sim.objects[i];
  if (names::find_constraint(sim, o.table, to)) return sim.fail(fault::constraint_exists, of(sim, o.table, model::written(&to)));
  if (names::is_relation(o) && !require_free(sim, *sim.tables[o.table].schema, to)) return false;
  o.name = model::written(&to);
  names::insert_object(sim, i, o);
  return true;
}

constexpr bool on_constraint(auto& sim, const step& x) {
  auto& s = sim;
  const u32 t = require_table(sim, *x.table);
  if (!t) return false;
  if (x.what == op::add_constraint && !x.members[0]->constraint) return fail_misfit(sim, *x.members[0]);
  if (x.what == op::add_constraint) return attach_constraint(sim, t, *x.members[0]->constraint, x.members[0]->name);
  const u32 i = require_constraint(sim, t, *x.name);
  if (!i) return false;
  object_state& o = s.objects[i];
  switch (x.what) {
    case op::drop_constraint: return detach(sim, i);
    case op::validate_constraint:
      if (o.validated) return sim.fail(fault::validated_already, of(sim, t, o.name));
      return each_part(sim, i, [&](u32 part) { return s.objects[part].validated = true; });
    case op::comment_on_constraint: return set_comment(sim, o.comment, x, of(sim, t, o.name));
    default:
      if (!check_name(sim, *x.to)) return false;
      if (o.what == kind::check) return each_part(sim, i, [&](u32 part) { return rename_constraint(sim, part, *x.to); });
      return rename_constraint(sim, i, *x.to);
  }
}

/// A table or a materialized view.
template <class Sim>
constexpr u32 require_indexed(Sim& sim, const model::object_name& n) {
  if constexpr (may_hold_entities<Sim>())
    if (const u32 t = find_columns(sim, n), i = t ? view_of(sim, t) : 0; i && sim.entities[i].what == entity_kind::materialized_view)
      return sim.tables[t].first_column ? t : sim.fail(fault::columns_unknown, entity_facts(sim, i));
  return require_table(sim, n);
}

constexpr bool on_index(auto& sim, const step& x) {
  auto& s = sim;
  if (x.concurrently && sim.transactional) {
    verdict f;
    if (x.name) f.object = model::written(x.name);
    return sim.fail(fault::needs_no_transaction, f);
  }
  if (x.what == op::create_index) {
    const u32 t = require_indexed(sim, *x.table);
    return t && attach_index(sim, t, *x.members[0]->index, x.members[0]->name);
  }
  const u32 i = require_index(sim, *x.table);
  if (!i) return false;
  object_state& o = s.objects[i];
  if (x.what == op::drop_index) return o.what == kind::index ? detach(sim, i) : sim.fail(fault::index_of_constraint, of(sim, o.table, o.name));
  if (x.what == op::comment_on_index)
    return o.what == kind::index ? set_comment(sim, o.comment, x, of(sim, o.table, o.name)) : sim.fail(fault::index_of_constraint, of(sim, o.table, o.name));
  if (model::is_constraint(o.what) && names::find_constraint(s, o.table, *x.to))
    return sim.fail(fault::constraint_exists, of(sim, o.table, model::written(x.to)));
  const ident& in = *s.tables[o.table].schema;
  if (!check_name(sim, *x.to) || !require_free(sim, in, *x.to)) return false;
  o.name = model::written(x.to);
  names::insert_object(s, i, o);
  return true;
}

/// An extension has no schema of its own, but puts things into one.
constexpr bool is_in_schema(const auto& s, u32 i, const ident& name) {
  return same_schema(extensions::is(s, i) ? extensions::schema_of(s, i) : *s.entities[i].schema, name);
}

/// Of schema public the server has one already, which not every server says alike.
constexpr bool comment_on_schema(auto& sim, const step& x) {
  verdict f;
  f.schema = x.name;
  if (model::is_default(*x.name)) return fail_property(sim, property_rule::comment_on_public, f);
  if (!require_schema(sim, *x.name)) return false;
  return set_comment(sim, sim.schemas[names::slot_of(names::schema_entry(sim, *x.name))].comment, x, f);
}

template <class Sim>
constexpr bool on_schema(Sim& sim, const step& x) {
  auto& s = sim;
  verdict f;
  f.schema = x.name;
  if (x.what == op::create_schema) {
    if (!check_name(sim, *x.name)) return false;
    const char* n = x.name->text;
    const bool reserved = n[0] == 'p' && n[1] == 'g' && n[2] == '_';  // for PostgreSQL's own
    if (reserved || names::schema_exists(s, *x.name)) return sim.fail(fault::schema_exists, f);
    s.schemas[++s.used.schemas] = {x.name, true, nullptr};
    give_defaults(sim, s.used.schemas << names::kind_bits | names::schema, grantable::schema, nullptr);
    return true;
  }
  if (model::is_default(*x.name) || !require_schema(sim, *x.name)) return model::is_default(*x.name) ? sim.fail(fault::no_schema, f) : false;
  for (u32 t = 1; t <= s.used.tables; ++t)
    if (s.tables[t].alive && same_schema(*s.tables[t].schema, *x.name)) {
      f.table = s.tables[t].name;
      return sim.fail(fault::schema_in_use, f);
    }
  if constexpr (may_hold_entities<Sim>())
    for (u32 i = 1; i <= s.used.entities; ++i)
      if (s.entities[i].alive && s.entities[i].name && is_in_schema(s, i, *x.name)) {
        f.table = s.entities[i].name;
        return sim.fail(fault::schema_in_use, f);
      }
  for (u32 q = 1; q <= s.used.sequences; ++q)
    if (s.sequences[q].alive && same_schema(*s.sequences[q].schema, *x.name)) {
      f.object = s.sequences[q].name;
      return sim.fail(fault::schema_in_use, f);
    }
  for (u32 i = 1; i <= s.used.schemas; ++i)
    if (same(*s.schemas[i].name, *x.name)) s.schemas[i].alive = false;
  return true;
}

}  // namespace steps

/// Runs one step. On a fault the state is not to be used any more.
template <class Sim>
constexpr bool apply(Sim& sim, const step& x);

/// Runs the steps of a group. On a fault `leaf` becomes the place of the one that does not fit, counted through all groups.
constexpr bool apply_group(auto& sim, const model::list<const step*>& group) {
  for (u32 i = 0; i < group.size; ++i) {
    if (apply(sim, *group.data[i])) continue;
    if (!sim.v.leaf) sim.v.leaf = 1;
    for (u32 before = 0; before < i; ++before) sim.v.leaf += model::leaves(*group.data[before]);
    return false;
  }
  return true;
}

template <class Sim>
constexpr bool apply(Sim& sim, const step& x) {
  using model::op;
  if constexpr (knows_partitions<Sim>)
    if (!takes_step(sim, x)) return false;
  if constexpr (knows_heirs<Sim>)
    if (!leaves_to_parents(sim, x)) return false;
  switch (x.what) {
    case op::create_table: return create_table(sim, *x.table, x.members);
    case op::drop_table: return drop_table(sim, x);
    case op::rename_table: return rename_table(sim, x);
    case op::set_schema: return set_schema(sim, x);
    case op::comment_on_table: {
      const u32 t = require_table(sim, *x.table);
      return t && set_comment(sim, sim.tables[t].comment, x, of(sim, t));
    }
    case op::set_parameters: {
      const u32 t = require_table(sim, *x.table);
      for (u32 i = 0; t && i < x.members.size; ++i) {
        if (!x.members.data[i]->setting) return fail_misfit(sim, *x.members.data[i]);
        if (!set_parameter(sim, t, *x.members.data[i])) return false;
      }
      return t != 0;
    }
    case op::reset_parameters: return reset_parameter(sim, x);
    case op::add_column: return add_column(sim, x);
    case op::drop_column: return drop_column(sim, x);
    case op::rename_column: return rename_column(sim, x);
    case op::attach_partition:
    case op::detach_partition:
      if constexpr (knows_partitions<Sim>) return on_partition(sim, x);
      return true;
    case op::inherit:
    case op::disinherit:
      if constexpr (knows_heirs<Sim>) return on_heir(sim, x);
      return true;
    case op::add_constraint:
    case op::drop_constraint:
    case op::rename_constraint:
    case op::comment_on_constraint:
    case op::validate_constraint: return steps::on_constraint(sim, x);
    case op::create_index:
    case op::drop_index:
    case op::comment_on_index:
    case op::rename_index: return steps::on_index(sim, x);
    case op::create_schema:
    case op::drop_schema: return steps::on_schema(sim, x);
    case op::comment_on_schema: return steps::comment_on_schema(sim, x);
    case op::grant:
      if constexpr (may_hold_rights<Sim>()) return change_privileges(sim, privileges_of(x));
      return true;
    case op::set_property:
      if constexpr (knows_properties<Sim>) return set_property(sim, property_of(x));
      return true;
    case op::data: return change_rows(sim, x);
    case op::execute:
      forget_rows(sim);
      if (!x.undo.data && !sim.explicit_down && !sim.accepts(x, model::loss::irreversible)) return sim.fail(fault::no_undo);
      if (sim.transactional && !(check_raw(sim, x.text) && check_raw(sim, x.undo))) return false;
      if (apply_group(sim, x.effects)) return true;
      sim.v.leaf = 0;  // the SQL is at fault as a whole
      return false;
    case op::create_entity:
    case op::drop_entity:
    case op::replace_entity:
    case op::rename_entity:
    case op::move_entity:
    case op::alter_entity:
    case op::comment_on_entity:
      if constexpr (may_hold_entities<Sim>()) return on_entity(sim, x);
      return true;
    case op::acknowledge:
    case op::outside_transaction:
    case op::breaks_bodies:
    case op::frozen:
    case op::replaces: return true;
    case op::group: return apply_group(sim, x.effects);
    case op::mistake: return fail_misplaced(sim, x.text);
    default: return alter_column(sim, x);
  }
}

}  // namespace skein::checks
