// SPDX-License-Identifier: BSL-1.0
// Random histories over the whole vocabulary. SKEIN_SEED repeats a run, SKEIN_ROUNDS makes it longer.
#include "proposer.hpp"
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

/// A step that the model refuses.
struct refused {
  std::size_t after;  ///< that many steps
  const model::step* step;
  checks::fault fault;
  std::string why;
};

struct generated {
  history steps;
  std::vector<refused> others;
};

generated generate(chance& by, checks::arena& in, std::size_t size) {
  generated out;
  checks::live_state state{};
  proposer propose(by, in, state);
  for (std::size_t tries = 0; out.steps.size() < size && tries < 20 * size; ++tries) {
    const model::step* x = propose.propose();
    if (!x) continue;
    checks::live_state attempt = state;
    if (!accept(attempt, *x))
      out.others.push_back({out.steps.size(), x, attempt.v.what, sentence(attempt.v, *x)});
    else
      state = std::move(attempt), out.steps.push_back(x);
  }
  return out;
}

}  // namespace

TEST_CASE("random histories: every step can be undone, and PostgreSQL ends where the model does") {
  const std::uint64_t seed = setting("SKEIN_SEED", usual_seed), rounds = setting("SKEIN_ROUNDS", usual_rounds);
  run::session session(fresh_database());
  session.run(std::string(mood_sql));
  laboratory in(session);
  std::size_t steps = 0, failures = 0;
  std::set<model::op> kinds;
  std::uint64_t round = 0;
  for (; round < rounds && failures < 5; ++round) {
    chance by(seed + round);
    checks::arena descriptors;
    const generated made = generate(by, descriptors, 10 + by.below(40));
    steps += made.steps.size();
    for (const model::step* s : made.steps) kinds.insert(s->what);
    if (const auto found = in.test(made.steps)) {
      shrinker smaller(in, *found, std::chrono::seconds(20));
      const history least = smaller.shrink(made.steps);
      ++failures;
      FAIL_CHECK("SKEIN_SEED=" << seed + round << " SKEIN_ROUNDS=1: " << found->property << "\nThe history:\n"
                               << sql_of(least) << "\nWhat happens:\n"
                               << smaller.found().what);
    }
  }
  std::cout << fmt::format("{} histories of {} steps from SKEIN_SEED={}\n", round, steps, seed);
  if (seed != usual_seed || round < usual_rounds) return;
  for (int what = 0; what < static_cast<int>(model::op::acknowledge); ++what) {  // all that have SQL occur
    CAPTURE(what);
    CHECK(kinds.contains(static_cast<model::op>(what)));
  }
}

TEST_CASE("what the model refuses and PostgreSQL accepts") {
  const std::uint64_t seed = setting("SKEIN_SEED", usual_seed), rounds = setting("SKEIN_ROUNDS", usual_rounds);
  run::session session(fresh_database());
  session.run(std::string(mood_sql));
  laboratory in(session);
  struct kind {
    std::size_t times = 0, accepted = 0;
    std::string example;
  };
  std::map<checks::fault, kind> faults;
  for (std::uint64_t round = 0; round < rounds; round += 4) {
    chance by(seed + round);
    checks::arena descriptors;
    const generated made = generate(by, descriptors, 20);
    for (const refused& each : made.others) {
      CHECK(each.fault != checks::fault::none);
      kind& k = faults[each.fault];
      ++k.times;
      if (!in.accepts({made.steps.begin(), made.steps.begin() + static_cast<std::ptrdiff_t>(each.after)}, *each.step))
        continue;
      if (++k.accepted == 1) k.example = sql_of({each.step}) + each.why;
    }
  }
  // For information: most of it is meant, such as DROP COLUMN, which takes indexes along.
  for (const auto& [fault, k] : faults)
    if (k.accepted)
      std::cout << fmt::format("refused {} times, accepted by PostgreSQL {} times, for example\n{}\n", k.times,
                               k.accepted, k.example);
}
