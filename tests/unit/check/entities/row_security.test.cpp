// SPDX-License-Identifier: BSL-1.0
#include <skein/check/entities/entities.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first;

using start = first<create_table<"users", column<"id", bigint>>, create_table<"other">, enable_row_security<"users">>;

TEST_CASE("row-level security is enabled once, and disabled where it is enabled") {
  CHECK(after<start, force_row_security<"users">, enable_row_security<"other">>() == "none");
  CHECK(after<start, enable_row_security<"users">>() == "no_effect in 1.0: table row level security, is mode, on users");
  CHECK(after<start, disable_row_security<"users">, enable_row_security<"users">>() == "none");
  CHECK(after<start, disable_row_security<"other">>() == "no_effect in 1.0: table row level security, is mode, on other");
  CHECK(after<start, no_force_row_security<"users">>().substr(0, 16) == "no_effect in 1.0");
  CHECK(after<start, enable_row_security<"user">>() == "no_table in 1.0: table user, hint users");
  CHECK(after<start, drop_table<"users", loses_data>, create_table<"users">, enable_row_security<"users">>() == "none");
  CHECK(after<start, rename_table<"users", "people">, disable_row_security<"people">>() == "none");
}

TEST_CASE("a model says that a table is secured") {
  struct users : table<"users", column<"id", bigint>> {};
  struct other : table<"other"> {};
  struct secured : row_security<"users"> {};
  struct forced : forced_row_security<"users"> {};
  CHECK(compared<start, users, other, secured>() == "none");
  CHECK(compared<start, users, other>() == "entity_without_model: table row level security, is mode, on users");
  CHECK(compared<start, users, other, secured, forced>() == "model_entity_missing: table forced row level security, is mode, on users");
}

TEST_CASE("branches that secure one table in two ways conflict, those of two tables do not") {
  struct one : revision<"b", revises<"a">, "", disable_row_security<"users">> {};
  struct two : revision<"c", revises<"a">, "", disable_row_security<"users">> {};
  struct other : revision<"c", revises<"a">, "", enable_row_security<"other">> {};
  struct merged : revision<"d", revises<"b", "c">, ""> {};
  CHECK(test::judged<start, one, two, merged>().substr(0, 8) == "conflict");
  CHECK(test::judged<start, one, other, merged>() == "none");
}

}  // namespace
