// SPDX-License-Identifier: BSL-1.0
#include "property/partitions.hpp"

#include "property/shrink.hpp"
#include "support/catch.hpp"
#include "support/server.hpp"

using namespace skein;
using namespace skein::test;

namespace {

void hold(bool with_faults) {
  const std::uint64_t seed = setting("SKEIN_SEED", 20261121), rounds = setting("SKEIN_ROUNDS", 30);
  run::session session(fresh_database());
  laboratory in(session);
  const auto property = [&](const history& h) { return with_faults ? in.agree(h) : in.test(h); };
  std::size_t steps = 0, failures = 0;
  for (std::uint64_t round = 0; round < rounds && failures < 3; ++round) {
    chance by(seed + round);
    checks::arena descriptors;
    const history made = generate_partitions(by, descriptors, 60, empty_state(), with_faults);
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

}  // namespace

TEST_CASE("random partitions: every step can be undone, and PostgreSQL ends where the model does") { hold(false); }

TEST_CASE("partitions with faults: PostgreSQL refuses what the model refuses, and nothing else") { hold(true); }
