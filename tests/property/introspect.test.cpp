// SPDX-License-Identifier: BSL-1.0
// Random schemas, created on a server and read back: what is read creates the same catalogs, and is read as the same again.
#include "generated.hpp"
#include "integration/introspect/round_trip.hpp"
#include "family.hpp"
#include "heirs.hpp"
#include "partitions.hpp"

#include "support/catch.hpp"

using namespace skein;
using namespace skein::test;

namespace {

constexpr std::uint64_t usual_seed = 20261122, usual_rounds = 10;

/// Empty if the round trip is the identity. What PostgreSQL does not take without the rows that are there is left out.
std::string read_back(const history& steps) {
  checks::live_state state{};
  run::session session(fresh_database());
  for (const model::step* x : steps) {
    checks::live_state attempt = state;
    if (accept(attempt, *x)) state = std::move(attempt);
  }
  const std::vector<std::string> sql = creation_sql(state);
  if (const std::string refused = run_all(session, sql); !refused.empty()) return refused;
  std::string left;
  const std::string differs = round_trip(session, left);
  if (differs.empty() && left.empty()) return "";
  // Of some expressions PostgreSQL prints another text when it has read its own: then it is the second that has to stay.
  const run::introspected found = run::introspect(session, {.owners = true});
  run::session second(fresh_database());
  const std::string refused = run_all(second, creation_sql(found.state)), again = refused.empty() ? round_trip(second, left) : refused;
  const bool lost = run::catalog(session).lines().size() != run::catalog(second).lines().size();
  return again.empty() && left.empty() && !lost ? "" : differs + again + left + text_of(sql, ";\n");
}

/// `generate` makes the steps whose state is read.
void read_back_random(auto&& generate) {
  const std::uint64_t seed = setting("SKEIN_SEED", usual_seed), rounds = setting("SKEIN_ROUNDS", usual_rounds);
  for (std::uint64_t round = 0; round < rounds; ++round) {
    INFO("SKEIN_SEED=" << seed + round << " SKEIN_ROUNDS=1");
    chance by(seed + round);
    checks::arena descriptors;
    CHECK(read_back(generate(by, descriptors)) == "");
  }
}

}  // namespace

TEST_CASE("random schemas are read as they are") {
  read_back_random([](chance& by, checks::arena& in) { return generate(by, in, 10 + by.below(40)).steps; });
}
TEST_CASE("random schemas with views are read as they are") {
  read_back_random([](chance& by, checks::arena& in) { return generate(by, in, 10 + by.below(40), empty_state(), true).steps; });
}
TEST_CASE("random heirs are read as they are") {
  read_back_random([](chance& by, checks::arena& in) { return generate_family<heir_proposer>(by, in, 20 + by.below(40)); });
}
TEST_CASE("random partitions are read as they are") {
  read_back_random([](chance& by, checks::arena& in) { return generate_family<partition_proposer>(by, in, 20 + by.below(40)); });
}
