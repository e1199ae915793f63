// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A table's full definition as one number, the order of its columns apart.

#include <skein/check/entities/entity_digest.hpp>
#include <skein/check/partitions/tree.hpp>
#include <skein/check/properties/set_property.hpp>
#include <skein/check/tables/default_uses.hpp>
#include <skein/check/tables/foreign_key.hpp>
#include <skein/check/text/calls_text.hpp>
#include <skein/check/text/identifiers.hpp>

namespace skein::checks {

namespace digests {

/// A text of the object in that slot, with what it uses under present names. `o` may be a copy of the object.
template <class State>
constexpr u64 of_text(const State& s, u32 slot, const object_state& o, const model::text_view& text, u32& use) {
  u64 h = 1;
  const char* at = text.data;
  calls_writer<State> calls(s, calls_of(s, o.table, names::of_object(slot), text));
  const auto put = [&h](char c) { h = mix(h, static_cast<unsigned char>(c)); };
  const auto keep = [&h](const char* from, const char* to) {
    for (; from != to; ++from) h = mix(h, static_cast<unsigned char>(*from));
  };
  for (reader r(text); r.next(); ++use) {
    const u32 c = s.uses[o.first_use + use];
    if (!c) continue;
    calls.write(at, r.found.from, keep, put);
    h = mix(h, s.columns[c].name->hash);
    at = r.found.to;
  }
  calls.write(at, text.data + text.size, keep, put);
  return h;
}
constexpr u64 of_index(const auto& s, u32 slot, const object_state& o, const model::index_def& d) {
  u64 h = mix(d.unique, d.nulls_not_distinct);
  h = mix(h, d.method ? d.method->hash : 0);
  u32 use = o.keys + d.include.size;
  for (u32 i = 0; i < d.elements.size; ++i) {
    const model::element& e = d.elements[i];
    const u32 c = s.uses[o.first_use + i];
    h = mix(h, static_cast<u64>(e.direction) * 8 + static_cast<u64>(e.null_order));
    h = mix(h, c ? s.columns[c].name->hash : of_text(s, slot, o, e.expression, use));
    h = mix(mix(h, e.opclass ? e.opclass->name.hash : 0), e.collation ? e.collation->name.hash : 0);
    h = mix(h, e.with.hash);
  }
  for (u32 i = 0; i < d.include.size; ++i) h = mix(h, s.columns[s.uses[o.first_use + d.elements.size + i]].name->hash);
  if (d.where) h = mix(h, of_text(s, slot, o, d.where, use));
  for (const model::parameter& p : d.parameters) h = mix(mix(h, p.name.hash), p.value.hash);
  return h;
}
constexpr u64 of_bound(const model::partition_bound& b) {
  u64 h = mix(mix(static_cast<u64>(b.what), b.modulus), b.remainder);
  for (const auto* list : {&b.from, &b.to})
    for (const model::value& v : *list) h = mix(mix(mix(h, static_cast<u64>(v.what)), static_cast<u64>(v.number)), model::hash_of(v.data, v.size));
  return h;
}
constexpr u64 of_object(const auto& s, u32 slot, const object_state& o) {
  u64 h = mix(static_cast<u64>(o.what) * 2 + o.validated, o.name.hash);
  if (o.inherited) h = mix(h, s.objects[o.inherited].name.hash);
  if (o.what == kind::column) {  // what the column is generated from
    u32 use = 0;
    return mix(s.columns[o.target].name->hash, of_text(s, slot, o, *s.columns[o.target].text, use));
  }
  if (o.comment) h = mix(h, o.comment->hash);
  if (o.index) h = mix(h, of_index(s, slot, o, *o.index));
  if (const model::constraint_def* d = o.constraint) {
    if (!d->exclusion) {
      u32 use = 0;
      if (d->what == kind::check) h = mix(h, of_text(s, slot, o, d->expression, use));
      else
        for (u32 i = 0; i < o.used + o.targets; ++i) h = mix(h, s.columns[s.uses[o.first_use + i]].name->hash);
    }
    if (o.target) h = mix(mix(h, s.tables[o.target].name->hash), s.tables[o.target].schema_key);
    if (d->what == kind::partition_of) h = mix(h, of_bound(model::bound_of(*d)));
    for (const ident* c : d->delete_columns) h = mix(h, s.columns[s.uses[o.first_use + place_in_key(*d, *c)]].name->hash);
    h = mix(h, static_cast<u64>(d->on_delete) * 64 + static_cast<u64>(d->on_update) * 8 + static_cast<u64>(d->defer) * 2 + d->match_full);
    h = mix(h, d->nulls_not_distinct * 2 + d->no_inherit);
  }
  return h;
}
constexpr u64 of_object(const auto& s, u32 slot) { return of_object(s, slot, s.objects[slot]); }
constexpr u64 of_sequence(const auto& s, u32 q) {
  if (!q) return 0;
  const model::sequence_state& x = s.sequences[q];
  u64 h = mix(mix(x.name.hash, x.schema_key), static_cast<u64>(x.values.type) * 2 + x.values.cycles);
  for (const long long v : {x.values.first, x.values.step, x.values.least, x.values.most, x.values.cached}) h = mix(h, static_cast<u64>(v));
  if (x.column) h = mix(h, s.columns[x.column].name->hash);
  h = mix(h, x.comment ? x.comment->hash : 0);
  return s.used.rights | s.used.properties ? h + of_said(s, q << names::kind_bits | names::sequence) : h;
}
/// What an entry stands for, under its present name.
constexpr u64 of_relation(const auto& s, u32 entry) {
  const u32 i = names::slot_of(entry);
  switch (entry & names::kind_mask) {
    case names::table: return mix(s.tables[i].name->hash, s.tables[i].schema_key);
    case names::sequence: return mix(s.sequences[i].name.hash, s.sequences[i].schema_key);
    case names::object: return mix(s.objects[i].name.hash, s.tables[s.objects[i].table].schema_key);
    case names::entity: return mix(s.entities[i].name->hash, s.entities[i].schema_key);
    case names::schema: return i ? s.schemas[i].name->hash : 0;
    default: return names::is_defaults(entry) && i > 1 ? s.schemas[i - 1].name->hash : i;
  }
}
/// A default with what it uses under present names.
template <class State>
constexpr u64 of_default(const State& s, u32 column) {
  const column_state& c = s.columns[column];
  const entity_state* called = calls_of(s, c.table, names::of_column(column), *c.text);
  if (!(c.flags & flag::relation) && !called) return mix(c.text->hash, c.text->size);
  u64 h = 1;
  u32 plain = 0, size = 0;
  const char* at = c.text->data;
  calls_writer<State> calls(s, called);
  const auto put = [&](char k) {
    h = mix(h, static_cast<unsigned char>(k));
    plain = model::hash_step(plain, k), ++size;
  };
  const auto keep = [&](const char* from, const char* to) {
    for (; from != to; ++from) put(*from);
  };
  if (c.flags & flag::relation) {
    u32 use = s.entities[find_default(s, column)].first_use;
    for (model::relation_reader r(*c.text); r.next(); ++use) {
      if (!s.uses[use]) continue;
      calls.write(at, r.found.from, keep, put);
      h = mix(h, of_relation(s, s.uses[use]));
      at = r.found.to;
    }
  }
  calls.write(at, c.text->data + c.text->size, keep, put);
  return c.flags & flag::relation ? h : mix(plain, size);
}
constexpr u64 of_column(const auto& s, u32 column) {
  const column_state& c = s.columns[column];
  u64 h = mix(c.name->hash, of_type(*c.type));
  h = mix(h, c.flags & ((flag::attributes | flag::inherited) & ~flag::comment & ~flag::collation));
  if (c.text && !(c.flags & flag::generated)) h = mix(h, of_default(s, column));
  if (c.collation) h = mix(mix(h, c.collation->name.hash), names::schema_key(c.collation->schema));
  if (c.comment) h = mix(h, c.comment->hash);
  if (c.sequence) h = mix(h, s.sequences[c.sequence].name.hash);
  return h;
}
template <class State>
constexpr u64 of_table(const State& s, u32 table) {
  if (!table) return 0;
  const table_state& t = s.tables[table];
  u64 sum = mix(t.name->hash, t.comment ? t.comment->hash : 0);
  for (u32 c = t.first_column; c; c = s.columns[c].next)
    if (s.columns[c].name) sum += of_column(s, c);
  for (u32 o = t.first_object; o; o = s.objects[o].next)
    if (s.objects[o].alive) sum += of_object(s, o);
  for (u32 q = t.first_sequence; q; q = s.sequences[q].next) sum += of_sequence(s, q);
  for (u32 p = t.first_setting; p; p = s.settings[p].next)
    if (s.settings[p].value) sum += mix(s.settings[p].value->name.hash, s.settings[p].value->value.hash);
  if constexpr (knows_partitions<State>) each_child(s, table, [&](u32 p) { return sum += of_table(s, p), true; });
  if constexpr (may_hold_rights<State>() || knows_properties<State>) sum += of_said(s, table << names::kind_bits | names::table);
  if constexpr (may_hold_entities<State>()) sum += of_entities(s, table);
  return sum;
}

/// An entity with all that is its own.
template <class State>
constexpr u64 of_whole(const State& s, u32 i) {
  if constexpr (!may_hold_entities<State>()) return 0;
  else return i && is_view(s.entities[i].what) ? of_table(s, s.entities[i].table) + of_said(s, i << names::kind_bits | names::entity) : of_entity(s, i);
}

/// Whether it is there, whose it is, and what roles may do in it.
constexpr u64 of_schema(const auto& s, const ident& name) {
  if (!names::schema_exists(s, name)) return 0;
  const u32 of = names::schema_entry(s, name);
  const model::text_view* comment = s.schemas[names::slot_of(of)].comment;
  return 1 + of_said(s, of) + (comment ? comment->hash : 0);
}

/// The table that a step is about: by its name, or by the name of its index.
constexpr u32 subject(const auto& s, const step& x) {
  if (!x.table) return 0;
  const u32 e = names::find_relation(s, x.table->schema, x.table->name);
  if (!e) return 0;
  const u32 kind = e & names::kind_mask;
  return kind == names::table ? names::slot_of(e) : kind == names::object ? s.objects[names::slot_of(e)].table : kind == names::entity ? s.entities[names::slot_of(e)].table : 0;
}

/// Everything that the steps name, in one number per step: which table, and how it looks.
template <class F>
constexpr void each(const auto& s, const model::list<const step*>& steps, F&& f) {
  for (const step* x : steps) {
    each(s, x->effects, f);
    if (x->what == model::op::group) continue;
    if (x->what == model::op::create_schema || x->what == model::op::drop_schema || x->what == model::op::comment_on_schema) f(*x, of_schema(s, *x->name));
    else if (x->what == model::op::grant) f(*x, of_privileges(s, privileges_of(*x)));
    else if (x->what == model::op::set_property) f(*x, of_subject(s, property_of(*x)));
    else if (x->entity && x->entity->what == entity_kind::sequence) f(*x, of_sequence(s, find_sequence(s, *x->entity->name)));
    else if (x->entity) f(*x, of_whole(s, find_entity(s, *x->entity)));
    else if (x->table) f(*x, of_table(s, subject(s, *x)));
  }
}

}  // namespace digests

}  // namespace skein::checks
