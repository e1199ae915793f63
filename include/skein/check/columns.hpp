// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Columns enter, change and leave the state.

#include <skein/check/entity_uses.hpp>
#include <skein/check/objects.hpp>
#include <skein/check/operand.hpp>

namespace skein::checks {

constexpr bool is_integer(const model::data_type& t) {
  return t.dims == 0 && (t.id == model::type_id::smallint || t.id == model::type_id::integer || t.id == model::type_id::bigint);
}

/// A default or the text of a generated column names no column that it must not.
constexpr bool check_default(auto& sim, u32 column, const model::text_view& text) {
  const model::text_view used = column_in(text);
  if (!used) return true;
  verdict f = of(sim, sim.columns[column].table, sim.columns[column].name);
  f.text = used;
  return sim.fail(fault::default_uses_column, f);
}

/// The sequence of a serial or identity column. PostgreSQL chooses the names of one CREATE TABLE before it creates any of its
/// sequences, so that two of them may clash.
constexpr bool give_sequence(auto& sim, u32 column, const ident* given) {
  auto& s = sim;
  column_state& c = s.columns[column];
  table_state& t = s.tables[c.table];
  const u32 i = ++s.used.sequences;
  c.owned_sequence = i;
  if (given) {
    if (!check_name(sim, *given) || !require_free(sim, *t.schema, *given)) return false;
    s.sequences[i] = {model::written(given), column};
    names::insert_relation(s, t.schema_key, given->hash, i << names::kind_bits | names::sequence);
    return true;
  }
  name_ref n{};
  n.table = t.name;
  n.column = c.name;
  n.label = &model::labels::seq;
  model::naming::finish(n);
  const u32 e = s.names[names::probe_relation(s, t.schema_key, n)];
  if (e && sim.creating && (e & names::kind_mask) == names::sequence && s.columns[s.sequences[names::slot_of(e)].column].table == c.table)
    return require_free(sim, *t.schema, n);
  enter_automatic(s, c.table, n, i << names::kind_bits | names::sequence, true, false);
  s.sequences[i] = {n, column};
  return true;
}
constexpr void take_sequence(auto& sim, column_state& c) {
  sim.sequences[c.owned_sequence].column = 0;
  c.owned_sequence = 0;
}

/// The attributes of a column that carry an argument.
constexpr bool set_attributes(auto& sim, u32 column, const member& m) {
  column_state& c = sim.columns[column];
  u32 seen = 0;
  for (u32 i = 0; i < m.options.size; ++i) {
    const model::option& o = *m.options.data[i];
    if (o.bit & flag::constraint) continue;
    if (seen & o.bit) return fail_column(sim, fault::contradiction, column);  // said twice
    seen |= o.bit;
    switch (o.bit) {
      case flag::default_value:
        if (!check_default(sim, column, o.text)) return false;
        [[fallthrough]];
      case flag::generated: c.text = &o.text; break;
      case flag::identity_always:
      case flag::identity_by_default:
        if (!is_integer(*c.type)) return fail_column(sim, fault::not_an_integer, column);
        c.sequence = o.sequence;
        break;
      case flag::collation: c.collation = o.collation; break;
      case flag::comment: c.comment = &o.text; break;
      case flag::mistake: return fail_misplaced(sim, o.text, of(sim, c.table, c.name));
      default: break;
    }
  }
  return true;
}

inline constexpr u32 with_argument = flag::identity | flag::default_value | flag::generated | flag::collation | flag::comment | flag::mistake;

/// One source of values at most, and no null where a value is required.
constexpr bool consistent(u32 flags) {
  const u32 sources = (flags & flag::default_value ? 1u : 0u) + (flags & flag::generated ? 1u : 0u) +
                      (flags & flag::identity ? 1u : 0u) + (flags & flag::serial ? 1u : 0u);
  return sources <= 1 && !((flags & flag::null) && (flags & flag::not_null));
}

inline constexpr u32 most_columns = 1600;  ///< MaxHeapAttributeNumber

constexpr bool fail_misplaced_type(auto& sim, u32 column, const model::data_type& type) {
  verdict f = of(sim, sim.columns[column].table, sim.columns[column].name);
  f.type = &type;
  return sim.fail(fault::misplaced, f);
}

/// The column alone, behind the column `before`; its constraints follow once all columns are there.
constexpr u32 new_column(auto& sim, u32 table, const member& m, u32 before) {
  const ident& name = *m.name;
  if (name.size - 1u >= ident::max_size) return check_name(sim, name);
  const u32 place = names::probe_column(sim, table, name);
  if (sim.names[place] || ((name.size == 4 || name.size == 8) && is_system_column(name))) return sim.fail(fault::column_exists, of(sim, table, &name));
  const u32 i = ++sim.used.columns;
  sim.names[place] = i << names::kind_bits | names::column;
  if (before) sim.columns[before].next = i;
  bool serial = false;
  if (m.type->id >= model::type_id::smallserial && m.type->id <= model::type_id::datemultirange) {
    serial = m.type->id <= model::type_id::mistake;
    if (!serial && !require_type(sim, *m.type)) return 0;
  }
  column_state& c = sim.columns[i] = {&name, &m, table, 0, m.type, m.flags & flag::attributes};
  if (m.type->id == model::type_id::named && !hold_type(sim, *m.type)) return 0;
  if (!(m.flags & ~(flag::constraint | flag::not_null)) && !serial) return i;
  if (serial) {
    if (m.type->id == model::type_id::mistake) return fail_misplaced_type(sim, i, *m.type);
    c.flags |= flag::serial | flag::not_null;
    c.type = model::stored_type(m.type);
  }
  if (m.flags & flag::identity) c.flags |= flag::not_null;
  if (!consistent(c.flags | (m.flags & flag::null))) return fail_column(sim, fault::contradiction, i);
  if (m.flags & with_argument && !set_attributes(sim, i, m)) return 0;
  if (c.flags & (flag::serial | flag::identity)) {
    const model::option* o = find_option(m, flag::serial | flag::identity);
    if (!give_sequence(sim, i, o ? o->sequence->name : nullptr)) return 0;
  }
  return i;
}

/// A generated column holds the columns of its expression.
constexpr bool attach_generated(auto& sim, u32 column) {
  auto& s = sim;
  const u32 slot = ++s.used.objects;
  object_state o = new_object(s, s.columns[column].table, kind::column);
  o.name = model::written(s.columns[column].name);
  o.target = column;
  if (!read(sim, o, *s.columns[column].text)) return false;
  for (u32 i = 0; i < o.used; ++i)
    if (s.uses[o.first_use + i] && s.columns[s.uses[o.first_use + i]].flags & flag::generated) return fail_column(sim, fault::generated_uses_generated, column);
  hold_columns(s, o);
  enter_object(s, slot, o);
  return true;
}

/// What waits until all columns are there: a constraint behind a column, a generated column's expression, or a member that
/// stands by itself.
struct pending {
  kind what;
  u32 column;                   ///< 0: by itself
  const model::option* behind;
  const member* of;
  u32 next;
};
/// By kind, in the order of their declaration.
struct pending_list {
  static constexpr u32 most = 2047, kinds = static_cast<u32>(kind::parameter) + 1;
  u32 first[kinds]{};
  u32 last[kinds]{};
  u32 present = 0;  ///< kinds, as bits
  u32 size = 0;
  pending items[most + 1]{};

