// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What must be said aloud: last argument of a step, or among a revision's steps for all of them.

#include <skein/declare/amend.hpp>
#include <skein/model/step.hpp>

namespace skein {

/// The down brings the shape back, not the rows: drop_table, drop_column, a narrowing alter_type.
struct loses_data : model::of_revision {
  static constexpr void set(model::step& s) { s.acknowledged = model::loss::loses_data; }
  static constexpr model::step step{.what = model::op::acknowledge, .acknowledged = model::loss::loses_data};
};

/// There is no down; a downgrade stops before this revision and says why.
template <model::literal Why>
struct irreversible : model::of_revision {
  static constexpr void set(model::step& s) {
    s.acknowledged = model::loss::irreversible;
    s.reason = Why;
  }
  static constexpr model::step step{.what = model::op::acknowledge, .acknowledged = model::loss::irreversible, .reason = Why};
};

/// Among a revision's steps: its statements run one by one outside a transaction, each journalled, resumed where they stopped.
struct outside_transaction : model::of_revision {
  static constexpr model::step step{.what = model::op::outside_transaction};
};
/// Among a revision's steps: bodies of routines that are strings keep naming what the revision drops or renames. The next call of
/// such a routine fails, or makes a mistake; a later revision may replace it.
struct breaks_bodies : model::of_revision {
  static constexpr model::step step{.what = model::op::breaks_bodies};
};
/// CREATE or DROP INDEX CONCURRENTLY; requires `outside_transaction` among the revision's steps.
struct concurrently : model::of_step {
  static constexpr void set(model::step& s) { s.concurrently = true; }
};

}  // namespace skein
