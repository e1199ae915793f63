// SPDX-License-Identifier: BSL-1.0
#include "property/family.hpp"
#include "property/heirs.hpp"

using namespace skein::test;

TEST_CASE("random heirs: every step can be undone, and PostgreSQL ends where the model does") {
  hold_family<heir_proposer>(false);
}

TEST_CASE("heirs with faults: PostgreSQL refuses what the model refuses, and nothing else") {
  hold_family<heir_proposer>(true);
}
