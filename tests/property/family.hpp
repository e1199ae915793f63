// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random steps on tables that get columns and constraints from each other, in a small world.

#include "property/properties.hpp"
#include "property/random.hpp"
#include "property/shrink.hpp"
#include "support/catch.hpp"
#include "support/server.hpp"

namespace skein::test {

/// Steps that the model accepts one after the other, or all of them.
template <class Proposer>
history generate_family(chance& by, checks::arena& in, std::size_t proposals, checks::live_state state = empty_state(),
                        bool with_faults = false) {
  history out;
  while (proposals--) {
    const model::step* x = Proposer(by, in, state).propose();
    checks::live_state attempt = state;
    const bool fits = accept(attempt, *x);
    if (fits) state = std::move(attempt);
    if (fits || with_faults) out.push_back(x);
  }
  return out;
}

/// Fails with what breaks a property, as short as it becomes.
template <class Proposer>
void hold_family(bool with_faults) {
  const std::uint64_t seed = setting("SKEIN_SEED", 20261121), rounds = setting("SKEIN_ROUNDS", 30);
  run::session session(fresh_database());
  laboratory in(session);
  const auto property = [&](const history& h) { return with_faults ? in.agree(h) : in.test(h); };
  std::size_t steps = 0, failures = 0;
  for (std::uint64_t round = 0; round < rounds && failures < 3; ++round) {
    chance by(seed + round);
    checks::arena descriptors;
    const history made = generate_family<Proposer>(by, descriptors, 60, empty_state(), with_faults);
    steps += made.size();
    if (const auto found = property(made)) {
      shrinker smaller(property, *found, std::chrono::seconds(10));
      const history least = smaller.shrink(made);
      ++failures;
      FAIL_CHECK("SKEIN_SEED=" << seed + round << " SKEIN_ROUNDS=1: " << found->property << "\nThe history:\n"
                               << sql_of(least) << "\nWhat happens:\n"
                               << smaller.found().what);
    }
  }
  CHECK(steps > rounds * 10);
}

}  // namespace skein::test
