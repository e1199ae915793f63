// SPDX-License-Identifier: BSL-1.0
#include <skein/check/restore.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::first, test::judged;

using start =
    first<create_table<"users", column<"id", bigint, identity, primary_key>,
                       column<"name", text, default_<"'x'">, comment<"how they are called">>, column<"age", integer>,
                       constraint<"adult", check_on<automatic, "age > 17">>, indexed<"ix_name", on<"name">>>,
          create_table<"posts", column<"id", bigint, primary_key>>>;

TEST_CASE("a written down that restores the state") {
  CHECK(after<start, up<>, down<>>() == "none");
  CHECK(after<start, up<add_column<"users", column<"bio", text>>>, down<drop_column<"users", "bio">>>() ==
        "none");  // no loses_data in a down
  CHECK(after<start, up<rename_table<"users", "people">>, down<rename_table<"people", "users">>>() == "none");
  CHECK(after<start, up<rename_column<"users", "age", "years">>, down<rename_column<"users", "years", "age">>>() ==
        "none");
  CHECK(after<start, up<drop_index<"ix_name">>, down<create_index<"ix_name", "users", on<"name">>>>() == "none");
  CHECK(after<start, up<drop_table<"posts", loses_data>>,
              down<create_table<"posts", column<"id", bigint, primary_key>>>>() == "none");
  CHECK(after<start, up<drop_column<"users", "name", loses_data>>,
              down<add_column<"users", column<"name", text, default_<"'x'">, comment<"how they are called">>>>>() ==
        "column_used in 1.0: table users, column name, object ix_name, other table users, text index");
  CHECK(after<start, up<execute<"UPDATE users SET age = 0">>, down<execute<"UPDATE users SET age = NULL">>>() ==
        "none");
  CHECK(after<start, up<create_schema<"app">, set_schema<"posts", "app">>,
              down<set_schema<qualified("app", "posts"), "public">, drop_schema<"app">>>() == "none");
  CHECK(after<start, up<alter_type<"users", "age", bigint>, drop_constraint<"users", "adult">>,
              down<add_constraint<"users", check_on<"adult", "age > 17">>, alter_type<"users", "age", integer>>>() ==
        "none");
}

TEST_CASE("what a written up loses is said all the same") {
  CHECK(after<start, up<drop_table<"posts">>, down<create_table<"posts", column<"id", bigint, primary_key>>>>() ==
        "loses_data in 1.0: table posts");
}

TEST_CASE("a written down that restores another state") {
  CHECK(after<start, up<add_column<"users", column<"bio", text>>>, down<>>() ==
        "down_differs in 1.0 down: table users");
  CHECK(after<start, up<>, down<add_column<"users", column<"bio", text>>>>() ==
        "down_differs in 1.0 down: table users");
  CHECK(after<start, up<create_table<"tags">>, down<>>() == "down_differs in 1.0 down: table tags");
  CHECK(after<start, up<create_schema<"app">>, down<>>() == "down_differs in 1.0 down: schema app");
  CHECK(after<start, up<drop_index<"ix_name">>, down<create_index<"ix_name", "users", on<desc("name")>>>>() ==
        "down_differs in 1.0 down: table ix_name");
  CHECK(after<start, up<drop_index<"ix_name">>, down<create_index<"ix_name", "users", on<"name">, unique>>>().substr(
            0, 12) == "down_differs");
  CHECK(after<start, up<drop_default<"users", "name">>, down<set_default<"users", "name", "'y'">>>() ==
        "down_differs in 1.0 down: table users");
  CHECK(after<start, up<alter_type<"users", "age", bigint>>, down<alter_type<"users", "age", smallint>>>().substr(
            0, 12) == "down_differs");
  CHECK(after<start, up<set_not_null<"users", "age">>, down<>>().substr(0, 12) == "down_differs");
  CHECK(after<start, up<comment_on_column<"users", "name", "a name">>, down<comment_on_column<"users", "name", "">>>()
            .substr(0, 12) == "down_differs");
  CHECK(after<start, up<drop_constraint<"users", "adult">>,
              down<add_constraint<"users", check_on<"adult", "age > 18">>>>()
            .substr(0, 12) == "down_differs");
  CHECK(after<start, up<drop_constraint<"users", "adult">>,
              down<add_constraint<"users", constraint<"adult", check_on<automatic, "age > 17">, not_valid>>>>()
            .substr(0, 12) == "down_differs");
  CHECK(after<start, up<set_parameters<"users", parameter<"fillfactor", "70">>>, down<>>().substr(0, 12) ==
        "down_differs");
  CHECK(after<start, up<execute<"…", effects<add_column<"users", column<"bio", text>>>>>, down<execute<"…">>>().substr(
            0, 12) == "down_differs");
  CHECK(after<start, up<set_identity<"users", "id", identity_with<by_default>>>, down<>>().substr(0, 12) ==
        "down_differs");
  CHECK(after<start, up<set_identity<"users", "id", identity_with<always, cache<5>>>>, down<>>().substr(0, 12) ==
        "down_differs");
  CHECK(after<start, up<set_identity<"users", "id", identity_with<always, max_value<500>>>>, down<>>().substr(0, 12) ==
        "down_differs");
  CHECK(after<start, up<drop_index<"ix_name">>, down<create_index<"ix_name", "users", on<"name">, method<"hash">>>>()
            .substr(0, 12) == "down_differs");
}

TEST_CASE("a fault in a written down") {
  CHECK(after<start, up<add_column<"users", column<"bio", text>>>,
              down<comment_on_table<"users", "x">, drop_column<"users", "bo">>>() ==
        "no_column in 1.1 down: table users, column bo, hint bio");
  CHECK(after<start, up<drop_index<"ix_name">>, down<create_index<"ix_name", "user", on<"name">>>>() ==
        "no_table in 1.0 down: table user, hint users");
}

TEST_CASE("after a written down the history goes on from its up") {
  CHECK(judged<start, test::second<up<add_column<"users", column<"bio", text>>>, down<drop_column<"users", "bio">>>,
               test::third<drop_column<"users", "bio", loses_data>>>() == "none");
  CHECK(judged<start, test::second<up<add_column<"users", column<"bio", text>>>, down<drop_column<"users", "bio">>>,
               test::third<add_column<"users", column<"bio", text>>>>() ==
        "column_exists in 2.0: table users, column bio");
}

TEST_CASE("an up with a written down needs no way back of its own") {
  CHECK(after<start, up<drop_constraint<"users", "adult">, alter_type<"users", "age", text>>,
              down<alter_type<"users", "age", integer, using_<"age::integer">>,
                   add_constraint<"users", check_on<"adult", "age > 17">>>>() == "none");
}

}  // namespace
