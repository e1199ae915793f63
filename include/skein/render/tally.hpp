// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Counts what revisions do.

#include <skein/model/step.hpp>
#include <skein/render/migration.hpp>

namespace skein::render {

/// Adds what a step creates and drops; of an `execute` what it says that it does.
inline void count(tally& t, const model::step& s) {
  using model::op;
  switch (s.what) {
    case op::create_table:
      ++t.tables_created;
      for (const model::member* m : s.members) t.indexes_created += m->what == model::kind::index;
      break;
    case op::drop_table: ++t.tables_dropped; break;
    case op::add_column: ++t.columns_added; break;
    case op::drop_column: ++t.columns_dropped; break;
    case op::create_index: ++t.indexes_created; break;
    default: break;
  }
  for (const model::step* effect : s.effects) count(t, *effect);
}

/// What is done where these counts are undone; the tally has no indexes that are dropped.
inline tally taken_back(const tally& t) {
  tally out;
  out.tables_created = t.tables_dropped;
  out.tables_dropped = t.tables_created;
  out.columns_added = t.columns_dropped;
  out.columns_dropped = t.columns_added;
  return out;
}

inline tally& operator+=(tally& sum, const tally& t) {
  sum.tables_created += t.tables_created;
  sum.tables_dropped += t.tables_dropped;
  sum.columns_added += t.columns_added;
  sum.columns_dropped += t.columns_dropped;
  sum.indexes_created += t.indexes_created;
  sum.statements += t.statements;
  return sum;
}

}  // namespace skein::render
