// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Who uses whom: an entity holds what it uses as entries of check/state/names.hpp, and each of those counts its users, so that
/// dropping what nobody uses costs nothing. Who the users are is looked for only to say it.

#include <skein/check/entities/signature.hpp>
#include <skein/check/tables/base_type.hpp>
#include <skein/check/text/body_names.hpp>

namespace skein::checks {

using model::entity_def;
using model::entity_kind;
using model::entity_state;

constexpr verdict entity_facts_of(const auto& s, const entity_state& e) {
  verdict f;
  f.entity = e.what;
  f.schema = e.schema;
  f.table = e.name;
  if (e.def) f.routine = e.def->routine;
  if (model::traits_of(e.what).of_table) f.on_table = s.tables[e.table].name;
  return f;
}
constexpr verdict entity_facts(const auto& s, u32 i) { return entity_facts_of(s, s.entities[i]); }

/// The slot of a table, or of what holds the columns of a view.
constexpr u32 find_columns(const auto& s, const model::object_name& n) {
  const u32 e = names::find_relation(s, n.schema, n.name), i = names::slot_of(e);
  return (e & names::kind_mask) == names::table ? i : (e & names::kind_mask) == names::entity ? s.entities[i].table : 0;
}
/// The view whose columns a slot holds; 0: it is a table's.
constexpr u32 view_of(const auto& s, u32 table) {
  if (s.tables[table].alive) return 0;
  u32 i = s.tables[table].first_entity;
  while (i && s.entities[i].next) i = s.entities[i].next;
  return i;
}

/// What an entity's name is unique in, besides its schema; `table` is the slot of the one that it hangs on.
constexpr u32 within(const auto& s, const entity_def& d, u32 table) {
  if (d.what == entity_kind::object) return d.clauses.data[0].text.hash;
  return model::traits_of(d.what).is_routine ? signature_key(s, *d.routine) : table;
}

constexpr u32 find_entity(const auto& s, const entity_def& d) {
  const u32 table = model::traits_of(d.what).of_table ? find_columns(s, *d.table) : 0;
  const u32 in = table ? s.tables[table].schema_key : names::schema_key(d.name->schema);
  const u32 i = names::find_entity(s, d.what, in, within(s, d, table), d.name->name);
  return i && (d.what == entity_kind::type || s.entities[i].what == d.what) ? i : 0;
}

constexpr void add_dependent(verdict& f, const dependent& d) {
  if (f.dependents < most_dependents) f.dependent_list[f.dependents] = d;
  ++f.dependents;
}
constexpr dependent dependent_of(const auto& s, const column_state& c) {
  return {entity_kind::none, s.tables[c.table].schema, c.name, s.tables[c.table].name, nullptr, {}, {}};
}
constexpr dependent dependent_of(const auto& s, const entity_state& e) {
  if (e.what != entity_kind::expression) {
    const ident* table = model::traits_of(e.what).of_table ? s.tables[e.table].name : nullptr;
    return {e.what, e.schema, e.name, table, e.def->routine, {}, {}};
  }
  dependent d{e.what, s.tables[e.table].schema, nullptr, s.tables[e.table].name, nullptr, {}, {}};
  const u32 i = names::slot_of(e.holder);
  if ((e.holder & names::kind_mask) == names::column) d.name = s.columns[i].name;
  else if (s.objects[i].what == kind::column) d.name = s.columns[s.objects[i].target].name;
  else d.object = s.objects[i].name, d.object_is = s.objects[i].what;
  return d;
}

constexpr u32 require_entity(auto& sim, const entity_def& d) {
  const model::entity_traits& t = model::traits_of(d.what);
  if (t.of_table && !find_columns(sim, *d.table) && !require_table(sim, *d.table)) return 0;
  if (const u32 i = find_entity(sim, d)) return i;
  verdict f = named(*d.name);
  f.entity = d.what;
  f.routine = d.routine;
  if (t.of_table) f.on_table = &d.table->name;
  if (d.what == entity_kind::row_security) return sim.fail(fault::no_effect, f);  // the table is so already
  for (u32 i = 1; i <= sim.used.entities; ++i) {
    const entity_state& e = sim.entities[i];
    if (!e.alive || (e.what != d.what && !(t.is_routine && model::traits_of(e.what).is_routine) && !(t.is_type && model::traits_of(e.what).is_type))) continue;
    if (t.is_routine && same(*e.name, d.name->name)) add_dependent(f, dependent_of(sim, e));  // another of its overloads
    else if (d.what == entity_kind::object && e.within != d.clauses.data[0].text.hash) continue;
    else if (near(*e.name, d.name->name)) f.hint = e.name;
  }
  sim.fail(fault::no_entity, f);
  return 0;
}

inline constexpr ident pg_catalog{"pg_catalog"};

/// Notes that the entity uses that; 0 for an identifier that is nothing of the history's.
constexpr void use(auto& sim, entity_state& e, u32 entry) {
  sim.uses[++sim.used.uses] = entry;
  ++e.used;
}

namespace uses {

constexpr void count(auto& s, u32 entry, u32 by) {
  const u32 i = names::slot_of(entry);
  switch (entry & names::kind_mask) {
    case names::table: s.tables[i].users += by; break;
    case names::column:
      s.columns[i].uses += by;
      s.tables[s.columns[i].table].users += by;
      break;
    case names::columns:
      s.tables[s.columns[i].table].users += by;
      for (u32 c = s.tables[s.columns[i].table].first_column; c && c <= i; c = s.columns[c].next) s.columns[c].uses += by;
      break;
    case names::entity: s.entities[i].users += by; break;
    case names::sequence: s.sequences[i].users += by; break;
    default: break;
  }
}

/// Whether what uses the first entry uses the second one, too: who uses a column uses its table, or its view.
constexpr bool covers(const auto& s, u32 entry, u32 wanted) {
  if (entry == wanted) return true;
  const u32 i = names::slot_of(entry), w = names::slot_of(wanted), is = entry & names::kind_mask;
  if (is != names::column && is != names::columns) return false;
  const u32 table = s.columns[i].table;
  switch (wanted & names::kind_mask) {
    case names::table: return table == w;
    case names::column: return is == names::columns && s.columns[w].table == table && w <= i;
    case names::entity: return s.entities[w].table == table && model::traits_of(s.entities[w].what).is_relation;
    default: return false;
  }
}

}  // namespace uses

constexpr void hold_uses(auto& s, const entity_state& e) {
  for (u32 k = 0; k < e.used; ++k)
    if (const u32 entry = s.uses[e.first_use + k]) uses::count(s, entry, 1);
}
constexpr void release_uses(auto& s, const entity_state& e) {
  for (u32 k = 0; k < e.used; ++k)
    if (const u32 entry = s.uses[e.first_use + k]) uses::count(s, entry, 0u - 1);
}

/// Puts an entity that is defined into its slot, and among what hangs on its table, or holds its columns.
constexpr void enter_entity(auto& s, u32 slot, entity_state& e) {
  hold_uses(s, e);
  s.awaited |= e.awaits;
  e.alive = true;
  if (e.table) {
    e.next = s.tables[e.table].first_entity;
    s.tables[e.table].first_entity = slot;
  } else if (e.what == entity_kind::domain) {
    e.next = s.last_domain;
    s.last_domain = slot;
  }
  s.entities[slot] = e;
}

/// Types of extensions stand among the others of their schema.
template <class Sim>
constexpr bool require_no_type_of_extension(Sim& sim, const ident& in, const ident& name) {
  if constexpr (may_hold_entities<Sim>())
    if (const u32 home = extensions::home_of(sim, name); home && same_schema(extensions::schema_of(sim, home), in)) {
      verdict f;
      f.schema = &in;
      f.table = &name;
      f.text = model::view("type");
      return sim.fail(fault::name_taken, f);
    }
  return true;
}
/// A named type that is none of the history's is a table's, one of PostgreSQL's own, or an extension's.
template <class Sim>
constexpr bool require_known_type(Sim& sim, const model::data_type& t) {
  if (names::find_table(sim, t.user->schema, t.user->name) || same(t.user->schema, pg_catalog)) return true;
  verdict f;
  f.type = &t;
  if constexpr (may_hold_entities<Sim>()) {
    if (const u32 home = extensions::home_of(sim, t.user->name)) {  // of_type has not found it
      f.text = model::view(sim.entities[home].name->text, sim.entities[home].name->kept());
      f.other_schema = &extensions::schema_of(sim, home);
      return same_schema(*f.other_schema, t.user->schema) || sim.fail(fault::no_type, f);
    }
  }
  if (const char* home = known_home_of(t.user->name)) f.text = extensions::text_of(home);
  for (u32 i = 1; i <= sim.used.entities; ++i) {
    const entity_state& e = sim.entities[i];
    if (!f.text && extensions::may_bring_any(sim, i)) return true;
    if (e.alive && model::traits_of(e.what).is_type && near(*e.name, t.user->name)) f.hint = e.name;
  }
  return sim.fail(fault::no_type, f);
}
/// A column of a type of the history's is one of its users.
constexpr bool hold_type(auto& sim, const model::data_type& t) {
  if (t.id != model::type_id::named) return true;
  if (const u32 i = type_entity(sim, t)) {
    verdict f;
    f.type = &t;
    if (sim.entities[i].what == entity_kind::multirange && !require_feature(sim, feature::multirange, f)) return false;
    return ++sim.entities[i].users;
  }
  return require_known_type(sim, t);
}
constexpr void release_type(auto& s, const model::data_type& t) {
  if (const u32 i = type_entity(s, t)) --s.entities[i].users;
}

/// The multirange type that a range type brings along stands in the slot behind it; 0 of what is no range.
constexpr u32 multirange_of(const auto& s, u32 i) { return s.entities[i].what == entity_kind::range ? i + 1 : 0; }
inline constexpr entity_def multirange_definition{.what = entity_kind::multirange};

/// Removes the entity. Whoever calls this has made sure that nothing uses it.
constexpr void forget_entity(auto& s, u32 i) {
  release_uses(s, s.entities[i]);
  body_names::release(s, s.entities[i]);
  for (u32 k = s.entities[i].first_clause; k; k = s.clauses[k].next)
    if (s.clauses[k].type) release_type(s, *s.clauses[k].type);
  s.entities[i].alive = false;
  if (const u32 m = multirange_of(s, i)) s.entities[m].alive = false;
}

/// Entities that use what stands behind the entry.
constexpr void list_entities_using(const auto& s, u32 entry, verdict& f) {
  for (u32 i = 1; i <= s.used.entities; ++i) {
    const entity_state& e = s.entities[i];
    bool found = false;
    for (u32 k = 0; e.alive && k < e.used; ++k) found |= uses::covers(s, s.uses[e.first_use + k], entry);
    if (e.alive && (entry & names::kind_mask) == names::entity)
      for (u32 k = e.first_clause; k; k = s.clauses[k].next) found |= s.clauses[k].type && type_entity(s, *s.clauses[k].type) == names::slot_of(entry);
    if (found) add_dependent(f, dependent_of(s, e));
  }
}

constexpr bool is_used_by_entity(const auto& s, u32 entry) {
  verdict f;
  list_entities_using(s, entry, f);
  return f.dependents != 0;
}

/// Whether no other extension than this one can have brought the type, of which only that much is known.
constexpr bool is_trusted_to(const auto& s, u32 i, const model::data_type& t) {
  if (t.id != model::type_id::named || !extensions::may_bring_any(s, i) || type_entry(s, t) || type_entity(s, t) || same(t.user->schema, pg_catalog)) return false;
  for (u32 other = 1; other <= s.used.entities; ++other)
    if (other != i && extensions::may_bring_any(s, other)) return false;
  return true;
}
/// Columns of the type, or of one that the extension brings.
constexpr void list_columns_of(const auto& s, u32 i, verdict& f) {
  for (u32 c = 1; c <= s.used.columns; ++c)
    if (s.columns[c].name && (type_entity(s, *s.columns[c].type) == i || is_trusted_to(s, i, *s.columns[c].type)))
      add_dependent(f, dependent_of(s, s.columns[c]));
}
/// Whether something uses the entity; `users` counts all but columns whose type was taken on trust.
constexpr bool is_in_use(const auto& s, u32 i) {
  if (s.entities[i].users) return true;
  if (const u32 m = multirange_of(s, i)) return s.entities[m].users != 0;
  if (is_view(s.entities[i].what)) return s.tables[s.entities[i].table].users;
  verdict f;
  if (s.entities[i].what == entity_kind::extension) list_columns_of(s, i, f);
  return f.dependents != 0;
}

/// Says who uses the entity.
constexpr bool fail_in_use(auto& sim, u32 i) {
  const auto& s = sim;
  verdict f = entity_facts(s, i);
  if (model::traits_of(s.entities[i].what).is_type || s.entities[i].what == entity_kind::extension) list_columns_of(s, i, f);
  list_entities_using(s, i << names::kind_bits | names::entity, f);
  if (const u32 m = multirange_of(s, i)) list_columns_of(s, m, f), list_entities_using(s, m << names::kind_bits | names::entity, f);
  return sim.fail(fault::entity_used, f);
}

/// The same for a table, and for a column.
constexpr bool fail_table_in_use(auto& sim, u32 t) {
  verdict f = of(sim, t);
  list_entities_using(sim, t << names::kind_bits | names::table, f);
  return sim.fail(fault::table_used, f);
}

}  // namespace skein::checks
