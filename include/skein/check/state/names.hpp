// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Everything with a name, in one hash table inside the state: relations (tables, indexes and sequences share PostgreSQL's
/// namespace), constraints by schema, columns by table. Entries are never removed: a dead or renamed one no longer matches.

#include <skein/check/text/identifiers.hpp>
#include <skein/model/schema.hpp>

namespace skein::checks {

using model::ident;
using model::name_ref;
using model::u32;

constexpr bool same(const name_ref& name, const identifier& i) {
  if (name.given) return same(*name.given, i);
  if (name.hash != i.hash) return false;
  const model::short_text written = model::naming::write(name);
  return same(ident(written.text, written.size), i);
}

namespace names {

// An entry is a slot and what it is a slot of; of `columns` the last column of a table that is meant with all before it. The arithmetic is spelled out where it runs often: to a compiler evaluating it,
// a call costs as much as ten additions, and GCC keeps a memo of every call.
enum entry : u32 { property = 0, table = 1, object = 2, sequence = 3, constraint = 4, column = 5, entity = 6, columns = 7, schema = 8, right = 9, defaults = 10 };
inline constexpr u32 kind_bits = 4, kind_mask = 15;
constexpr u32 slot_of(u32 e) { return e >> kind_bits; }
constexpr u32 of_column(u32 slot) { return slot << kind_bits | column; }
constexpr u32 of_object(u32 slot) { return slot << kind_bits | object; }

/// One multiplication spreads what differs in any bit to the upper bits, which are the place in the table.
inline constexpr u32 spread = 2654435769u, of_table = 0x85ebca6bu, of_constraint = 0x5bd1e995u;

/// Two bits of 64 for each name, given by its hash: a set of few names as bits says of most others that they are not in it.
constexpr model::u64 bits_of(u32 name) { return model::u64{1} << (name * spread >> 26) | model::u64{1} << (name * spread >> 20 & 63); }
constexpr bool may_have(model::u64 set, model::u64 bits) { return (set & bits) == bits; }

constexpr u32 schema_key(const ident& s) { return s.size == 0 || model::is_default(s) ? 0 : s.hash; }
constexpr u32 schema_key(const identifier& i) { return i.hash == model::public_schema.hash ? 0 : i.hash; }

// A probe ends at the entry that is looked for, or at the free place where it would be.

/// A relation: table, index or sequence.
template <class Name>
constexpr u32 probe_relation(const auto& s, u32 in, const Name& name) {
  u32 p = ((name.hash ^ in) * spread) >> s.shift;
  for (; const u32 e = s.names[p]; p = (p + 1) & s.mask) {
    const u32 i = e >> kind_bits;
    switch (e & kind_mask) {
      case table: {
        const model::table_state& t = s.tables[i];
        if (t.alive && t.schema_key == in && same(*t.name, name)) return p;
        break;
      }
      case object: {
        const model::object_state& o = s.objects[i];
        if (o.alive && same(o.name, name) && s.tables[o.table].schema_key == in) return p;
        break;
      }
      case sequence: {
        const model::sequence_state& q = s.sequences[i];
        if (q.alive && q.schema_key == in && same(q.name, name)) return p;
        break;
      }
      case entity: {
        const model::entity_state& x = s.entities[i];
        if (x.alive && model::traits_of(x.what).is_relation && x.schema_key == in && same(*x.name, name)) return p;
        break;
      }
      default: break;
    }
  }
  return p;
}

/// A constraint: on that table, or with table 0 on any in the schema.
template <class Name>
constexpr u32 probe_constraint(const auto& s, u32 in, u32 on, const Name& name) {
  u32 p = ((name.hash ^ in ^ of_constraint) * spread) >> s.shift;
  for (; const u32 e = s.names[p]; p = (p + 1) & s.mask) {
    if ((e & kind_mask) != constraint) continue;
    const model::object_state& o = s.objects[e >> kind_bits];
    if (o.alive && (!on || o.table == on) && same(o.name, name) && s.tables[o.table].schema_key == in) return p;
  }
  return p;
}

template <class Name>
constexpr u32 probe_column(const auto& s, u32 in, const Name& name) {
  u32 p = ((name.hash ^ (of_table * in)) * spread) >> s.shift;
  for (; const u32 e = s.names[p]; p = (p + 1) & s.mask) {
    if ((e & kind_mask) != column) continue;
    const model::column_state& c = s.columns[e >> kind_bits];
    if (c.table == in && c.name && same(*c.name, name)) return p;
  }
  return p;
}

/// Types share one set of names, routines another; every other kind has one of its own, per schema or per table. The
/// relations among them are with the tables; a composite type is both.
constexpr u32 space_of(model::entity_kind k) {
  const model::entity_traits& t = model::traits_of(k);
  return of_constraint * (t.is_type ? 3u : t.is_routine ? 5u : 16u + static_cast<u32>(k));
}
/// `within` is the key of a routine's arguments, or the table that the entity hangs on.
template <class Name>
constexpr u32 probe_entity(const auto& s, model::entity_kind k, u32 in, u32 within, const Name& name) {
  const u32 space = space_of(k);
  u32 p = ((name.hash ^ in ^ space ^ (of_table * within)) * spread) >> s.shift;
  for (; const u32 e = s.names[p]; p = (p + 1) & s.mask) {
    if ((e & kind_mask) != entity) continue;
    const model::entity_state& x = s.entities[e >> kind_bits];
    if (x.alive && x.schema_key == in && x.within == within && space_of(x.what) == space && same(*x.name, name)) return p;
  }
  return p;
}

/// Calls `f` with the routines of that name, with some of them perhaps twice.
template <class Name>
constexpr void each_overload(const auto& s, u32 in, const Name& name, auto&& f) {
  const u32 space = space_of(model::entity_kind::function);
  for (u32 p = ((name.hash ^ in ^ space) * spread) >> s.shift; const u32 e = s.names[p]; p = (p + 1) & s.mask) {
    if ((e & kind_mask) != entity) continue;
    const model::entity_state& x = s.entities[e >> kind_bits];
    if (x.alive && x.schema_key == in && model::traits_of(x.what).is_routine && same(*x.name, name)) f(e >> kind_bits);
  }
}

// What a probe finds, as a slot; 0 if there is none

template <class Name>
constexpr u32 find_relation(const auto& s, const ident& in, const Name& name) {
  return s.names[probe_relation(s, schema_key(in), name)];
}
/// The slot of a relation of that kind.
template <class Name>
constexpr u32 slot_of_relation(const auto& s, u32 in, const Name& name, u32 kind) {
  const u32 e = s.names[probe_relation(s, in, name)];
  return (e & kind_mask) == kind ? e >> kind_bits : 0;
}
constexpr u32 find_table(const auto& s, const ident& in, const ident& name) {
  const u32 e = find_relation(s, in, name);
  return (e & kind_mask) == table ? e >> kind_bits : 0;
}
constexpr u32 find_constraint(const auto& s, u32 on, const ident& name) {
  return s.names[probe_constraint(s, s.tables[on].schema_key, on, name)] >> kind_bits;
}
template <class Name>
constexpr u32 find_column(const auto& s, u32 in, const Name& name) {
  return s.names[probe_column(s, in, name)] >> kind_bits;
}

template <class Name>
constexpr u32 find_entity(const auto& s, model::entity_kind k, u32 in, u32 within, const Name& name) {
  if (!s.used.entities) return 0;
  if (model::traits_of(k).is_relation && !model::traits_of(k).is_type) {
    const u32 e = s.names[probe_relation(s, in, name)];
    return (e & kind_mask) == entity ? e >> kind_bits : 0;
  }
  return s.names[probe_entity(s, k, in, within, name)] >> kind_bits;
}
/// The type of a column, if it is one of the history's.
constexpr u32 find_type(const auto& s, const model::object_name& n) {
  return find_entity(s, model::entity_kind::type, schema_key(n.schema), 0, n.name);
}

// Entering a name that is not there yet

constexpr void insert(auto& s, u32 key, u32 e) {
  u32 p = (key * spread) >> s.shift;
  while (s.names[p]) p = (p + 1) & s.mask;
  s.names[p] = e;
}
constexpr void insert_column(auto& s, u32 c) { insert(s, s.columns[c].name->hash ^ (of_table * s.columns[c].table), c << kind_bits | column); }
constexpr void insert_relation(auto& s, u32 in, u32 name, u32 e) { insert(s, name ^ in, e); }
constexpr bool is_relation(const model::object_state& o) {
  return (o.index && o.what != model::kind::partition_by) || o.what == model::kind::primary_key || o.what == model::kind::unique;
}
/// A constraint has a name among constraints; one that is an index has the same among relations.
constexpr void insert_object(auto& s, u32 o, const model::object_state& x) {
  const u32 in = s.tables[x.table].schema_key;
  if (model::is_constraint(x.what)) insert(s, x.name.hash ^ in ^ of_constraint, o << kind_bits | constraint);
  if (is_relation(x)) insert_relation(s, in, x.name.hash, o << kind_bits | object);
}

constexpr void insert_entity(auto& s, u32 i) {
  const model::entity_state& x = s.entities[i];
  const model::entity_traits& t = model::traits_of(x.what);
  if (t.is_relation) insert_relation(s, x.schema_key, x.name->hash, i << kind_bits | entity);
  if (!t.is_relation || t.is_type) insert(s, x.name->hash ^ x.schema_key ^ space_of(x.what) ^ (of_table * x.within), i << kind_bits | entity);
  if (t.is_routine && x.within) insert(s, x.name->hash ^ x.schema_key ^ space_of(x.what), i << kind_bits | entity);  // among its overloads
}

constexpr bool schema_exists(const auto& s, const ident& name) {
  if (model::is_default(name)) return true;
  for (u32 i = 1; i <= s.used.schemas; ++i)
    if (s.schemas[i].alive && same(*s.schemas[i].name, name)) return true;
  return false;
}

}  // namespace names
}  // namespace skein::checks
