// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::proved;

TEST_CASE("row-level security is enabled and forced as the model says") {
  CHECK(proved<create_schema<"app s">, create_table<qualified("app s", "Users"), column<"id", bigint>>, create_table<"t">, create_table<"gone">,
               enable_row_security<qualified("app s", "Users")>, force_row_security<qualified("app s", "Users")>, force_row_security<"t">, enable_row_security<"gone">,
               rename_table<qualified("app s", "Users"), "people">, set_schema<qualified("app s", "people"), "public">, disable_row_security<"people">,
               no_force_row_security<"t">, enable_row_security<"t">, drop_table<"gone", loses_data>>() == "");
}
