// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Columns enter, change and leave the state.

#include <skein/check/objects.hpp>

namespace skein::checks {

namespace flag = model::flag;

constexpr bool is_integer(const model::data_type& t) {
  return t.dims == 0 && (t.id == model::type_id::smallint || t.id == model::type_id::integer || t.id == model::type_id::bigint);
}

/// A default or the text of a generated column names no column that it must not.
constexpr bool check_default(simulation& sim, u32 column, const model::text_view& text) {
  for (reader r(text); r.next();)
    if (!r.found.soft) {
      verdict f = sim.of(sim.s.columns[column].table, sim.s.columns[column].name);
      f.text = {r.found.data, r.found.size};
      return sim.fail(fault::default_uses_column, f);
    }
  return true;
}

constexpr void give_sequence(simulation& sim, u32 column) {
  schema& s = sim.s;
  column_state& c = s.columns[column];
  const u32 i = ++s.used.sequences;
  model::sequence_state& q = s.sequences[i];
  q.column = column;
  q.schema = s.tables[c.table].schema;
  q.name.table = s.tables[c.table].name;
  q.name.column = c.name;
  q.name.label = "seq";
  number(s, *q.schema, q.name, true, false);
  c.owned_sequence = i;
  names::insert_sequence(s, i);
}
constexpr void take_sequence(simulation& sim, column_state& c) {
  sim.s.sequences[c.owned_sequence].column = 0;
  c.owned_sequence = 0;
}

/// The attributes of a column that carry an argument.
constexpr bool set_attributes(simulation& sim, u32 column, const member& m) {
  column_state& c = sim.s.columns[column];
  if (const model::option* o = find_option(m, flag::default_value | flag::generated)) {
    c.text = &o->text;
    if (o->bit == flag::default_value && !check_default(sim, column, o->text)) return false;
  }
  if (m.flags & flag::identity) {
    if (!is_integer(*c.type)) return sim.fail_column(fault::not_an_integer, column);
    c.sequence = find_option(m, flag::identity)->sequence;
  }
  if (m.flags & flag::collation) c.collation = find_option(m, flag::collation)->collation;
  if (m.flags & flag::comment) c.comment = &find_option(m, flag::comment)->text;
  return true;
}

inline constexpr u32 with_argument = flag::identity | flag::default_value | flag::generated | flag::collation | flag::comment;

/// The column alone; its constraints follow once all columns are there.
constexpr u32 new_column(simulation& sim, u32 table, const member& m) {
  schema& s = sim.s;
  table_state& t = s.tables[table];
  if (!check_name(sim, *m.name)) return 0;
  if (names::find_column(s, table, *m.name)) {
    sim.fail(fault::column_exists, sim.of(table, m.name));
    return 0;
  }
  const u32 i = ++s.used.columns;
  column_state& c = s.columns[i];
  c.name = m.name;
  c.table = table;
  c.type = model::stored_type(m.type);
  c.flags = m.flags & (flag::attributes | flag::null);
  if (t.last_column) s.columns[t.last_column].next = i;
  else t.first_column = i;
  t.last_column = i;
  if (++t.columns > 1600) {  // MaxHeapAttributeNumber
    sim.fail(fault::too_many_columns, sim.of(table));
    return 0;
  }
  names::insert_column(s, i);
  if (m.flags & with_argument && !set_attributes(sim, i, m)) return 0;
  const bool serial = model::is_serial(m.type->id);
  if (serial) c.flags |= flag::serial | flag::not_null;
  if (m.flags & flag::identity) c.flags |= flag::not_null;
  const u32 sources = (m.flags & flag::default_value ? 1u : 0u) + (m.flags & flag::generated ? 1u : 0u) +
                      (m.flags & flag::identity ? 1u : 0u) + (serial ? 1u : 0u);
  if (sources > 1 || ((m.flags & flag::null) && (c.flags & flag::not_null))) {
    sim.fail_column(fault::contradiction, i);
    return 0;
  }
  if (serial || m.flags & flag::identity) give_sequence(sim, i);
  return i;
}

/// A generated column holds the columns of its expression.
constexpr bool attach_generated(simulation& sim, u32 column) {
  schema& s = sim.s;
  const u32 slot = new_object(s, s.columns[column].table, kind::column);
  object_state& o = s.objects[slot];
  o.name = model::written(s.columns[column].name);
  o.target = column;
  if (!read(sim, o, *s.columns[column].text)) return false;
  for (u32 i = 0; i < o.used; ++i)
    if (s.columns[s.uses[o.first_use + i]].flags & flag::generated) return sim.fail_column(fault::generated_uses_generated, column);
  hold_columns(s, o);
  link(s, slot);
  return true;
}

/// The kinds of constraint behind a column, as bits.
constexpr u32 kinds_behind(const member& m) {
  u32 kinds = 0;
  for (const model::option* o : m.options)
    if (o->constraint) kinds |= 1u << static_cast<u32>(o->constraint->what);
  return kinds;
}
constexpr bool attach_behind(simulation& sim, u32 table, u32 column, const member& m, kind what) {
  for (const model::option* o : m.options)
    if (o->constraint && o->constraint->what == what &&
        !attach_constraint(sim, table, *o->constraint, o->constraint_name, column, &m.name))
      return false;
  return true;
}

constexpr bool add_column(simulation& sim, const step& x) {
  const u32 t = require_table(sim, *x.table);
  if (!t) return false;
  const member& m = *x.members[0];
  const u32 c = new_column(sim, t, m);
  if (!c) return false;
  if (m.flags & flag::generated && !attach_generated(sim, c)) return false;
  if (m.flags & flag::constraint)
    for (const kind k : {kind::check, kind::primary_key, kind::unique, kind::foreign_key})
      if (!attach_behind(sim, t, c, m, k)) return false;
  return true;
}

/// What uses the column, for the sentence.
constexpr bool fail_used(simulation& sim, u32 column, fault what) {
  const schema& s = sim.s;
  verdict f = sim.of(s.columns[column].table, s.columns[column].name);
  for (u32 i = 1; i <= s.used.objects; ++i) {
    const object_state& o = s.objects[i];
    if (!o.alive) continue;
    for (u32 k = 0; k < o.used + o.targets; ++k)
      if (s.uses[o.first_use + k] == column && !(o.sole && k < o.used)) {
        f.object = o.name;
        if (o.what == kind::column) f.object = model::written(s.columns[o.target].name);
        f.other_table = s.tables[o.table].name;
        f.other_schema = s.tables[o.table].schema;
        f.text = o.what == kind::index         ? model::text_view("index", 5)
                 : o.what == kind::column      ? model::text_view("generated column", 16)
                 : o.what == kind::foreign_key ? model::text_view("foreign key", 11)
                                               : model::text_view("constraint", 10);
        return sim.fail(what, f);
      }
  }
  return sim.fail(what, f);
}

constexpr bool drop_column(simulation& sim, const step& x) {
  schema& s = sim.s;
  const u32 t = require_table(sim, *x.table);
  const u32 i = t ? require_column(sim, t, *x.name) : 0;
  if (!i) return false;
  column_state& c = s.columns[i];
  if (c.uses) return fail_used(sim, i, fault::column_used);
  if (c.own || c.flags & flag::generated)
    for (u32 k = s.tables[t].first_object; k; k = s.objects[k].next) {
      const object_state& o = s.objects[k];
      if (o.alive && ((o.sole && s.uses[o.first_use] == i) || (o.what == kind::column && o.target == i)) && !detach(sim, k)) return false;
    }
  if (!(c.flags & flag::generated) && !sim.accepts(x, model::loss::loses_data)) return sim.fail_column(fault::loses_data, i);
  if (c.owned_sequence) take_sequence(sim, c);
  c.name = nullptr;
  --s.tables[t].columns;
  return true;
}

constexpr bool rename_column(simulation& sim, const step& x) {
  schema& s = sim.s;
  const u32 t = require_table(sim, *x.table);
  const u32 i = t ? require_column(sim, t, *x.name) : 0;
  if (!i || !check_name(sim, *x.to)) return false;
  if (names::find_column(s, t, *x.to)) return sim.fail(fault::column_exists, sim.of(t, x.to));
  s.columns[i].name = x.to;
  s.tables[t].renamed = true;
  names::insert_column(s, i);
  return true;
}

}  // namespace skein::checks
