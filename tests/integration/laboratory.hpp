// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps in a real database, one after the other: PostgreSQL takes each, its inverse restores the model and the catalogs, it
/// can be repeated, and what the model says of the state at the end creates the same catalogs in an empty database.

#include "property/properties.hpp"
#include "support/server.hpp"

#include <skein/declare/chain.hpp>

namespace skein::test {

/// The steps, those of groups one by one.
template <class... Step>
history leaves_of() {
  history out;
  (each_leaf(Step::step, [&out](const model::step& x) { out.push_back(&x); }), ...);
  return out;
}

/// Empty if all of it holds. The model has to accept every step.
template <class... Step>
std::string proved() {
  const history steps = leaves_of<Step...>();
  checks::live_state state{};
  for (const model::step* x : steps)
    if (!accept(state, *x)) return sentence(state.v, *x);
  run::session session(server().url());
  const auto found = laboratory(session).test(steps);
  return found ? found->property + "\n" + found->what : "";
}

/// What PostgreSQL says to steps that the model refuses; empty if it takes them.
template <class... Step>
std::string objection_to() {
  run::session session(server().url());
  return laboratory(session).objection_of(leaves_of<Step...>());
}

}  // namespace skein::test
