// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Tables enter, move and leave the state.

#include <skein/check/tables/alter_column.hpp>

namespace skein::checks {

/// The members in the order of their kinds: columns first, foreign keys last.
constexpr bool fill_table(auto& sim, u32 table, const model::list<const member*>& members) {
  waiting_list waiting;
  u32 above = 0;  // the last column that is inherited
  if constexpr (knows_heirs<decltype(sim)>) {
    if (!join_parents(sim, table, members)) return false;
    above = sim.tables[table].last_column;
  }
  const u32 first = sim.used.columns + 1;
  u32 last = 0, columns = 0;
  for (u32 i = 0; i < members.size; ++i) {
    const member* m = members.data[i];
    if (m->what == kind::column) {
      if constexpr (knows_heirs<decltype(sim)>)
        if (const u32 c = above && m->name ? names::find_column(sim, table, *m->name) : 0; c && c <= above && sim.columns[c].flags & flag::inherited) {
          if (!declare_inherited(sim, c, *m)) return false;
          if (m->flags & behind_columns) waiting.add_behind(*m, c);
          continue;
        }
      last = new_column(sim, table, *m, true);
      if (!last) return false;
      ++columns;
      if (m->flags & behind_columns) waiting.add_behind(*m, last);
    } else if (m->what != kind::inherits) {
      waiting.add(m->what);
      waiting.itself[waiting.size] = m;
    }
    if (columns > most_columns || waiting.size >= waiting_list::most) return sim.fail(fault::too_many_columns, of(sim, table));
  }
  if (columns) {
    sim.columns[last].next = 0;
    if (above) sim.columns[above].next = first;
    else sim.tables[table].first_column = first;
    sim.tables[table].last_column = last;
    sim.tables[table].columns += columns;
  }
  return attach_waiting(sim, table, waiting);
}

/// Enters a table under its present name and schema.
constexpr void enter_table(auto& s, u32 table) {
  table_state& t = s.tables[table];
  t.schema_key = names::schema_key(*t.schema);
  names::insert_relation(s, t.schema_key, t.name->hash, table << names::kind_bits | names::table);
}

/// A table is a type, too.
constexpr bool require_free_table(auto& sim, const ident& in, const ident& name) {
  if (!require_free(sim, in, name)) return false;
  const u32 type = names::find_entity(sim, entity_kind::type, names::schema_key(in), 0, name);
  if (type) return sim.fail(fault::entity_exists, entity_facts(sim, type));
  return !sim.used.entities || require_no_type_of_extension(sim, in, name);
}

constexpr bool create_table(auto& sim, const model::object_name& name, const model::list<const member*>& members) {
  auto& s = sim;
  if (!check_name(sim, name.name) || !require_schema(sim, name.schema) || !require_free_table(sim, name.schema, name.name)) return false;
  const u32 i = ++s.used.tables;
  table_state t{};
  t.name = &name.name;
  t.schema = &name.schema;
  t.alive = true;
  s.tables[i] = t;
  enter_table(s, i);
  give_defaults(sim, i << names::kind_bits | names::table, grantable::table, &name.schema);
  sim.creating = true;
  const bool filled = fill_table(sim, i, members);
  sim.creating = false;
  if constexpr (knows_properties<decltype(sim)>) return filled && properties::fits_persistence(sim, i);
  else return filled;
}

template <class Sim>
constexpr bool drop_table(Sim& sim, const step& x, u32 i) {
  auto& s = sim;
  if constexpr (knows_partitions<Sim>)
    if (!each_partition(sim, i, [&](u32 p) { return drop_table(sim, x, p); })) return false;
  table_state& t = s.tables[i];
  if (t.referenced) {
    verdict f = of(sim, i);
    for (u32 k = 1; k <= s.used.objects; ++k)
      if (s.objects[k].alive && s.objects[k].what == kind::foreign_key && s.objects[k].target == i && s.objects[k].table != i) {
        f.other_table = s.tables[s.objects[k].table].name;
        f.other_schema = s.tables[s.objects[k].table].schema;
        f.object = s.objects[k].name;
      }
    return sim.fail(fault::table_referenced, f);
  }
  if (!sim.accepts(x, model::loss::loses_data)) return sim.fail(fault::loses_data, of(sim, i));
  if constexpr (knows_properties<Sim>) forget_replica_identity(s, i);
  for (u32 c = s.used.sequences || s.used.entities ? t.first_column : 0; c; c = s.columns[c].next)
    if (s.columns[c].name && s.columns[c].flags & (flag::next_value | flag::relation)) release_default(s, c);
  if (t.first_sequence && !drop_sequences(sim, i, 0)) return false;
  for (u32 e = t.first_entity; e; e = s.entities[e].next)
    if (s.entities[e].alive) forget_entity(s, e);
  if (t.users) return fail_table_in_use(sim, i);
  for (const bool foreign : {true, false})  // its own foreign keys may rest on its own keys
    for (u32 k = t.first_object; k; k = s.objects[k].next)
      if (s.objects[k].alive && (s.objects[k].what == kind::foreign_key) == foreign && !detach(sim, k)) return false;
  for (u32 c = t.first_column; c; c = s.columns[c].next) {
    if (s.used.entities && s.columns[c].name) release_type(s, *s.columns[c].type);
    s.columns[c].name = nullptr;
  }
  t.alive = false;
  t.columns = 0;
  unsettle(sim, t.named_by);
  return true;
}

constexpr bool drop_table(auto& sim, const step& x) {
  const u32 i = require_table(sim, *x.table);
  return i && drop_table(sim, x, i);
}

constexpr bool rename_table(auto& sim, const step& x) {
  auto& s = sim;
  const u32 i = require_table(sim, *x.table);
  if (!i || !check_name(sim, *x.to) || !require_free_table(sim, *s.tables[i].schema, *x.to)) return false;
  s.tables[i].name = x.to;
  s.tables[i].renamed = true;
  if (s.tables[i].users) rename_in_expressions(sim, i << names::kind_bits | names::table);
  enter_table(s, i);
  unsettle(sim, s.tables[i].named_by);
  return true;
}

/// Everything of the table goes along: constraints, indexes, sequences.
constexpr bool set_schema(auto& sim, const step& x) {
  auto& s = sim;
  const u32 i = require_table(sim, *x.table);
  if (!i || !check_name(sim, *x.to) || !require_schema(sim, *x.to)) return false;
  table_state& t = s.tables[i];
  if (same_schema(*t.schema, *x.to)) return sim.fail(fault::no_effect, of(sim, i));
  if (!require_free_table(sim, *x.to, *t.name)) return false;
  for (u32 k = t.first_object; k; k = s.objects[k].next)
    if (s.objects[k].alive && names::is_relation(s.objects[k]) && !require_free(sim, *x.to, s.objects[k].name)) return false;
  for (u32 q = t.first_sequence; q; q = s.sequences[q].next)
    if (!require_free(sim, *x.to, s.sequences[q].name)) return false;
  t.schema = x.to;
  enter_table(s, i);
  unsettle(sim, t.named_by + s.used.sequences);
  for (u32 e = t.first_entity; e; e = s.entities[e].next)
    if (s.entities[e].alive && s.entities[e].name) {
      s.entities[e].schema = t.schema;
      s.entities[e].schema_key = t.schema_key;
      names::insert_entity(s, e);
    }
  for (u32 k = t.first_object; k; k = s.objects[k].next)
    if (s.objects[k].alive && s.objects[k].what != kind::column) names::insert_object(s, k, s.objects[k]);
  for (u32 q = t.first_sequence; q; q = s.sequences[q].next) {
    s.sequences[q].schema = t.schema;
    s.sequences[q].schema_key = t.schema_key;
    names::insert_relation(s, t.schema_key, s.sequences[q].name.hash, q << names::kind_bits | names::sequence);
    renew_users(s, q);
  }
  return true;
}

constexpr bool reset_parameter(auto& sim, const step& x) {
  const u32 i = require_table(sim, *x.table);
  if (!i) return false;
  for (u32 p = sim.tables[i].first_setting; p; p = sim.settings[p].next)
    if (sim.settings[p].value && same(sim.settings[p].value->name, x.text)) {
      sim.settings[p].value = nullptr;
      return true;
    }
  verdict f = of(sim, i);
  f.text = x.text;
  return sim.fail(fault::no_parameter, f);
}

}  // namespace skein::checks
