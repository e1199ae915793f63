// SPDX-License-Identifier: BSL-1.0
// Random schemas, read from a server and written as C++: what is compiled creates what is read as the same. All headers
// of a run are compiled at once.
#include "family.hpp"
#include "generated.hpp"
#include "heirs.hpp"
#include "integration/import/compiled.hpp"
#include "integration/introspect/round_trip.hpp"
#include "partitions.hpp"

#include "support/catch.hpp"

using namespace skein;
using namespace skein::test;

namespace {

constexpr std::uint64_t usual_seed = 20261122, usual_rounds = 8;

/// The state of the steps as a server prints it that has read its own text: that is what stays.
run::introspected settled(const history& steps) {
  checks::live_state state = empty_state();
  for (const model::step* x : steps) {
    checks::live_state attempt = state;
    if (accept(attempt, *x)) state = std::move(attempt);
  }
  run::introspected found;
  for (int generation = 0; generation < 2; ++generation) {
    run::session s(fresh_database());
    const std::string refused = run_all(s, creation_sql(generation ? found.state : state));
    if (!refused.empty()) throw std::runtime_error(refused);
    found = run::introspect(s, {.owners = true});
  }
  return found;
}

}  // namespace

TEST_CASE("random schemas are the same again when they are written as C++, compiled and created") {
  const std::uint64_t seed = setting("SKEIN_SEED", usual_seed), rounds = setting("SKEIN_ROUNDS", usual_rounds);
  checks::arena descriptors;
  std::vector<run::introspected> schemas;
  std::vector<std::string> headers;
  for (std::uint64_t round = 0; round < rounds; ++round) {
    chance by(seed + round);
    const std::size_t size = 10 + by.below(40);
    switch (round % 4) {
      case 0: schemas.push_back(settled(generate_family<heir_proposer>(by, descriptors, size))); break;
      case 1: schemas.push_back(settled(generate_family<partition_proposer>(by, descriptors, size))); break;
      default: schemas.push_back(settled(generate(by, descriptors, size, empty_state(), round % 4 == 3).steps));
    }
    headers.push_back(render::cpp::header_writer(written(schemas.back().state, descriptors)).whole());
  }
  const std::vector<std::vector<std::string>> statements = compiled_history(headers);
  REQUIRE(statements.size() == schemas.size());
  for (std::size_t i = 0; i < schemas.size(); ++i) {
    INFO("SKEIN_SEED=" << seed << " SKEIN_ROUNDS=" << rounds << ", number " << i << "\n" << headers[i]);
    run::session s(fresh_database());
    CHECK(run_all(s, statements[i]) == "");
    CHECK(difference(shape_of(schemas[i].state), shape_of(run::introspect(s, {.owners = true}).state)) == "");
  }
}
