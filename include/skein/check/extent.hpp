// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// How much room a history needs, before it is run: an upper bound, so that storage in a constant expression has exact types.

#include <skein/model/data.hpp>
#include <skein/model/history.hpp>
#include <skein/model/relation_text.hpp>
#include <skein/model/routine.hpp>
#include <skein/model/policy.hpp>
#include <skein/model/property.hpp>
#include <skein/model/trigger.hpp>
#include <skein/model/schema.hpp>

namespace skein::checks {

using model::extent;
using model::u32;

/// So far is a text of raw SQL read: Clang gives a constant expression 1,048,576 steps, and a byte costs up to 15.
inline constexpr u32 raw_sql_read = 16384;
/// So much of bodies of routines is read in one revision, whose steps are one constant expression: a byte of PL/pgSQL costs 65 steps.
inline constexpr u32 bodies_read = 8192;

namespace extents {

constexpr u32 read_of(const model::text_view& raw) { return raw.size < raw_sql_read ? raw.size : raw_sql_read; }

/// At most every second character starts an identifier.
constexpr u32 identifiers(const model::text_view& t) { return (t.size + 1) / 2; }

/// The same of a whole query, where a word of JOIN … USING counts twice; see model/query_reader.hpp.
constexpr u32 names_in(const model::text_view& t) { return identifiers(t) + t.size / 4; }

/// What the body of a routine names: it is read, and may be once more later, and each name has two places.
constexpr u32 names_of_body(const model::text_view& t) { return 4 * names_in(t); }

/// A text that may call routines.
constexpr void add_expression(extent& e, const model::text_view& t) {
  if (!t.size) return;
  ++e.expressions;
  e.called += names_in(t);
}
constexpr void add_elements(extent& e, const model::index_def& d) {
  e.uses += d.elements.size + d.include.size + identifiers(d.where);
  add_expression(e, d.where);
  for (u32 i = 0; i < d.elements.size; ++i)
    if (!d.elements.data[i].column) e.uses += identifiers(d.elements.data[i].expression), add_expression(e, d.elements.data[i].expression);
}
constexpr void add_constraint(extent& e, const model::constraint_def& d) {
  ++e.objects;
  e.uses += 1 + d.columns.size + d.include.size + identifiers(d.expression);
  add_expression(e, d.expression);
  if (d.target) e.uses += d.target_columns.empty() ? 32 : d.target_columns.size;  // a key has at most 32 columns
  if (d.exclusion) add_elements(e, *d.exclusion);
}
/// A default that names relations, each in a string.
constexpr void add_relations(extent& e, const model::text_view& t) {
  ++e.entities;
  e.uses += identifiers(t);
}
constexpr void add_column(extent& e, const model::member& m) {
  ++e.columns;
  if (m.type && model::is_serial(m.type->id)) ++e.sequences;
  for (u32 i = 0; i < m.options.size; ++i) {
    const model::option& o = *m.options.data[i];
    if (o.constraint) add_constraint(e, *o.constraint);
    if (o.bit & model::flag::identity) ++e.sequences;
    if (o.bit & model::flag::generated) ++e.objects, e.uses += identifiers(o.text);
    if (o.bit & (model::flag::generated | model::flag::default_value)) add_expression(e, o.text);
    if (o.bit & model::flag::relation) add_relations(e, o.text);
  }
}
constexpr void add_privileges(extent& e, const model::privilege_def& d) {
  u32 n = d.roles.size * (d.columns.empty() ? 1 : d.columns.size) * (d.objects.empty() ? 1 : d.objects.size);
  if (d.on == model::grantable::tables_in_schema) n *= e.tables + e.entities;
  e.rights += n;
  if (d.by_default) e.defaults += n;
  e.raw += 18 * n;
}
constexpr void add_member(extent& e, const model::member& m) {
  if (m.constraint) {
    if (m.what >= model::kind::partition_of) ++e.partitions, e.heirs += m.what == model::kind::inherits;
    return add_constraint(e, *m.constraint);
  }
  switch (m.what) {
    case model::kind::column: return add_column(e, m);
    case model::kind::comment: return;
    case model::kind::parameter: ++e.settings; return;
    case model::kind::property: ++e.properties; return;
    case model::kind::partition_by: ++e.partitions; [[fallthrough]];
    case model::kind::index:
      ++e.objects;
      add_elements(e, *m.index);
      return;
    default: add_privileges(e, privileges_of(m));
  }
}
/// So many columns may come of the `*` of a view; of one with more none is known.
inline constexpr u32 columns_of_star = 64;
/// How many columns a view has room for in the state.
constexpr u32 columns_of(const model::entity_def& d) {
  if (!d.parsed || !d.parsed->result) return 0;
  return d.parsed->scopes[d.parsed->result].outputs + d.columns.size + columns_of_star;
}
constexpr void add_entity(extent& e, const model::entity_def& d) {
  ++e.entities;
  if (d.what == model::entity_kind::sequence) {
    if (e.properties) ++e.properties;  // it may keep the owner of a table whose column owns it no more
    return void(++e.sequences);
  }
  e.clauses += d.clauses.size;
  e.uses += d.clauses.size;
  if (d.policy) e.uses += names_in(d.policy->with_check);
  if (d.trigger) e.uses += 2 + d.trigger->columns.size;
  if (d.what == model::entity_kind::range) ++e.entities;  // its multirange type
  if (d.what == model::entity_kind::extension) e.uses += 2;  // that it needs
  if (is_view(d.what)) {
    ++e.tables;
    e.columns += columns_of(d);
  }
  if (d.routine) {
    ++e.routines;
    e.uses += model::type_count(*d.routine) + 5;  // an aggregate's functions
    if (d.body.size <= bodies_read || d.routine->standard_body) e.called += names_of_body(d.body), e.raw += 2 * d.body.size;
  } else {
    e.uses += names_in(d.body);
  }
  for (u32 i = 0; i < d.clauses.size; ++i) e.uses += names_in(d.clauses.data[i].text);
}
/// Of its values, in characters of raw SQL; how long their texts are is only guessed.
constexpr u32 weight_of(const model::data_def& d) {
  constexpr u32 most = 6 * 6000;  // no more are read
  const u32 n = 12 * (model::row_count(d) * d.columns.size + d.set.size) + 3 * d.where.size;
  return n < most ? n : most;
}
constexpr void add_step(extent& e, const model::step& x) {
  using model::op;
  switch (x.what) {  // which a compiler searches in order, before it takes the default
    case op::add_column:
    case op::drop_column:
    case op::create_index: break;
    case op::create_table:
      ++e.tables;
      if (x.members.size > e.widest) e.widest = x.members.size;
      break;
    case op::rename_table:
    case op::rename_column: ++e.renames; break;
    case op::rename_constraint:
    case op::rename_index: e.renames += 2; break;
    case op::set_schema: ++e.moves; break;
    case op::move_entity:
      ++e.moves;
      add_entity(e, *x.entity);
      break;
    case op::create_schema: ++e.schemas; break;
    case op::create_entity:
    case op::replace_entity:
    case op::rename_entity:
    case op::alter_entity: add_entity(e, *x.entity); break;
    case op::drop_entity:
    case op::comment_on_entity: ++e.entities; break;  // so that who has no entity is known by having no room for one
    case op::set_default:
      add_expression(e, x.text);
      if (model::relation_bit(x.text)) add_relations(e, x.text);
      break;
    case op::frozen: ++e.pinned; break;
    case op::replaces: ++e.runs; break;
    case op::data: ++e.data, e.raw += weight_of(data_of(x)) + read_of(x.undo); break;
    case op::execute: e.raw += read_of(x.text) + read_of(x.undo); break;
    case op::grant: add_privileges(e, privileges_of(x)); break;
    case op::set_property: ++e.properties; break;
    default: break;
  }
  u32 plain = 0;  // columns of nothing but a type, as most are: counted without a call
  for (u32 i = 0; i < x.members.size; ++i) {
    const model::member* m = x.members.data[i];
    if (m->what == model::kind::column && !(m->flags & ~model::flag::not_null) && m->type && !model::is_serial(m->type->id)) ++plain;
    else add_member(e, *m);
  }
  e.columns += plain;
  for (u32 i = 0; i < x.effects.size; ++i) add_step(e, *x.effects.data[i]);
}

}  // namespace extents

/// A constraint that is an index has two names, and so has a composite type.
constexpr u32 names_of(const extent& e) { return e.tables + e.columns + 2 * e.objects + e.sequences + 2 * e.entities + e.renames + e.rights + e.properties; }

/// What the step adds to a state that has so much already.
constexpr extent extent_of(const model::step& x, const extent& used) {
  extent e;
  e.tables = used.tables;  // what is granted on all of them is granted on each
  e.entities = used.entities;
  e.properties = used.properties;
  extents::add_step(e, x);
  e.tables -= used.tables;
  e.entities -= used.entities;
  e.properties -= used.properties;
  if (used.defaults) e.rights += used.defaults * (e.tables + e.entities + e.sequences + e.schemas);
  return e;
}

/// What may get default privileges.
constexpr u32 objects_of(const extent& e) { return e.tables + e.entities + e.sequences + e.schemas; }

/// Adds what the steps of one revision can add, an explicit down included: it runs once, and the up once more after it.
constexpr void add(extent& e, const model::revision_def& r) {
  const u32 defaults = e.defaults, objects = defaults ? objects_of(e) : 0;
  for (u32 i = 0; i < r.up.size; ++i) extents::add_step(e, *r.up.data[i]);
  if (r.explicit_down) {
    for (u32 i = 0; i < r.up.size; ++i) extents::add_step(e, *r.up.data[i]);
    for (u32 i = 0; i < r.down.size; ++i) extents::add_step(e, *r.down.data[i]);
  }
  if (e.moves) {  // set_schema enters all names of its table again
    e.renames += e.moves * names_of(e);
    e.moves = 0;
  }
  if (e.defaults) e.rights += e.defaults * (objects_of(e) - (defaults ? objects : 0));  // each new object has them
}

/// The work so far, in units of about one column.
constexpr u32 weight(const extent& e) { return e.columns + 3 * e.objects + e.uses / 2 + e.tables + 3 * e.entities + e.clauses + e.raw / 6; }

}  // namespace skein::checks
