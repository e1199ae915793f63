// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Columns enter, change and leave the state.

#include <skein/check/state/waiting.hpp>
#include <skein/check/tables/default_uses.hpp>
#include <skein/check/text/label_texts.hpp>
#include <skein/check/text/operand.hpp>

namespace skein::checks {

constexpr bool is_integer(const model::data_type& t) {
  return t.dims == 0 && (t.id == model::type_id::smallint || t.id == model::type_id::integer || t.id == model::type_id::bigint);
}

/// A default or the text of a generated column names no column that it must not.
constexpr bool check_default(auto& sim, const column_state& c, const model::text_view& text) {
  const model::text_view used = column_in(text);
  if (!used) return true;
  verdict f = of(sim, c.table, c.name);
  f.text = used;
  return sim.fail(fault::default_uses_column, f);
}

/// One source of values at most, and no null where a value is required.
constexpr bool consistent(u32 flags) {
  const u32 sources = (flags & flag::default_value ? 1u : 0u) + (flags & flag::generated ? 1u : 0u) +
                      (flags & flag::identity ? 1u : 0u) + (flags & flag::next_value ? 1u : 0u);
  return sources <= 1 && !((flags & flag::null) && (flags & flag::not_null));
}

constexpr bool fail_misplaced_type(auto& sim, const column_state& c, const model::data_type& type) {
  verdict f = of(sim, c.table, c.name);
  f.type = &type;
  return sim.fail(fault::misplaced, f);
}

/// What a column is beside its name and type.
constexpr bool set_attributes(auto& sim, u32 column, column_state& c, const member& m) {
  const auto refuse = [&](fault what) { return sim.fail(what, of(sim, c.table, c.name)); };
  if (m.type->id == model::type_id::mistake) return fail_misplaced_type(sim, c, *m.type);
  if (model::is_serial(m.type->id)) c.flags |= flag::next_value | flag::not_null, c.type = model::stored_type(m.type);
  if (m.flags & flag::identity) c.flags |= flag::not_null;
  if (!consistent(c.flags | (m.flags & flag::null))) return refuse(fault::contradiction);
  const model::sequence_options* sequence = nullptr;
  u32 seen = 0;
  for (u32 i = 0; i < m.options.size; ++i) {
    const model::option* o = m.options.data[i];
    const u32 bit = o->bit;
    if (bit & flag::constraint) continue;
    if (seen & bit) return refuse(fault::contradiction);  // said twice
    seen |= bit;
    switch (bit) {
      case flag::default_value:
      case flag::default_value | flag::relation:
        if (!check_default(sim, c, o->text) || !check_default_labels(sim, c, o->text)) return false;
        hold_calls(sim, c.table, names::of_column(column), o->text);
        [[fallthrough]];
      case flag::generated: c.text = &o->text; break;
      case flag::identity_always:
      case flag::identity_by_default:
        if (!is_integer(*c.type)) return refuse(fault::not_an_integer);
        sequence = o->sequence;
        break;
      case flag::collation: c.collation = o->collation; break;
      case flag::comment: c.comment = &o->text; break;
      case flag::mistake: return fail_misplaced(sim, o->text, of(sim, c.table, c.name));
      default: break;
    }
  }
  return !(c.flags & (flag::next_value | flag::identity)) || give_sequence(sim, column, c, sequence);
}

inline constexpr u32 most_columns = 1600;  ///< MaxHeapAttributeNumber

/// The column alone; its constraints follow once all columns are there. `followed`: the next one has the next slot.
constexpr u32 new_column(auto& sim, u32 table, const member& m, bool followed) {
  const ident* name = m.name;
  if (name->size - 1u >= ident::max_size) return check_name(sim, *name);
  const u32 place = names::probe_column(sim, table, *name);
  if (sim.names[place] || ((name->size == 4 || name->size == 8) && is_system_column(*name))) return sim.fail(fault::column_exists, of(sim, table, name));
  const u32 i = ++sim.used.columns;
  sim.names[place] = i << names::kind_bits | names::column;
  // A local value until it enters the state, as constraints are.
  column_state c{};
  c.name = name;
  c.declared = &m;
  c.table = table;
  if (followed) c.next = i + 1;
  c.type = m.type;
  c.flags = m.flags & flag::attributes;
  bool plain = !(m.flags & ~(flag::constraint | flag::not_null));
  const model::type_id type = m.type->id;
  if (type >= model::type_id::smallserial && type <= model::type_id::datemultirange) {
    if (type <= model::type_id::mistake) plain = false;
    else if (!require_type(sim, *m.type)) return 0;
  }
  if (type == model::type_id::named && !hold_type(sim, *m.type)) return 0;
  if (!plain && !set_attributes(sim, i, c, m)) return 0;
  sim.columns[i] = c;
  return i;
}

/// Whether every row has to be given a value.
constexpr bool is_required(const column_state& c) {
  return c.flags & flag::not_null && !(c.flags & (flag::default_value | flag::identity | flag::next_value | flag::generated));
}
/// A new column is NULL in the rows that the history has put into the table, if it has no default.
template <class Sim>
constexpr bool fill_column(Sim& sim, u32 column) {
  if constexpr (Sim::takes_rows) {
    const column_state& c = sim.columns[column];
    const bool key = c.declared->flags & flag::primary_key && !(c.flags & (flag::default_value | flag::identity | flag::next_value | flag::generated));
    if (!sim.lenient && sim.tables[c.table].filled == sim.rows_kept && (is_required(c) || key)) return fail_column(sim, fault::rows_without_value, column);
  }
  return true;
}

constexpr bool add_column(auto& sim, const step& x) {
  auto& s = sim;
  const u32 t = require_table(sim, *x.table);
  if (!t) return false;
  const member& m = *x.members.data[0];
  if (m.what != kind::column) return fail_misfit(sim, m);
  const u32 last = s.tables[t].last_column;
  const u32 c = new_column(sim, t, m, false);
  if (!c) return false;
  if (last) s.columns[last].next = c;
  else s.tables[t].first_column = c;
  s.tables[t].last_column = c;
  if (!fill_column(sim, c)) return false;
  if (++s.tables[t].columns > most_columns) return sim.fail(fault::too_many_columns, of(sim, t));
  if (!(m.flags & behind_columns)) {
    if constexpr (knows_partitions<decltype(sim)>) return spread_column(sim, c);
    else return true;
  }
  waiting_list waiting;
  waiting.add_behind(m, c);
  return attach_waiting(sim, t, waiting, c);
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

/// Calls `f` with the column of each partition and heir of its table, then with the column itself, which those may use.
/// `Going`: without those that heirs keep when it goes.
template <bool Going = false, class Sim>
constexpr bool each_column(Sim& sim, u32 column, auto&& f) {
  if constexpr (knows_partitions<Sim>) {
    const auto recur = [&](u32 p) {
      const u32 c = names::find_column(sim, p, *sim.columns[column].name);
      if constexpr (Going && knows_heirs<Sim>)
        if (has_parents(sim, p) && !goes_with_parent(sim, c)) return true;
      return each_column<Going>(sim, c, f);
    };
    if (!each_child(sim, sim.columns[column].table, recur)) return false;
  }
  return f(column);
}

constexpr bool drop_column(auto& sim, const step& x, u32 i) {
  auto& s = sim;
  const u32 t = s.columns[i].table;
  column_state& c = s.columns[i];
  if (c.uses) return fail_used(sim, i, fault::column_used);
  if (c.own || c.flags & flag::generated)
    for (u32 k = s.tables[t].first_object; k; k = s.objects[k].next) {
      const object_state& o = s.objects[k];
      if (o.alive && ((o.sole && s.uses[o.first_use] == i) || (o.what == kind::column && o.target == i)) && !detach(sim, k)) return false;
    }
  if (!(c.flags & flag::generated) && !sim.accepts(x, model::loss::loses_data)) return fail_column(sim, fault::loses_data, i);
  if (c.flags & (flag::next_value | flag::relation)) release_default(s, i);
  if (s.tables[t].first_sequence && !drop_sequences(sim, t, i)) return false;
  release_type(s, *c.type);
  release_calls(s, t, names::of_column(i));
  c.name = nullptr;
  --s.tables[t].columns;
  unsettle(sim, c.flags & flag::named);
  return true;
}
constexpr bool drop_column(auto& sim, const step& x) {
  const u32 t = require_table(sim, *x.table);
  const u32 i = t ? require_column(sim, t, *x.name) : 0;
  return i && each_column<true>(sim, i, [&](u32 c) { return drop_column(sim, x, c); });
}

/// What has the column that a step is about: a table, or a view where PostgreSQL takes the step for one.
constexpr u32 require_owner_or_view(auto& sim, const step& x) {
  const u32 t = find_columns(sim, *x.table);
  if (!t || sim.tables[t].alive) return require_table(sim, *x.table);
  const u32 i = view_of(sim, t);
  const bool values = x.what == model::op::set_default || x.what == model::op::drop_default;
  if (x.what != model::op::rename_column && x.what != model::op::comment_on_column && !(values && sim.entities[i].what == entity_kind::view))
    return require_table(sim, *x.table);
  if (!sim.tables[t].first_column) return sim.fail(fault::columns_unknown, entity_facts(sim, i));
  return t;
}
template <class Sim>
constexpr u32 require_owner(Sim& sim, const step& x) {
  if constexpr (!may_hold_entities<Sim>()) return require_table(sim, *x.table);
  else return require_owner_or_view(sim, x);
}

/// In check/entities/views.hpp.
constexpr bool require_no_inner_star(auto& sim, u32 column);

template <class Sim>
constexpr bool rename_column(Sim& sim, const step& x) {
  auto& s = sim;
  const u32 t = require_owner(sim, x);
  const u32 i = t ? require_column(sim, t, *x.name) : 0;
  if (!i || !check_name(sim, *x.to)) return false;
  if (names::find_column(s, t, *x.to) || is_system_column(*x.to)) return sim.fail(fault::column_exists, of(sim, t, x.to));
  return each_column(sim, i, [&](u32 c) {
    if constexpr (may_hold_entities<Sim>())
      if (s.columns[c].uses && !require_no_inner_star(sim, c)) return false;
    s.columns[c].name = x.to;
    s.tables[s.columns[c].table].renamed = true;
    unsettle(sim, s.columns[c].flags & flag::named);
    names::insert_column(s, c);
    return true;
  });
}

}  // namespace skein::checks
