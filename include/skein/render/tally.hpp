// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Counts what a revision does.

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

}  // namespace skein::render
