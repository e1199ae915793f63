// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Tables enter, move and leave the state.

#include <skein/check/alter_column.hpp>

namespace skein::checks {

constexpr bool set_parameters(simulation& sim, u32 table, const model::list<const member*>& members) {
  schema& s = sim.s;
  for (const member* m : members)
    if (m->what == kind::parameter) {
      for (u32 p = s.tables[table].first_setting; p; p = s.settings[p].next)
        if (s.settings[p].value && same(s.settings[p].value->name, m->setting->name)) s.settings[p].value = nullptr;
      const u32 i = ++s.used.settings;
      s.settings[i] = {m->setting, s.tables[table].first_setting};
      s.tables[table].first_setting = i;
    }
  return true;
}

/// The members in PostgreSQL's own order: columns, then CHECKs, the primary key, the other keys, foreign keys, indexes.
constexpr bool fill_table(simulation& sim, u32 table, const model::list<const member*>& members) {
  u32 kinds = 0;
  u32 first = sim.s.used.columns + 1;
  for (const member* m : members) {
    kinds |= 1u << static_cast<u32>(m->what);
    if (m->what != kind::column) continue;
    if (!new_column(sim, table, *m)) return false;
    if (m->flags & flag::constraint) kinds |= kinds_behind(*m);
    if (m->flags & flag::generated) kinds |= 1u << 31;
  }
  u32 column = first;
  if (kinds >> 31)
    for (const member* m : members)
      if (m->what == kind::column) {
        if (m->flags & flag::generated && !attach_generated(sim, column)) return false;
        ++column;
      }
  for (const kind k : {kind::check, kind::primary_key, kind::unique, kind::exclusion, kind::foreign_key, kind::index}) {
    if (!(kinds & 1u << static_cast<u32>(k))) continue;
    column = first;
    for (const member* m : members) {
      if (m->what == kind::column) {
        if (m->flags & flag::constraint && !attach_behind(sim, table, column, *m, k)) return false;
        ++column;
      } else if (m->what == k) {
        if (k == kind::index ? !attach_index(sim, table, *m->index, m->name)
                             : !attach_constraint(sim, table, *m->constraint, m->name, 0, nullptr))
          return false;
      }
    }
  }
  if (kinds & 1u << static_cast<u32>(kind::comment))
    for (const member* m : members)
      if (m->what == kind::comment) sim.s.tables[table].comment = &m->text;
  return !(kinds & 1u << static_cast<u32>(kind::parameter)) || set_parameters(sim, table, members);
}

constexpr bool create_table(simulation& sim, const model::object_name& name, const model::list<const member*>& members) {
  schema& s = sim.s;
  if (!check_name(sim, name.name) || !require_schema(sim, name.schema) || !require_free(sim, name.schema, name.name, &name.name)) return false;
  const u32 i = ++s.used.tables;
  table_state& t = s.tables[i];
  t.name = &name.name;
  t.schema = &name.schema;
  t.alive = true;
  names::insert_table(s, i);
  return fill_table(sim, i, members);
}

constexpr bool drop_table(simulation& sim, const step& x) {
  schema& s = sim.s;
  const u32 i = require_table(sim, *x.table);
  if (!i) return false;
  table_state& t = s.tables[i];
  if (t.referenced) {
    verdict f = sim.of(i);
    for (u32 k = 1; k <= s.used.objects; ++k)
      if (s.objects[k].alive && s.objects[k].what == kind::foreign_key && s.objects[k].target == i && s.objects[k].table != i) {
        f.other_table = s.tables[s.objects[k].table].name;
        f.other_schema = s.tables[s.objects[k].table].schema;
        f.object = s.objects[k].name;
      }
    return sim.fail(fault::table_referenced, f);
  }
  if (!sim.accepts(x, model::loss::loses_data)) return sim.fail(fault::loses_data, sim.of(i));
  for (const bool foreign : {true, false})  // its own foreign keys may rest on its own keys
    for (u32 k = t.first_object; k; k = s.objects[k].next)
      if (s.objects[k].alive && (s.objects[k].what == kind::foreign_key) == foreign && !detach(sim, k)) return false;
  for (u32 c = t.first_column; c; c = s.columns[c].next) {
    if (s.columns[c].owned_sequence) take_sequence(sim, s.columns[c]);
    s.columns[c].name = nullptr;
  }
  t.alive = false;
  t.columns = 0;
  return true;
}

constexpr bool rename_table(simulation& sim, const step& x) {
  schema& s = sim.s;
  const u32 i = require_table(sim, *x.table);
  if (!i || !check_name(sim, *x.to) || !require_free(sim, *s.tables[i].schema, *x.to, x.to)) return false;
  s.tables[i].name = x.to;
  s.tables[i].renamed = true;
  names::insert_table(s, i);
  return true;
}

/// Everything of the table goes along: constraints, indexes, sequences.
constexpr bool set_schema(simulation& sim, const step& x) {
  schema& s = sim.s;
  const u32 i = require_table(sim, *x.table);
  if (!i || !require_schema(sim, *x.to)) return false;
  table_state& t = s.tables[i];
  if (same_schema(*t.schema, *x.to)) return sim.fail(fault::no_effect, sim.of(i));
  if (!require_free(sim, *x.to, *t.name, t.name)) return false;
  t.schema = x.to;
  names::insert_table(s, i);
  for (u32 k = t.first_object; k; k = s.objects[k].next)
    if (s.objects[k].alive && s.objects[k].what != kind::column) names::insert_object(s, k);
  for (u32 c = t.first_column; c; c = s.columns[c].next)
    if (const u32 q = s.columns[c].owned_sequence) {
      s.sequences[q].schema = x.to;
      names::insert_sequence(s, q);
    }
  return true;
}

constexpr bool reset_parameter(simulation& sim, const step& x) {
  const u32 i = require_table(sim, *x.table);
  if (!i) return false;
  for (u32 p = sim.s.tables[i].first_setting; p; p = sim.s.settings[p].next)
    if (sim.s.settings[p].value && same(sim.s.settings[p].value->name, x.text)) {
      sim.s.settings[p].value = nullptr;
      return true;
    }
  verdict f = sim.of(i);
  f.text = x.text;
  return sim.fail(fault::no_parameter, f);
}

}  // namespace skein::checks
