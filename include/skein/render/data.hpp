// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on rows as SQL.

#include <skein/model/data.hpp>
#include <skein/render/expression.hpp>

#include <cmath>
#include <vector>

namespace skein::render {

/// So many rows to a statement, a line each.
inline constexpr std::size_t rows_at_once = 100;

/// A value, as it is written.
inline std::string value(const model::value& v) {
  using kind = model::value::kind;
  switch (v.what) {
    case kind::null: return "NULL";
    case kind::default_value: return "DEFAULT";
    case kind::boolean: return v.number ? "true" : "false";
    case kind::integer: return fmt::format("{}", v.number);
    case kind::real:
      if (std::isnan(v.fraction)) return "'NaN'";
      if (std::isinf(v.fraction)) return v.fraction > 0 ? "'Infinity'" : "'-Infinity'";
      return fmt::format("{}", v.fraction);
    case kind::text: return literal({v.data, v.size});
    default: return fragment({v.data, v.size});
  }
}

namespace detail {

/// To compare a column with. A fraction is a text first, so that it becomes a value of the column's type, however short.
inline std::string operand(const model::value& v) {
  const bool number = v.what == model::value::kind::real && std::isfinite(v.fraction);
  return number ? fmt::format("'{}'", v.fraction) : value(v);
}

/// The rows of a step, a hundred at a time.
inline std::vector<std::vector<model::row_def>> batches(const model::data_def& d) {
  std::vector<std::vector<model::row_def>> out;
  each_row(d, [&](const model::row_def& r, model::u32) {
    if (out.empty() || out.back().size() == rows_at_once) out.emplace_back();
    out.back().push_back(r);
    return true;
  });
  return out;
}

/// Texts between commas; each on a line of its own if there are several.
inline std::string lines(const std::vector<std::string>& all) {
  std::string out = all.size() == 1 ? " " : "\n  ";
  for (const std::string& each : all) out += (&each == all.data() ? "" : ",\n  ") + each;
  return out;
}
template <class Write>
std::string tuple(const model::row_def& r, Write write) {
  std::string out;
  for (const model::value& v : r) out += (out.empty() ? "" : ", ") + write(v);
  return fmt::format("({})", out);
}

/// ` ON CONFLICT …`; nothing if nothing is said of it.
inline std::string on_conflict(const model::data_def& d) {
  if (d.on_conflict == model::conflict::unsaid) return "";
  std::string out = "ON CONFLICT";
  if (d.conflict_key.size) out += fmt::format(" ({})", identifiers(d.conflict_key));
  if (d.on_conflict == model::conflict::do_nothing) return out + " DO NOTHING";
  std::string set;
  const auto is_key = [&](const model::ident& c) {
    return std::any_of(d.conflict_key.begin(), d.conflict_key.end(), [&](const model::ident* k) { return same(*k, c); });
  };
  for (const model::ident* c : d.conflict_columns.size ? d.conflict_columns : d.columns)
    if (d.conflict_columns.size || !is_key(*c)) set += fmt::format("{}{} = EXCLUDED.{}", set.empty() ? "" : ", ", identifier(*c), identifier(*c));
  return out + " DO UPDATE SET " + set;
}

inline std::vector<std::string> insert(const model::step& s) {
  const model::data_def& d = data_of(s);
  std::vector<std::string> out;
  for (const auto& rows : batches(d)) {
    std::vector<std::string> tuples;
    for (const model::row_def& r : rows) tuples.push_back(tuple(r, value));
    const std::string rest = on_conflict(d);
    out.push_back(fmt::format("INSERT INTO {} ({}){} VALUES{}{}{}", identifier(*s.table), identifiers(d.columns),
                              d.overriding ? " OVERRIDING SYSTEM VALUE" : "", lines(tuples),
                              rest.empty() ? "" : tuples.size() == 1 ? " " : "\n", rest));
  }
  return out;
}

inline std::string update(const model::step& s) {
  const model::data_def& d = data_of(s);
  std::string set;
  for (const model::assignment* a : d.set)
    if (a) set += fmt::format("{}{} = {}", set.empty() ? "" : ", ", identifier(*a->column), value(a->to));
  return fmt::format("UPDATE {} SET {}{}{}", identifier(*s.table), set, d.where ? " WHERE " : "", view(d.where));
}

/// A row by what it is equal to; NULL is equal to NULL here.
inline std::string condition(const model::names& columns, const model::row_def& r) {
  std::string out;
  for (model::u32 i = 0; i < r.size; ++i) {
    const bool null = r[i].what == model::value::kind::null;
    out += fmt::format("{}{} {}", i ? " AND " : "", identifier(*columns[i]), null ? "IS NULL" : "= " + operand(r[i]));
  }
  return out;
}
inline std::string one_of(const model::names& columns, const std::vector<model::row_def>& rows) {
  const bool nulls = std::any_of(rows.begin(), rows.end(), [](const model::row_def& r) {
    return std::any_of(r.begin(), r.end(), [](const model::value& v) { return v.what == model::value::kind::null; });
  });
  std::string out;
  if (rows.size() == 1 || nulls) {
    for (const model::row_def& r : rows)
      out += rows.size() == 1 ? condition(columns, r) : fmt::format("{}({})", out.empty() ? "" : "\n  OR ", condition(columns, r));
    return out;
  }
  const bool single = columns.size == 1;
  for (const model::row_def& r : rows) out += (out.empty() ? "" : ", ") + (single ? operand(r[0]) : tuple(r, operand));
  return fmt::format("{} IN ({})", single ? identifiers(columns) : fmt::format("({})", identifiers(columns)), out);
}

inline std::vector<std::string> erase(const model::step& s) {
  const model::data_def& d = data_of(s);
  const std::string from = fmt::format("DELETE FROM {} WHERE ", identifier(*s.table));
  if (d.where) return {from + std::string(view(d.where))};
  std::vector<std::string> out;
  for (const auto& rows : batches(d)) out.push_back(from + one_of(d.columns, rows));
  return out;
}

inline std::string truncate(const model::step& s) {
  std::string tables = identifier(*s.table);
  for (const model::object_name* other : data_of(s).others) tables += ", " + identifier(*other);
  return fmt::format("TRUNCATE {}{}{}", tables, data_of(s).restart ? " RESTART IDENTITY" : "", data_of(s).cascade ? " CASCADE" : "");
}

}  // namespace detail

/// The statements of a step on rows.
inline std::vector<std::string> change_rows(const model::step& s) {
  using verb = model::data_def::verb;
  switch (data_of(s).what) {
    case verb::insert: return detail::insert(s);
    case verb::update: return {detail::update(s)};
    case verb::erase: return detail::erase(s);
    default: return {detail::truncate(s)};
  }
}

}  // namespace skein::render
