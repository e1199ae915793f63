// SPDX-License-Identifier: BSL-1.0
// Random histories over the whole vocabulary. SKEIN_SEED repeats a run, SKEIN_ROUNDS makes it longer.
#include "generated.hpp"
#include "shrink.hpp"

#include "support/catch.hpp"
#include "support/server.hpp"

#include <chrono>
#include <iostream>
#include <set>

using namespace skein;
using namespace skein::test;

namespace {

/// Half a minute.
constexpr std::uint64_t usual_seed = 20251114, usual_rounds = 60;

/// With the steps that the model refused where they were refused, and some steps left out, repeated or swapped, so that
/// later ones miss what they need or find it there already.
history with_faults(chance& by, const generated& made) {
  history out;
  std::size_t other = 0;
  for (std::size_t i = 0; i <= made.steps.size(); ++i) {
    for (; other < made.others.size() && made.others[other].after == i; ++other) out.push_back(made.others[other].step);
    if (i < made.steps.size() && !by.percent(8)) out.push_back(made.steps[i]);
  }
  for (std::size_t n = by.below(6); n-- && out.size() > 1;) {
    const std::size_t at = by.below(out.size() - 1);
    if (by.percent(50)) std::swap(out[at], out[at + 1]);
    else out.insert(out.begin() + static_cast<std::ptrdiff_t>(by.below(out.size())), out[at]);
  }
  return out;
}

/// Fails with the least history that has the failure, and how to get it again.
void report(std::uint64_t seed, const history& steps, const failure& found, const shrinker::property& property) {
  shrinker smaller(property, found, std::chrono::seconds(20));
  const history least = smaller.shrink(steps);
  FAIL_CHECK("SKEIN_SEED=" << seed << " SKEIN_ROUNDS=1: " << found.property << "\nThe history:\n"
                           << sql_of(least) << "\nWhat happens:\n"
                           << smaller.found().what);
}

/// How many of the refused steps PostgreSQL refused too.
std::size_t tell_refusals(const laboratory& in) {
  std::size_t both = 0, model = 0;
  for (const auto& [fault, n] : in.refusals) both += n.by_both, model += n.by_model;
  std::cout << fmt::format("{} kinds of faults, refused {} times by both, {} times by the model alone\n",
                           in.refusals.size(), both, model);
  return both;
}

}  // namespace

TEST_CASE("random histories: every step can be undone, and PostgreSQL ends where the model does") {
  const std::uint64_t seed = setting("SKEIN_SEED", usual_seed), rounds = setting("SKEIN_ROUNDS", usual_rounds);
  run::session session(fresh_database());
  laboratory in(session);
  std::size_t steps = 0, failures = 0;
  // All that have SQL are to occur, if need be in further histories.
  std::set<model::op> kinds;
  const bool all = seed == usual_seed && rounds >= usual_rounds && major() >= 13;  // PostgreSQL 12 has no DROP EXPRESSION
  const auto lacks = [&](const history& h) { return std::any_of(h.begin(), h.end(), [&](const model::step* s) { return !kinds.contains(s->what); }); };
  std::uint64_t round = 0;
  for (; (round < rounds || (all && round < 10 * rounds && kinds.size() + 2 < static_cast<std::size_t>(model::op::acknowledge))) && failures < 5; ++round) {
    chance by(seed + round);
    checks::arena descriptors;
    const generated made = generate(by, descriptors, 10 + by.below(40));
    if (round >= rounds && !lacks(made.steps)) continue;
    steps += made.steps.size();
    for (const model::step* s : made.steps) kinds.insert(s->what);
    if (const auto found = in.test(made.steps)) {
      ++failures;
      report(seed + round, made.steps, *found, [&](const history& h) { return in.test(h); });
    }
  }
  std::cout << fmt::format("{} histories of {} steps from SKEIN_SEED={}, {} of them on rows, and {} that rows were in the way of\n", round, steps,
                           seed, in.rows_taken, in.rows_refused);
  for (const model::op of_families : {model::op::attach_partition, model::op::detach_partition, model::op::inherit, model::op::disinherit})
    kinds.insert(of_families);  // partitions.test.cpp, heirs.test.cpp
  for (int what = 0; all && what < static_cast<int>(model::op::acknowledge); ++what) {
    CAPTURE(what);
    CHECK(kinds.contains(static_cast<model::op>(what)));
  }
}

