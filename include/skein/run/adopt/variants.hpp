// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps that do the same in other ways.

#include <skein/check/invert/tidy.hpp>
#include <skein/run/adopt/model_state.hpp>

#include <vector>

namespace skein::run::adoption {

/// Tables as a person would write them.
inline step_list tidied(step_list steps, checks::arena& in) {
  for (const model::step*& x : steps) {
    if (x->what != model::op::create_table) continue;
    model::step y = *x;
    y.members = checks::tidied(x->table->name, x->members, in);
    x = in.make(y);
  }
  return steps;
}

namespace detail {

/// Whether it drops what another of the steps creates, or creates what another one drops.
inline bool is_pair_of(const model::step& x, const step_list& steps, bool drops) {
  using model::op;
  if (x.what != (drops ? op::drop_index : op::create_index) &&
      x.what != (drops ? op::drop_constraint : op::add_constraint))
    return false;
  for (const model::step* y : steps) {
    const model::step &gone = drops ? x : *y, &come = drops ? *y : x;
    if (gone.what == op::drop_index && come.what == op::create_index && come.name && same(gone.table->name, *come.name))
      return true;
    if (gone.what == op::drop_constraint && come.what == op::add_constraint && come.members[0]->name &&
        same(*gone.name, *come.members[0]->name) && same(*gone.table, *come.table))
      return true;
  }
  return false;
}

}  // namespace detail

/// What goes and comes again under its name may only be printed otherwise, since a column's type is another: then it
/// can stay. Otherwise it goes before everything and comes after it, so that the way back finds it as it was.
inline std::vector<step_list> ways_of(const step_list& steps) {
  step_list first, between, last;
  for (const model::step* x : steps)
    (detail::is_pair_of(*x, steps, true) ? first : detail::is_pair_of(*x, steps, false) ? last : between).push_back(x);
  if (first.empty()) return {steps};
  step_list around = first;
  for (const auto* each : {&between, &last}) around.insert(around.end(), each->begin(), each->end());
  return {between, around, steps};
}

}  // namespace skein::run::adoption
