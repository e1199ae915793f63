// SPDX-License-Identifier: BSL-1.0
#include "property/family.hpp"
#include "property/partitions.hpp"

using namespace skein::test;

TEST_CASE("random partitions: every step can be undone, and PostgreSQL ends where the model does") {
  hold_family<partition_proposer>(false);
}

TEST_CASE("partitions with faults: PostgreSQL refuses what the model refuses, and nothing else") {
  hold_family<partition_proposer>(true);
}
