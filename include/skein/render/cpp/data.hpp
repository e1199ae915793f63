// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on rows as C++, up to what they answer for.

#include <skein/check/spell/spell.hpp>
#include <skein/model/data.hpp>
#include <skein/render/cpp/source.hpp>

namespace skein::render::cpp::detail {

inline void cell(source& b, const model::value& v) {
  if (v.what == model::value::kind::default_value)
    b << "default_value";
  else
    checks::spelling::value(b, v);
}
inline void listed(source& b, const char* word, const model::names& names) {
  if (!names.size) return;
  b << ", " << word << "<";
  checks::spelling::list(b, names);
  b << ">";
}
inline void conflict(source& b, const model::data_def& d) {
  if (d.on_conflict == model::conflict::unsaid) return;
  b << ", on_conflict<";
  if (d.conflict_key.size) b << "on<", checks::spelling::list(b, d.conflict_key), b << ">, ";
  if (d.on_conflict == model::conflict::do_nothing) {
    b << "do_nothing>";
    return;
  }
  b << "do_update<";
  checks::spelling::list(b, d.conflict_columns);
  b << ">>";
}

inline void data_step(source& b, const model::step& x) {
  const model::data_def& d = data_of(x);
  constexpr const char* verbs[]{"insert_into<", "update_rows<", "delete_from<", "truncate_table<"};
  b << verbs[static_cast<int>(d.what)];
  checks::spelling::name(b, *x.table);
  listed(b, "columns", d.columns);
  each_row(d, [&](const model::row_def& row, model::u32) {
    b << ", row<";
    for (model::u32 i = 0; i < row.size; ++i) b << (i ? ", " : ""), cell(b, row[i]);
    b << ">";
    return true;
  });
  for (const model::assignment* a : d.set)
    if (a) b << ", set<" << *a->column << ", ", cell(b, a->to), b << ">";
  if (d.where) b << ", where<" << d.where << ">";
  if (d.overriding) b << ", overriding_system_value";
  conflict(b, d);
  if (d.restart) b << ", restart_identity";
  if (d.cascade) b << ", cascade";
  for (model::u32 i = 0; i < d.others.size; ++i)
    b << (i ? ", " : ", together_with<"), checks::spelling::name(b, *d.others[i]);
  if (d.others.size) b << ">";
  if (x.undo.data) b << ", undo<" << x.undo << ">";
}

}  // namespace skein::render::cpp::detail
