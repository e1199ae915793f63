// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What roles may do, in the state. It hangs on the slot of its object: renames leave it alone, and with the object it is gone.

#include <skein/check/entities/entity_uses.hpp>
#include <skein/check/mix.hpp>
#include <skein/model/privilege.hpp>

namespace skein::checks {

namespace privilege = model::privilege;
using model::grantable;
using model::privilege_def;
using model::right_state;

/// A history that grants nothing does not pay for what is done with privileges.
template <class Sim>
constexpr bool may_hold_rights() {
  if constexpr (requires { Sim::has_rights; }) return Sim::has_rights;
  else return true;
}

namespace names {

constexpr u32 right_key(u32 of, u32 column, const ident& role) { return role.hash ^ (of * of_table) ^ (column * of_constraint); }
constexpr u32 find_right(const auto& s, u32 of, u32 column, const ident& role, const ident* creator = nullptr) {
  u32 p = (right_key(of, column, role) * spread) >> s.shift;
  for (; const u32 e = s.names[p]; p = (p + 1) & s.mask) {
    if ((e & kind_mask) != right) continue;
    const right_state& r = s.rights[e >> kind_bits];
    if (r.of == of && r.column == column && same(*r.role, role) && same(r.creator, creator)) return e >> kind_bits;
  }
  return 0;
}
constexpr void insert_right(auto& s, u32 i) { insert(s, right_key(s.rights[i].of, s.rights[i].column, *s.rights[i].role), i << kind_bits | right); }

/// The schema as an entry: schema public is there from the beginning, and in no list.
constexpr u32 schema_entry(const auto& s, const ident& name) {
  u32 slot = 0;
  for (u32 i = 1; i <= s.used.schemas; ++i)
    if (s.schemas[i].alive && same(*s.schemas[i].name, name)) slot = i;
  return slot << kind_bits | schema;
}

/// What is to be created of a kind in a schema; null: anywhere.
constexpr u32 defaults_entry(const auto& s, grantable on, const ident* in) {
  return (in ? slot_of(schema_entry(s, *in)) + 1 : 0) << kind_bits | (defaults + static_cast<u32>(on));
}
constexpr bool is_defaults(u32 of) { return (of & kind_mask) >= defaults; }
constexpr grantable kind_of_defaults(u32 of) { return static_cast<grantable>((of & kind_mask) - defaults); }

}  // namespace names

/// What PostgreSQL gives to a role by itself.
constexpr u32 given_at_first(const auto& s, u32 of, const ident& role) {
  if (!model::is_public(role)) return 0;
  if (of == names::schema) return privilege::usage;
  if (names::is_defaults(of)) {
    const grantable on = names::slot_of(of) ? grantable::table : names::kind_of_defaults(of);  // of a schema they come on top
    return on == grantable::routine ? privilege::execute : on == grantable::type ? privilege::usage : 0;
  }
  if ((of & names::kind_mask) != names::entity) return 0;
  const model::entity_traits& t = model::traits_of(s.entities[names::slot_of(of)].what);
  return t.is_routine ? privilege::execute : t.is_type ? privilege::usage : 0;
}
constexpr u32 held(const auto& s, u32 of, u32 column, const ident& role, const ident* creator = nullptr) {
  const u32 i = names::find_right(s, of, column, role, creator);
  return i ? s.rights[i].held : column ? 0 : given_at_first(s, of, role);
}
constexpr u32 options(const auto& s, u32 of, u32 column, const ident& role, const ident* creator = nullptr) {
  const u32 i = names::find_right(s, of, column, role, creator);
  return i ? s.rights[i].options : 0;
}
/// Whether it is other than if nothing had been said.
constexpr bool is_said(const auto& s, const right_state& r) { return r.options || r.held != (r.column ? 0 : given_at_first(s, r.of, *r.role)); }

/// Whether what it is on is there.
constexpr bool is_alive(const auto& s, const right_state& r) {
  const u32 i = names::slot_of(r.of);
  if (names::is_defaults(r.of)) return i < 2 || s.schemas[i - 1].alive;
  switch (r.of & names::kind_mask) {
    case names::table: return s.tables[i].alive && (!r.column || s.columns[r.column].name);
    case names::sequence: return s.sequences[i].alive;
    case names::schema: return !i || s.schemas[i].alive;
    default: return s.entities[i].alive;
  }
}

/// The right of a role, entered if nothing was said about it.
constexpr right_state& enter_right(auto& s, u32 of, u32 column, const ident* role, const ident* creator = nullptr) {
  if (const u32 i = names::find_right(s, of, column, *role, creator)) return s.rights[i];
  const u32 i = ++s.used.rights;
  s.rights[i] = {of, column, role, column ? 0 : given_at_first(s, of, *role), 0, creator};
  s.used.defaults += names::is_defaults(of);
  names::insert_right(s, i);
  return s.rights[i];
}

/// A table, or a view, as an entry; 0 if there is none.
constexpr u32 find_granted_relation(const auto& s, const model::object_name& n) {
  const u32 e = names::find_relation(s, n.schema, n.name), is = e & names::kind_mask;
  if (is == names::table) return e;
  return is == names::entity && !model::traits_of(s.entities[names::slot_of(e)].what).is_type ? e : 0;
}
/// Calls `f` with every table and view of the schema.
constexpr void each_relation_in(const auto& s, const ident& schema, auto&& f) {
  const u32 key = names::schema_key(schema);
  for (u32 t = 1; t <= s.used.tables; ++t)
    if (s.tables[t].alive && s.tables[t].schema_key == key) f(t << names::kind_bits | names::table);
  for (u32 i = 1; i <= s.used.entities; ++i) {
    const model::entity_state& e = s.entities[i];
    const model::entity_traits& t = model::traits_of(e.what);
    if (e.alive && t.is_relation && !t.is_type && e.schema_key == key) f(i << names::kind_bits | names::entity);
  }
}

/// What default privileges give to an object of that kind in that schema; of FOR ROLE nothing, which is another role's.
struct given_rights {
  u32 held, options;
};
constexpr given_rights given_when_created(const auto& s, u32 of, grantable on, const ident* schema, const ident& role) {
  if (!s.used.defaults) return {given_at_first(s, of, role), 0};
  const u32 anywhere = names::defaults_entry(s, on, nullptr), here = schema ? names::defaults_entry(s, on, schema) : anywhere;
  return {held(s, anywhere, 0, role) | held(s, here, 0, role), options(s, anywhere, 0, role) | options(s, here, 0, role)};
}
/// A new object gets them.
template <class Sim>
constexpr void give_defaults(Sim& sim, u32 of, grantable on, const ident* schema) {
  if constexpr (may_hold_rights<Sim>()) {
    if (!sim.used.defaults) return;
    for (u32 i = 1, last = sim.used.rights; i <= last; ++i) {
      const ident* role = sim.rights[i].role;
      if (!names::is_defaults(sim.rights[i].of) || sim.rights[i].creator) continue;
      const given_rights given = given_when_created(sim, of, on, schema, *role);
      if (given.held == given_at_first(sim, of, *role) && !given.options) continue;
      right_state& r = enter_right(sim, of, 0, role);
      r.held = given.held, r.options = given.options;
    }
  }
}

/// The facts about an object: a schema has neither table nor entity.
constexpr verdict right_facts(const auto& s, u32 of, u32 column = 0) {
  const u32 i = names::slot_of(of);
  if (names::is_defaults(of)) {
    verdict f;
    if (i) f.schema = i > 1 ? s.schemas[i - 1].name : &model::public_schema;
    f.later = names::kind_of_defaults(of);
    return f;
  }
  switch (of & names::kind_mask) {
    case names::table: return column ? checks::of(s, i, s.columns[column].name) : checks::of(s, i);
    case names::sequence: {
      verdict f;
      f.entity = entity_kind::sequence;
      f.schema = s.sequences[i].schema;
      f.object = s.sequences[i].name;
      return f;
    }
    case names::schema: {
      verdict f;
      f.schema = i ? s.schemas[i].name : &model::public_schema;
      return f;
    }
    default: return entity_facts(s, i);
  }
}

namespace digests {

constexpr u64 of_right(const auto& s, const right_state& r) {
  return mix(mix(mix(r.role->hash, r.column ? s.columns[r.column].name->hash : r.creator ? r.creator->hash : 0), r.held), r.options);
}
/// Of all roles on that object.
template <class Schema>
constexpr u64 of_rights(const Schema& s, u32 of) {
  u64 sum = 0;
  if constexpr (may_hold_rights<Schema>())
    for (u32 i = 1; i <= s.used.rights; ++i)
      if (const right_state& r = s.rights[i]; r.of == of && is_alive(s, r) && is_said(s, r)) sum += of_right(s, r);
  return sum;
}

}  // namespace digests

}  // namespace skein::checks
