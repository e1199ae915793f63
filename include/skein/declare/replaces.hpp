// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Revisions that stand for a run of earlier ones.

#include <skein/declare/amend.hpp>
#include <skein/declare/misplaced.hpp>

namespace skein {

/// The first of a revision's steps: the revision stands for all from `From` to `To`, each of which revises the one before it.
/// A database that has none of them goes through this one alone; one that has some goes on through the rest of them, and is then
/// where this one leads, too. Who revises this one revises `To`, and the other way round.
///
///     struct first_year : revision<"2026", base, "the first year", replaces<"2025-01", "2025-12">,
///         create_table<"users", …>> {};
///
/// Requires: it revises what `From` revises; what it leads to is, name by name, what the run leads to; data steps and raw SQL of
///           the run are among its steps as they are written there, in that order. As long as a database may be inside of the
///           run, the run stays declared beside it. Once it is no longer, nothing of this can be asked, and a database inside
///           of it is refused at run time; `replaces` stays, so that those at its end are known.
/// SQL:      none
template <model::ident From, model::ident To, class... Option>
struct replaces : model::of_revision {
  static constexpr model::step step = (model::step{.what = model::op::replaces, .name = &From, .to = &To} | ... | model::amendment<Option>{});
};

/// Option of `replaces`: data steps and raw SQL of the run are left out, because a database that never had it lacks nothing
/// without them.
template <model::literal Why>
struct without_data : model::of_step {
  static constexpr void set(model::step& s) { s.reason = Why; }
};

}  // namespace skein
