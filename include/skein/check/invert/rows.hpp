// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What undoes a step on rows, from the state before it.

#include <skein/check/arena.hpp>
#include <skein/check/state/growing_schema.hpp>

namespace skein::checks {

/// Null where nothing is derived and nothing is said.
inline const step* invert_rows(const live_state& s, arena& in, const step& x, u32 table) {
  using verb = model::data_def::verb;
  const model::data_def& d = data_of(x);
  if (x.undo.data) return in.make(step{.what = model::op::execute, .text = x.undo, .undo = model::view("")});
  rows::column_slots columns(d.columns.size);
  if (!columns.look_up(s, table, d.columns)) return nullptr;  // the step does not fit
  model::data_def back{};
  if (d.what == verb::erase && rows::is_whole(s, table, d, columns)) {
    back = {.what = verb::insert, .columns = d.columns, .rows = d.rows};
    for (u32 i = 0; i < columns.size; ++i) back.overriding |= (s.columns[columns.slots[i]].flags & flag::identity_always) != 0;
  } else if (d.what == verb::insert && d.on_conflict == model::conflict::unsaid) {
    const u32 key = rows::key_of_rows(s, table, d, columns);
    if (!key) return nullptr;
    const object_state& o = s.objects[key];
    std::vector<const ident*> names;
    std::vector<model::row_def> keys;
    for (u32 i = 0; i < o.keys; ++i) names.push_back(s.columns[s.uses[o.first_use + i]].name);
    model::each_row(d, [&](const model::row_def& r, u32) {
      std::vector<model::value> values;
      for (u32 i = 0; i < o.keys; ++i) values.push_back(r.data[columns.place_of(s.uses[o.first_use + i])]);
      keys.push_back(in.make_list(values));
      return true;
    });
    back = {.what = verb::erase, .columns = in.make_list(names), .rows = in.list_of(model::row_block(in.make_list(keys)))};
  } else {
    return nullptr;
  }
  return in.make(model::data_step{{.what = model::op::data, .table = x.table}, back});
}

}  // namespace skein::checks
