// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Everything with a name, in one hash table inside the state: relations (tables, indexes and sequences share PostgreSQL's
/// namespace), constraints by schema, columns by table. Entries are never removed: a dead or renamed one no longer matches.

#include <skein/model/schema.hpp>

namespace skein::checks {

using model::ident;
using model::name_ref;
using model::schema;
using model::u32;

namespace names {

enum class entry : u32 { table = 1, object = 2, sequence = 3, constraint = 4, column = 5 };
inline constexpr u32 slot_bits = 28;
constexpr entry kind_of(u32 e) { return static_cast<entry>(e >> slot_bits); }
constexpr u32 slot_of(u32 e) { return e & ((1u << slot_bits) - 1); }

constexpr u32 mix(u32 name, u32 owner) {
  const u32 h = (name ^ owner) * 2654435769u;
  return h ^ (h >> 15);
}
constexpr u32 schema_key(const ident& s) { return model::is_default(s) ? 0 : s.hash; }
inline constexpr u32 constraint_salt = 0x5bd1e995u;

constexpr void insert(schema& s, u32 key, entry kind, u32 slot) {
  u32 p = key & s.mask;
  while (s.names[p]) p = (p + 1) & s.mask;
  s.names[p] = static_cast<u32>(kind) << slot_bits | slot;
  ++s.used.names;
}

constexpr const ident& schema_of(const schema& s, u32 table) { return *s.tables[table].schema; }

/// The relation of that name: its entry, or 0.
template <class Name>
constexpr u32 find_relation(const schema& s, const ident& in, const Name& name) {
  for (u32 p = mix(name.hash, schema_key(in)) & s.mask; u32 e = s.names[p]; p = (p + 1) & s.mask) {
    const u32 i = slot_of(e);
    switch (kind_of(e)) {
      case entry::table: {
        const model::table_state& t = s.tables[i];
        if (t.alive && same_schema(*t.schema, in) && same(*t.name, name)) return e;
        break;
      }
      case entry::object: {
        const model::object_state& o = s.objects[i];
        if (o.alive && same(o.name, name) && same_schema(schema_of(s, o.table), in)) return e;
        break;
      }
      case entry::sequence: {
        const model::sequence_state& q = s.sequences[i];
        if (q.column && same(q.name, name) && same_schema(*q.schema, in)) return e;
        break;
      }
      default: break;
    }
  }
  return 0;
}
constexpr u32 find_table(const schema& s, const ident& in, const ident& name) {
  const u32 e = find_relation(s, in, name);
  return e && kind_of(e) == entry::table ? slot_of(e) : 0;
}

/// A constraint of that name: on that table, or with table 0 on any in the schema.
template <class Name>
constexpr u32 find_constraint(const schema& s, const ident& in, u32 table, const Name& name) {
  for (u32 p = mix(name.hash, schema_key(in) ^ constraint_salt) & s.mask; u32 e = s.names[p]; p = (p + 1) & s.mask) {
    if (kind_of(e) != entry::constraint) continue;
    const model::object_state& o = s.objects[slot_of(e)];
    if (o.alive && (!table || o.table == table) && same(o.name, name) && same_schema(schema_of(s, o.table), in))
      return slot_of(e);
  }
  return 0;
}

constexpr u32 find_column(const schema& s, u32 table, const ident& name) {
  for (u32 p = mix(name.hash, table * 0x85ebca6bu + 1) & s.mask; u32 e = s.names[p]; p = (p + 1) & s.mask) {
    if (kind_of(e) != entry::column) continue;
    const model::column_state& c = s.columns[slot_of(e)];
    if (c.table == table && c.name && same(*c.name, name)) return slot_of(e);
  }
  return 0;
}

constexpr void insert_table(schema& s, u32 t) {
  insert(s, mix(s.tables[t].name->hash, schema_key(*s.tables[t].schema)), entry::table, t);
}
constexpr void insert_column(schema& s, u32 c) {
  insert(s, mix(s.columns[c].name->hash, s.columns[c].table * 0x85ebca6bu + 1), entry::column, c);
}
constexpr void insert_sequence(schema& s, u32 q) {
  insert(s, mix(s.sequences[q].name.hash, schema_key(*s.sequences[q].schema)), entry::sequence, q);
}
/// A constraint has a name among constraints; one that is an index has the same among relations.
constexpr void insert_object(schema& s, u32 o) {
  const model::object_state& x = s.objects[o];
  const u32 in = schema_key(schema_of(s, x.table));
  if (model::is_constraint(x.what)) insert(s, mix(x.name.hash, in ^ constraint_salt), entry::constraint, o);
  if (x.index || x.what == model::kind::primary_key || x.what == model::kind::unique)
    insert(s, mix(x.name.hash, in), entry::object, o);
}

constexpr bool schema_exists(const schema& s, const ident& name) {
  if (model::is_default(name)) return true;
  for (u32 i = 1; i <= s.used.schemas; ++i)
    if (s.schemas[i].alive && same(*s.schemas[i].name, name)) return true;
  return false;
}

}  // namespace names
}  // namespace skein::checks
