// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Keys of rows: which of them tells given rows apart, whether a row is given twice, what ON CONFLICT may name.

#include <skein/check/rows/row_values.hpp>

namespace skein::checks::rows {

/// A primary key, a unique constraint or index, over columns alone and over all rows.
constexpr bool is_key(const auto& s, const object_state& o) {
  if (!o.alive || (o.what != kind::primary_key && o.what != kind::unique && !(o.what == kind::index && o.index->unique && !o.index->where))) return false;
  for (u32 i = 0; i < o.keys; ++i)
    if (!s.uses[o.first_use + i]) return false;
  return true;
}
constexpr bool nulls_are_equal(const object_state& o) { return o.index ? o.index->nulls_not_distinct : o.constraint->nulls_not_distinct; }
constexpr bool covers(const auto& s, const object_state& o, const column_slots& columns) {
  for (u32 i = 0; i < o.keys; ++i)
    if (!columns.has(s.uses[o.first_use + i])) return false;
  return true;
}

/// Whether PostgreSQL may keep another value than the literal, since the type has fewer digits behind the point.
constexpr bool is_rounded(const value& v, const model::data_type& t) {
  using model::type_id;
  if (t.first == model::data_type::none || (t.id != type_id::numeric && !(t.id >= type_id::time && t.id <= type_id::interval))) return false;
  const bool number = t.id == type_id::numeric;
  if (number && t.second < 0) return true;
  if (v.what == value::kind::integer) return false;
  if (v.what == value::kind::text) {
    int behind = -1;  // the point
    for (u32 i = 0; i < v.size; ++i) {
      const char c = v.data[i];
      if (c == '.') behind = 0;
      else if (number && (c == 'e' || c == 'E')) return true;
      else if (behind >= 0 && c >= '0' && c <= '9' && ++behind > (number ? t.second : t.first)) return true;
      else if (c < '0' || c > '9') behind = -1;
    }
    return false;
  }
  double left = v.fraction < 0 ? -v.fraction : v.fraction;
  for (int i = 0; i < t.second; ++i) left *= 10;
  if (left > 1e15) return true;
  const double off = left - static_cast<double>(static_cast<long long>(left + 0.5));  // 0.29 is no sum of powers of two
  return (off < 0 ? -off : off) > left * 1e-12;
}
/// A literal that means the same tomorrow, and is found again; `now` as a text of a date does not.
constexpr bool is_constant(const value& v, const model::data_type& t) {
  using model::type_id;
  if (is_rounded(v, t)) return false;
  const bool moment = t.id >= type_id::date && t.id <= type_id::timestamptz;
  return v.literal() && !(moment && v.what == value::kind::text && !literals::has_digit({v.data, v.data + v.size}));
}

/// The key by which all of the rows can be found again; the primary key before others. 0: there is none.
constexpr u32 key_of_rows(const auto& s, u32 table, const data_def& d, const column_slots& columns) {
  u32 found = 0;
  for (u32 k = s.tables[table].first_object; k; k = s.objects[k].next) {
    const object_state& o = s.objects[k];
    if ((found && o.what != kind::primary_key) || !is_key(s, o) || !covers(s, o, columns)) continue;
    bool constant = true;
    for (u32 i = 0; i < o.keys && constant; ++i) {
      const u32 c = s.uses[o.first_use + i], place = columns.place_of(c);
      constant = model::each_row(d, [&](const model::row_def& r, u32) { return is_constant(r.data[place], *s.columns[c].type); });
    }
    if (constant) found = k;
  }
  return found;
}

constexpr bool same_value(const value& a, const value& b) {
  if (a.what != b.what || a.size != b.size || a.number != b.number || a.fraction != b.fraction) return false;
  for (u32 i = 0; i < a.size; ++i)
    if (a.data[i] != b.data[i]) return false;
  return true;
}
constexpr u32 hash_value(u32 h, const value& v) {
  h = (h ^ static_cast<u32>(v.what)) * names::spread + static_cast<u32>(v.number) * 0x85ebca6bu;
  return v.size ? model::hash_of(v.data, v.size, h) : h;
}

/// Whether two rows may have the same values in the key, as far as they give them.
constexpr bool may_agree(const auto& s, u32 key, const column_slots& columns, const model::row_def& a, const model::row_def& b) {
  const object_state& o = s.objects[key];
  for (u32 i = 0; i < o.keys; ++i) {
    const u32 c = s.uses[o.first_use + i];
    if (columns.has(c) && !same_value(a.data[columns.place_of(c)], b.data[columns.place_of(c)])) return false;
  }
  return true;
}

/// Whether the column has a default that calls no function, and so is the same for all rows of a statement.
constexpr bool has_constant_default(const column_state& c) {
  if (!(c.flags & flag::default_value)) return false;
  bool word = false;  // stands before
  for (u32 i = 0; i < c.text->size; ++i) {
    const char k = c.text->data[i];
    if (k == '(' && word) return false;
    if (lexical::start_of(k) != lexical::starts::blank) word = lexical::lower(k) || k == '"';
  }
  return true;
}
/// Whether every column of the key is given, or in rows that are inserted has such a default.
constexpr bool decides(const auto& s, const object_state& o, const data_def& d, const column_slots& columns) {
  if (d.what != model::data_def::verb::insert) return covers(s, o, columns);
  for (u32 i = 0; i < o.keys; ++i)
    if (const u32 c = s.uses[o.first_use + i]; !columns.has(c) && !has_constant_default(s.columns[c])) return false;
  return true;
}

/// No two of the first `count` rows have the same literals in the key, or the default of its column, unless ON CONFLICT in the key
/// `apart` passes over the second; whether two notations mean the same is left to PostgreSQL. Requires: they decide the key.
constexpr bool check_repeated(auto& sim, u32 key, const data_def& d, const column_slots& columns, u32 count, u32 apart) {
  const object_state& o = sim.objects[key];
  u32 size = 2;
  while (size < 2 * count) size *= 2;
  struct entry {
    const model::row_def* row;
    u32 number;
  };
  entry* seen = new entry[size]{};
  u32* places = new u32[o.keys + 1]{};
  for (u32 i = 0; i < o.keys; ++i) places[i] = columns.place_of(sim.uses[o.first_use + i]);
  u32 first = 0, second = 0;
  model::each_row(d, [&](const model::row_def& r, u32 number) {
    if (number > count) return false;
    u32 h = 0;
    for (u32 i = 0; i < o.keys; ++i) {
      if (places[i] == columns.size) continue;
      const value& v = r.data[places[i]];
      if (v.what == value::kind::default_value && has_constant_default(sim.columns[sim.uses[o.first_use + i]])) continue;
      if (!v.literal() && !(v.what == value::kind::null && nulls_are_equal(o))) return true;
      if (v.what == value::kind::real && v.fraction != v.fraction) return true;
      h = hash_value(h, v);
    }
    u32 p = (h * names::spread) & (size - 1);
    for (; seen[p].row; p = (p + 1) & (size - 1)) {
      u32 i = 0;
      while (i < o.keys && (places[i] == columns.size || same_value(seen[p].row->data[places[i]], r.data[places[i]]))) ++i;
      if (i < o.keys) continue;
      if (apart && may_agree(sim, apart, columns, *seen[p].row, r)) return true;
      first = seen[p].number, second = number;
      return false;
    }
    seen[p] = {&r, number};
    return true;
  });
  delete[] seen;
  delete[] places;
  if (!second) return true;
  verdict f = of(sim, o.table, o.name);
  f.row = second;
  f.number = first;
  return sim.fail(fault::repeated_row, f);
}

/// No key is given twice, apart from one that may be.
constexpr bool check_keys(auto& sim, u32 table, const data_def& d, const column_slots& columns, u32 count, u32 apart) {
  for (u32 k = sim.tables[table].first_object; k; k = sim.objects[k].next)
    if (k != apart && is_key(sim, sim.objects[k]) && decides(sim, sim.objects[k], d, columns) && !check_repeated(sim, k, d, columns, count, apart)) return false;
  return true;
}

/// The key that ON CONFLICT means: exactly these columns, in any order, and no deferrable key of the same. 0: there is none.
constexpr u32 conflict_key(auto& sim, u32 table, const model::names& columns) {
  column_slots named(columns.size);
  if (!named.find(sim, table, columns)) return 0;
  u32 key = 0, deferrable = 0;
  for (u32 k = sim.tables[table].first_object; k; k = sim.objects[k].next) {
    const object_state& o = sim.objects[k];
    if (!is_key(sim, o) || o.keys != named.size || !covers(sim, o, named)) continue;
    (o.constraint && o.constraint->defer != model::deferral::none ? deferrable : key) = k;
  }
  if (key && !deferrable) return key;
  verdict f = of(sim, table);
  if (key) f.object = sim.objects[deferrable].name;
  f.columns = columns;
  sim.fail(fault::no_conflict_key, f);
  return 0;
}

}  // namespace skein::checks::rows