  constexpr void add(kind what, u32 column, const model::option* behind, const member& of) {
    const u32 k = static_cast<u32>(what);
    items[++size] = {what, column, behind, &of, 0};
    if (last[k]) items[last[k]].next = size;
    else first[k] = size;
    last[k] = size;
    present |= 1u << k;
  }
  constexpr void add_behind(const member& m, u32 column) {
    for (u32 i = 0; i < m.options.size && size < most; ++i) {
      const model::option* o = m.options.data[i];
      if (!(o->bit & (flag::constraint | flag::generated))) continue;
      add(o->constraint ? o->constraint->what : kind::column, column, o, m);
    }
  }
  constexpr bool each(auto attach) const {
    for (u32 k = 0; present >> k; ++k)
      for (u32 i = first[k]; i; i = items[i].next)
        if (!attach(items[i])) return false;
    return true;
  }
};

constexpr bool attach_behind(auto& sim, const pending& p) {
  if (p.what == kind::column) return attach_generated(sim, p.column);
  return attach_constraint(sim, sim.columns[p.column].table, *p.behind->constraint, p.behind->constraint_name, p.column, &p.of->name);
}

constexpr bool add_column(auto& sim, const step& x) {
  auto& s = sim;
  const u32 t = require_table(sim, *x.table);
  if (!t) return false;
  const member& m = *x.members.data[0];
  if (m.what != kind::column) return fail_misfit(sim, m);
  const u32 last = s.tables[t].last_column;
  const u32 c = new_column(sim, t, m, last);
  if (!c) return false;
  if (!last) s.tables[t].first_column = c;
  s.tables[t].last_column = c;
  if (++s.tables[t].columns > most_columns) return sim.fail(fault::too_many_columns, of(sim, t));
  if (!(m.flags & (flag::constraint | flag::generated))) return true;
  pending_list waiting;
  waiting.add_behind(m, c);
  return waiting.each([&](const pending& p) { return attach_behind(sim, p); });
}

/// What uses the column, for the sentence.
constexpr bool fail_used(auto& sim, u32 column, fault what, bool sole_too = false, u32 from = 1) {
  const auto& s = sim;
  verdict f = of(sim, s.columns[column].table, s.columns[column].name);
  for (u32 i = from; i <= s.used.objects; ++i) {
    const object_state& o = s.objects[i];
    if (!o.alive) continue;
    for (u32 k = 0; k < o.used + o.targets; ++k)
      if (s.uses[o.first_use + k] == column && (sole_too || !(o.sole && k < o.used))) {
        f.object = o.name;
        if (o.what == kind::column) f.object = model::written(s.columns[o.target].name);
        f.other_table = s.tables[o.table].name;
        f.other_schema = s.tables[o.table].schema;
        f.text = o.what == kind::index         ? model::view("index")
                 : o.what == kind::column      ? model::view("generated column")
                 : o.what == kind::foreign_key ? model::view("foreign key")
                                               : model::view("constraint");
        return sim.fail(what, f);
      }
  }
  list_entities_using(s, column << names::kind_bits | names::column, f);
  return sim.fail(what, f);
}

constexpr bool drop_column(auto& sim, const step& x) {
  auto& s = sim;
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
  if (!(c.flags & flag::generated) && !sim.accepts(x, model::loss::loses_data)) return fail_column(sim, fault::loses_data, i);
  if (c.owned_sequence) take_sequence(sim, c);
  release_type(s, *c.type);
  c.name = nullptr;
  --s.tables[t].columns;
  return true;
}

constexpr bool rename_column(auto& sim, const step& x) {
  auto& s = sim;
  const u32 t = require_table(sim, *x.table);
  const u32 i = t ? require_column(sim, t, *x.name) : 0;
  if (!i || !check_name(sim, *x.to)) return false;
  if (names::find_column(s, t, *x.to) || is_system_column(*x.to)) return sim.fail(fault::column_exists, of(sim, t, x.to));
  s.columns[i].name = x.to;
  s.tables[t].renamed = true;
  names::insert_column(s, i);
  return true;
}

}  // namespace skein::checks
