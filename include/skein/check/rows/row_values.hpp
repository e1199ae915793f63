// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The values of rows against the columns that they are for.

#include <skein/check/entities/enumeration.hpp>
#include <skein/check/literal/literal.hpp>
#include <skein/check/tables/columns.hpp>

namespace skein::checks {

/// So many values of one revision are read, a text of eight bytes counting twice: a compiler gives a constant expression a
/// budget. What comes after them is left to PostgreSQL.
inline constexpr u32 values_read = 6000;

namespace rows {

using model::data_def;
using model::value;

/// Whether there is a query in it, whose names are not those of this table.
constexpr bool has_query(const text_view& sql) {
  u32 h = 0;
  for (u32 i = 0; i <= sql.size; ++i) {
    const char c = i < sql.size ? lexical::lower(sql.data[i]) : '\0';
    if (c) {
      h = model::hash_step(h, c);
    } else {
      if (h == lexical::word("select") || h == lexical::word("table")) return true;
      h = 0;
    }
  }
  return false;
}

/// Every name in the text is a column of the table; in the values of an INSERT there is none.
constexpr bool check_names(auto& sim, u32 table, const text_view& sql, u32 of_column = 0) {
  if (has_query(sql)) return true;
  for (reader r(sql); r.next();) {
    const identifier& i = r.found;
    if (i.soft && !is_operand(sql, i)) continue;
    if (!of_column && names::find_column(sim, table, i)) continue;
    bool of_system = false;
    for (const ident& name : system_columns) of_system = of_system || same(name, i);
    if (of_system && !of_column) continue;
    verdict f = of(sim, table);
    f.text = model::view(i.data, i.size);
    if (of_column) f.column = sim.columns[of_column].name;
    else f.hint = near_column(sim, table, ident(i.data, i.size));
    return sim.fail(of_column ? fault::value_uses_column : fault::unknown_identifier, f);
  }
  return true;
}

constexpr verdict facts(const auto& sim, u32 column, const value& v, u32 row) {
  verdict f = of(sim, sim.columns[column].table, sim.columns[column].name);
  f.type = sim.columns[column].type;
  f.value = &v;
  f.row = row;
  return f;
}

/// Of an enum type of the history, a label.
constexpr bool check_label(auto& sim, u32 column, u32 type, const value& v, u32 row) {
  const u32 k = v.what == value::kind::text ? find_label(sim, sim.entities[type].first_clause, model::view(v.data, v.size)) : 0;
  if (!k) return sim.fail(v.what == value::kind::text ? fault::value_malformed : fault::value_kind, facts(sim, column, v, row));
  return !is_too_new(sim, k) || sim.fail(fault::label_too_new, facts(sim, column, v, row));
}

/// What a statement writes into a column; `row` is 0 in an UPDATE, whose expressions may use its columns.
constexpr bool check_value(auto& sim, u32 column, const value& v, u32 row) {
  const column_state& c = sim.columns[column];
  switch (v.what) {
    case value::kind::null:
      if (c.flags & flag::not_null) return sim.fail(fault::value_null, facts(sim, column, v, row));
      return true;
    case value::kind::default_value:
      if (is_required(c)) return sim.fail(fault::value_null, facts(sim, column, v, row));
      return true;
    case value::kind::expression: return check_names(sim, c.table, model::view(v.data, v.size), row ? column : 0);
    default:
      const model::data_type& is = base_type(sim, *c.type);
      if (const u32 type = is.dims ? 0 : type_entity(sim, is); type && sim.entities[type].what == entity_kind::enumeration)
        return check_label(sim, column, type, v, row);
      if (const misfit m = misfit_of(v, is); m != misfit::none)
        return sim.fail(static_cast<fault>(static_cast<int>(fault::value_kind) + static_cast<int>(m) - 1), facts(sim, column, v, row));
      return true;
  }
}

/// What a column is compared with. NULL means IS NULL.
constexpr bool check_condition(auto& sim, u32 column, const value& v, u32 row) {
  if (v.what == value::kind::null) return true;
  if (!has_order(*sim.columns[column].type)) return sim.fail(fault::not_comparable, facts(sim, column, v, row));
  if (v.what == value::kind::default_value) return sim.fail(fault::value_kind, facts(sim, column, v, row));
  return check_value(sim, column, v, row);
}

/// The slots of the columns that a step names, each once. The caller deletes them.
struct column_slots {
  u32* slots;
  u32 size;

  constexpr explicit column_slots(u32 n) : slots(new u32[n + 1]{}), size(n) {}
  constexpr ~column_slots() { delete[] slots; }
  column_slots(const column_slots&) = delete;
  column_slots& operator=(const column_slots&) = delete;

  constexpr u32 place_of(u32 column) const {
    u32 i = 0;
    while (i < size && slots[i] != column) ++i;
    return i;
  }
  constexpr bool has(u32 column) const { return place_of(column) < size; }
  constexpr bool look_up(const auto& s, u32 table, const model::names& columns) {
    bool all = true;
    for (u32 i = 0; i < size; ++i) all = (slots[i] = names::find_column(s, table, *columns.data[i])) != 0 && all;
    return all;
  }
  constexpr bool find(auto& sim, u32 table, const model::names& columns) {
    for (u32 i = 0; i < size; ++i) {
      const u32 c = require_column(sim, table, *columns.data[i]);
      if (!c) return false;
      if (has(c)) return fail_column(sim, fault::named_twice, c);
      slots[i] = c;
    }
    return true;
  }
};

/// All rows: a value for each column, to be written or to be compared with. `read` becomes the number of rows that were looked at.
constexpr bool check_rows(auto& sim, u32 table, const data_def& d, const column_slots& columns, u32& read, bool written) {
  u32 number = 0, values = sim.values;
  for (u32 b = 0; b < d.rows.size; ++b) {
    const model::row_block& block = d.rows.data[b];
    for (u32 k = 0; k < block.size; ++k) {
      const model::row_def& r = block.data[k];
      ++number;
      if (r.size != columns.size) {
        verdict f = of(sim, table);
        f.row = number;
        f.number = r.size;
        f.columns = d.columns;
        return sim.fail(fault::value_count, f);
      }
      if (values > values_read) continue;
      read = number;
      for (u32 i = 0; i < r.size; ++i) {
        const value& v = r.data[i];
        values += 1 + v.size / 8;
        if (!(written ? check_value(sim, columns.slots[i], v, number) : check_condition(sim, columns.slots[i], v, number))) return false;
      }
    }
  }
  sim.values = values;
  return true;
}

}  // namespace rows
}  // namespace skein::checks
