// SPDX-License-Identifier: BSL-1.0
// The difference between any two states leads from one to the other. SKEIN_SEED repeats a run, SKEIN_ROUNDS makes it
// longer.
#include "generated.hpp"
#include "family.hpp"
#include "heirs.hpp"
#include "partitions.hpp"
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

/// Two histories that begin alike, for so many steps. `more(by, in, size, state)` makes those behind a state.
void lead(std::size_t alike, std::size_t apart, auto&& more) {
  const std::uint64_t seed = setting("SKEIN_SEED", usual_seed), rounds = setting("SKEIN_ROUNDS", usual_rounds);
  run::session session(fresh_database());
  laboratory in(session);
  std::size_t failures = 0;
  for (std::uint64_t round = 0; round < rounds && failures < 5; ++round) {
    chance by(seed + round);
    checks::arena descriptors;
    const history base = more(by, descriptors, by.below(alike + 1), empty_state());
    checks::live_state state = empty_state();
    for (const model::step* x : base) accept(state, *x);
    history a = joined(base, more(by, descriptors, 1 + by.below(apart), state));
    history b = joined(base, more(by, descriptors, 1 + by.below(apart), state));
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

auto tables(bool views) {
  return [views](chance& by, checks::arena& in, std::size_t size, const checks::live_state& from) {
    return generate(by, in, size, from, views).steps;
  };
}

}  // namespace

TEST_CASE("the difference between states that are much alike leads from one to the other") { lead(30, 6, tables(false)); }
TEST_CASE("the difference between states that have little in common leads from one to the other") {
  lead(4, 25, tables(false));
}
TEST_CASE("the difference between states with views leads from one to the other") { lead(15, 15, tables(true)); }
TEST_CASE("the difference between states with heirs leads from one to the other") {
  lead(40, 20, [](chance& by, checks::arena& in, std::size_t proposals, const checks::live_state& from) {
    return generate_family<heir_proposer>(by, in, proposals, from);
  });
}
TEST_CASE("the difference between states with partitions leads from one to the other") {
  lead(40, 20, [](chance& by, checks::arena& in, std::size_t proposals, const checks::live_state& from) {
    return generate_family<partition_proposer>(by, in, proposals, from);
  });
}
