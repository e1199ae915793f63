// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Columns of partitions and heirs beside those that they come from: a model leaves out what is the same.

#include <skein/check/partitions/tree.hpp>

namespace skein::checks {

/// The column of the partitioned table, or of a parent, that the column is or comes from; 0 if there is none.
template <class State>
constexpr u32 column_above(const State& s, u32 column) {
  const column_state& c = s.columns[column];
  u32 found = 0;
  if (const u32 table = c.name ? table_of_partition(s, c.table) : 0) found = names::find_column(s, table, *c.name);
  if constexpr (knows_heirs<State>)
    if (c.name) each_source(s, column, [&](u32 theirs) { return found = theirs, false; });
  return found;
}

constexpr bool is_in_primary_key(const auto& s, u32 column) {
  for (u32 o = s.tables[s.columns[column].table].first_object; o; o = s.objects[o].next)
    for (u32 k = 0; s.objects[o].alive && s.objects[o].what == kind::primary_key && k < s.objects[o].keys; ++k)
      if (s.uses[s.objects[o].first_use + k] == column) return true;
  return false;
}

/// Whether the column is as the other one, from which it comes: NOT NULL, default, and without a comment of its own.
constexpr bool is_as_above(const auto& s, u32 column, u32 above) {
  const column_state &x = s.columns[column], &y = s.columns[above];
  const u32 alike = flag::default_value | flag::next_value | (is_in_primary_key(s, column) ? 0 : flag::not_null);
  if (x.comment || (x.flags ^ y.flags) & alike || (x.flags & flag::next_value && x.sequence != y.sequence))
    return false;
  return !(x.flags & flag::default_value) || same(*x.text, *y.text);
}

}  // namespace skein::checks