TEST_CASE("histories with faults: PostgreSQL refuses what the model refuses, and nothing else") {
  const std::uint64_t seed = setting("SKEIN_SEED", usual_seed), rounds = setting("SKEIN_ROUNDS", usual_rounds);
  run::session session(fresh_database());
  laboratory in(session);
  std::size_t failures = 0;
  for (std::uint64_t round = 0; round < rounds && failures < 5; ++round) {
    chance by(seed + round);
    checks::arena descriptors;
    const generated made = generate(by, descriptors, 10 + by.below(20));
    const history steps = with_faults(by, made);
    if (const auto found = in.agree(steps)) {
      ++failures;
      report(seed + round, steps, *found, [&](const history& h) { return in.agree(h); });
    }
  }
  const std::size_t both = tell_refusals(in);
  if (seed == usual_seed && rounds >= usual_rounds) CHECK(both > 100);
}

TEST_CASE("random histories around views: the same, and PostgreSQL refuses what the model refuses") {
  const std::uint64_t seed = setting("SKEIN_SEED", usual_seed), rounds = setting("SKEIN_ROUNDS", usual_rounds);
  run::session session(fresh_database());
  laboratory in(session);
  std::size_t failures = 0, steps = 0;
  for (std::uint64_t round = 0; round < rounds && failures < 5; ++round) {
    chance by(seed + round);
    checks::arena descriptors;
    const generated made = generate(by, descriptors, 10 + by.below(25), empty_state(), true);
    steps += made.steps.size();
    const history faulty = with_faults(by, made);
    for (const bool valid : {true, false}) {
      const history& all = valid ? made.steps : faulty;
      const auto property = [&](const history& h) { return valid ? in.test(h) : in.agree(h); };
      const auto found = property(all);
      if (!found) continue;
      ++failures;
      report(seed + round, all, *found, property);
    }
  }
  std::cout << fmt::format("{} steps around views, ", steps);
  const std::size_t both = tell_refusals(in);
  if (seed == usual_seed && rounds >= usual_rounds) CHECK(both > 100);
}

TEST_CASE("branches that do not conflict fit in either order and end alike") {
  const std::uint64_t seed = setting("SKEIN_SEED", usual_seed), rounds = setting("SKEIN_ROUNDS", usual_rounds);
  run::session session(fresh_database());
  laboratory in(session);
  std::size_t failures = 0;
  for (std::uint64_t round = 0; round < 4 * rounds && failures < 5; ++round) {
    chance by(seed + round);
    checks::arena descriptors;
    const history base = generate(by, descriptors, 6 + by.below(10)).steps;
    checks::live_state state = empty_state();
    for (const model::step* x : base) accept(state, *x);
    const history a = generate(by, descriptors, 1 + by.below(3), state).steps;
    const history b = generate(by, descriptors, 1 + by.below(3), state).steps;
    if (const auto found = in.commute(base, a, b)) {
      shrinker smaller([&](const history& h) { return in.commute(h, a, b); }, *found, std::chrono::seconds(10));
      const history least = smaller.shrink(base);
      ++failures;
      FAIL_CHECK("SKEIN_SEED=" << seed + round << " SKEIN_ROUNDS=1: " << found->property << "\nAfter\n" << sql_of(least)
                               << "\none branch:\n" << sql_of(a) << "\nthe other:\n" << sql_of(b) << "\nWhat happens:\n"
                               << smaller.found().what);
    }
  }
  std::cout << fmt::format("{} pairs of branches commute\n", in.commuted);
  if (seed == usual_seed && rounds >= usual_rounds) CHECK(in.commuted > 20);
}
