// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on rows. They leave the schema as it is.

#include <skein/check/rows/row_keys.hpp>
#include <skein/check/text/raw_sql.hpp>

namespace skein::checks {

namespace rows {

/// Whether something is said about the way back, or nothing is to be said.
constexpr bool has_way_back(const auto& sim, const step& x) {
  return x.undo.data || sim.explicit_down || sim.accepts(x, model::loss::loses_data);
}
/// Rows of a table that the revision creates go with it.
constexpr bool require_way_back(auto& sim, const step& x, u32 table, bool derived) {
  if (derived || table > sim.old_tables || has_way_back(sim, x)) return true;
  return sim.fail(fault::rows_without_undo, of(sim, table));
}

/// PostgreSQL computes it, so nothing is written there.
constexpr bool require_writable(auto& sim, u32 column, bool overriding) {
  const u32 flags = sim.columns[column].flags;
  if (!(flags & flag::generated) && (overriding || !(flags & flag::identity_always))) return true;
  return fail_column(sim, fault::computed_column, column);
}

constexpr bool check_conflict(auto& sim, u32 table, const data_def& d, const column_slots& columns, u32& key) {
  if (d.on_conflict == model::conflict::unsaid) return true;
  for (u32 k = d.conflict_key.size ? 0 : sim.tables[table].first_object; k; k = sim.objects[k].next) {  // all of them count
    const object_state& o = sim.objects[k];
    if (o.alive && o.constraint && (o.what == kind::primary_key || o.what == kind::unique || o.what == kind::exclusion) &&
        o.constraint->defer != model::deferral::none)
      return sim.fail(fault::no_conflict_key, of(sim, table, o.name));
  }
  if (!d.conflict_key.size) return true;
  key = conflict_key(sim, table, d.conflict_key);
  if (!key) return false;
  if (d.on_conflict != model::conflict::do_update) return true;
  column_slots written(d.conflict_columns.size);
  if (!written.find(sim, table, d.conflict_columns)) return false;
  for (u32 i = 0; i < written.size; ++i)
    if (!require_writable(sim, written.slots[i], false)) return false;
  if (written.size) return true;
  column_slots named(d.conflict_key.size);
  named.find(sim, table, d.conflict_key);
  bool any = false;
  for (u32 i = 0; i < columns.size; ++i)
    if (!named.has(columns.slots[i])) {
      any = true;
      if (!require_writable(sim, columns.slots[i], false)) return false;
    }
  return any || sim.fail(fault::nothing_to_update, of(sim, table));
}

/// Once up and down have run, only the state matters.
constexpr bool is_proved(const auto& sim) { return sim.lenient && !sim.down; }

constexpr bool insert(auto& sim, const step& x, u32 table) {
  const data_def& d = data_of(x);
  column_slots columns(d.columns.size);
  if (!columns.find(sim, table, d.columns)) return false;
  for (u32 i = 0; i < columns.size; ++i)
    if (!require_writable(sim, columns.slots[i], d.overriding)) return false;
  for (u32 c = sim.tables[table].first_column; c; c = sim.columns[c].next)
    if (sim.columns[c].name && is_required(sim.columns[c]) && !columns.has(c)) return fail_column(sim, fault::value_missing, c);
  u32 target = 0;
  if (!check_conflict(sim, table, d, columns, target)) return false;
  u32 read = 0;
  if (!is_proved(sim)) {
    const bool ignored = d.on_conflict == model::conflict::do_nothing;
    if (!check_rows(sim, table, d, columns, read, true)) return false;
    if (!(ignored && !target) && !check_keys(sim, table, d, columns, read, ignored ? target : 0)) return false;
  }
  sim.tables[table].filled = sim.rows_kept;
  if (d.on_conflict != model::conflict::unsaid) return require_way_back(sim, x, table, false);
  return has_way_back(sim, x) || require_way_back(sim, x, table, key_of_rows(sim, table, d, columns) != 0);
}

constexpr bool update(auto& sim, const step& x, u32 table) {
  const data_def& d = data_of(x);
  column_slots columns(d.set.size);
  bool fresh = true;
  for (u32 i = 0; i < d.set.size; ++i) {
    if (!d.set.data[i]) continue;
    const model::assignment& a = *d.set.data[i];
    const u32 c = require_column(sim, table, *a.column);
    if (!c) return false;
    if (columns.has(c)) return fail_column(sim, fault::named_twice, c);
    columns.slots[i] = c;
    if (!require_writable(sim, c, a.to.what == value::kind::default_value) || !check_value(sim, c, a.to, 0)) return false;
    fresh = fresh && c > sim.old_columns;
  }
  return check_names(sim, table, d.where) && require_way_back(sim, x, table, fresh);
}

/// Whether rows of other tables, or other rows of this one, go or change with rows of this one.
constexpr bool has_followers(const auto& sim, u32 table) {
  for (u32 k = 1; k <= sim.used.objects; ++k) {
    const object_state& o = sim.objects[k];
    if (o.alive && o.what == kind::foreign_key && o.target == table && o.constraint->on_delete != model::action::no_action &&
        o.constraint->on_delete != model::action::restrict)
      return true;
  }
  return false;
}

/// Whether the rows are given in full, so that they can be inserted again.
constexpr bool is_whole(const auto& sim, u32 table, const data_def& d, const column_slots& columns) {
  for (u32 c = sim.tables[table].first_column; c; c = sim.columns[c].next)
    if (sim.columns[c].name && !(sim.columns[c].flags & flag::generated) && !columns.has(c)) return false;
  const bool plain = model::each_row(d, [](const model::row_def& r, u32) {
    for (u32 i = 0; i < r.size; ++i)
      if (!r.data[i].literal() && r.data[i].what != value::kind::null) return false;
    return true;
  });
  return plain && d.columns.size && key_of_rows(sim, table, d, columns) && !has_followers(sim, table);
}

constexpr bool erase(auto& sim, const step& x, u32 table) {
  const data_def& d = data_of(x);
  column_slots columns(d.columns.size);
  u32 read = 0;
  if (!columns.find(sim, table, d.columns) || !check_names(sim, table, d.where)) return false;
  if (!is_proved(sim) && !(check_rows(sim, table, d, columns, read, false) && check_keys(sim, table, d, columns, read, 0))) return false;
  return has_way_back(sim, x) || require_way_back(sim, x, table, is_whole(sim, table, d, columns));
}

/// No foreign key of a table that stays points at one that is emptied.
constexpr bool truncate(auto& sim, const step& x, u32 first) {
  const data_def& d = data_of(x);
  column_slots tables(d.others.size + 1);
  tables.slots[0] = first;
  bool fresh = first > sim.old_tables;
  for (u32 i = 0; i < d.others.size; ++i) {
    const u32 t = require_table(sim, *d.others.data[i]);
    if (!t) return false;
    tables.slots[i + 1] = t;
    fresh = fresh && t > sim.old_tables;
  }
  for (u32 i = 0; i < tables.size && !d.cascade; ++i) {
    const u32 t = tables.slots[i];
    for (u32 k = sim.tables[t].referenced ? 1 : sim.used.objects + 1; k <= sim.used.objects; ++k) {
      const object_state& o = sim.objects[k];
      if (!o.alive || o.what != kind::foreign_key || o.target != t || tables.has(o.table)) continue;
      verdict f = of(sim, t, o.name);
      f.other_table = sim.tables[o.table].name;
      f.other_schema = sim.tables[o.table].schema;
      return sim.fail(fault::truncated_reference, f);
    }
  }
  return fresh || has_way_back(sim, x) || sim.fail(fault::rows_without_undo, of(sim, first));
}

}  // namespace rows

/// Raw SQL may delete rows of any table.
template <class Sim>
constexpr void forget_rows(Sim& sim) {
  if constexpr (Sim::takes_rows) ++sim.rows_kept;
}

/// At the beginning of a revision.
template <class Sim>
constexpr void begin_revision(Sim& sim) {
  if constexpr (Sim::takes_rows) {
    sim.old_tables = sim.used.tables;
    sim.old_columns = sim.used.columns;
    sim.old_entities = sim.used.entities;
    sim.values = 0;
  }
  if constexpr (may_hold_entities<Sim>()) sim.old_clauses = sim.used.clauses;
}

/// A history without steps on rows does not pay for them.
template <class Sim>
constexpr bool change_rows(Sim& sim, const step& x) {
  using verb = model::data_def::verb;
  if constexpr (Sim::takes_rows) {
    const u32 t = require_table(sim, *x.table);
    if (!t || (sim.transactional && x.undo.data && !check_raw(sim, x.undo))) return false;
    if (data_of(x).what >= verb::erase) forget_rows(sim);  // what references its rows may go with them
    switch (data_of(x).what) {
      case verb::insert: return rows::insert(sim, x, t);
      case verb::update: return rows::update(sim, x, t);
      case verb::erase: return rows::erase(sim, x, t);
      default: return rows::truncate(sim, x, t);
    }
  }
  return true;
}

}  // namespace skein::checks
