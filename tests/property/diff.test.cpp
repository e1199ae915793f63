// SPDX-License-Identifier: BSL-1.0
// The difference between any two states leads from one to the other. SKEIN_SEED repeats a run, SKEIN_ROUNDS makes it
// longer.
#include "generated.hpp"
#include "shrink.hpp"

#include "support/catch.hpp"

#include <chrono>
#include <iostream>

using namespace skein;
using namespace skein::test;

namespace {

constexpr std::uint64_t usual_seed = 20251114, usual_rounds = 30;

history joined(const history& a, const history& b) {
  history out = a;
  out.insert(out.end(), b.begin(), b.end());
  return out;
}

/// Two histories that begin alike, for so many steps.
void lead(std::size_t alike, std::size_t apart, bool views) {
  const std::uint64_t seed = setting("SKEIN_SEED", usual_seed), rounds = setting("SKEIN_ROUNDS", usual_rounds);
  run::session session(fresh_database());
  laboratory in(session);
  std::size_t failures = 0;
  for (std::uint64_t round = 0; round < rounds && failures < 5; ++round) {
    chance by(seed + round);
    checks::arena descriptors;
    const history base = generate(by, descriptors, by.below(alike + 1), empty_state(), views).steps;
    checks::live_state state = empty_state();
    for (const model::step* x : base) accept(state, *x);
    history a = joined(base, generate(by, descriptors, 1 + by.below(apart), state, views).steps);
    history b = joined(base, generate(by, descriptors, 1 + by.below(apart), state, views).steps);
    for (const bool back : {false, true}) {
      if (back) std::swap(a, b);
      const auto found = in.lead(a, b);
      if (!found) continue;
      history least_a = a, least_b = b;
      shrinker first([&](const history& h) { return in.lead(h, least_b); }, *found, std::chrono::seconds(10));
      least_a = first.shrink(least_a);
      shrinker second([&](const history& h) { return in.lead(least_a, h); }, first.found(), std::chrono::seconds(10));
      least_b = second.shrink(least_b);
      ++failures;
      FAIL_CHECK("SKEIN_SEED=" << seed + round << " SKEIN_ROUNDS=1: " << found->property << "\n"
                               << second.found().what);
    }
  }
  std::cout << fmt::format("{} differences of {} steps, {} of which say what they lose\n", in.led, in.steps_led,
                           in.lossy_led);
}

}  // namespace

TEST_CASE("the difference between states that are much alike leads from one to the other") { lead(30, 6, false); }
TEST_CASE("the difference between states that have little in common leads from one to the other") {
  lead(4, 25, false);
}
TEST_CASE("the difference between states with views leads from one to the other") { lead(15, 15, true); }
