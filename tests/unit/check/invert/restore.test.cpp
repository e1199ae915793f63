// SPDX-License-Identifier: BSL-1.0
#include <skein/check/invert/restore.hpp>

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

TEST_CASE("a generated column comes back as it was made, from columns by their present names") {
  using made = first<create_table<"t", column<"id", bigint>, column<"type", integer>, column<"other", integer>,
                                  column<"next", integer, generated<"type + 1">>>,
                     rename_column<"t", "type", "9lives">>;
  CHECK(after<made, up<drop_column<"t", "next">>,
              down<add_column<"t", column<"next", integer, generated<"\"9lives\" + 1">>>>>() == "none");
  CHECK(after<made, up<drop_column<"t", "next">>,
              down<add_column<"t", column<"next", integer, generated<"other + 1">>>>>() ==
        "down_differs in 1.0 down: left column_differs, table t, column next, differs in generated");
}

TEST_CASE("the predicate of an index with INCLUDE comes back with its own column") {
  using made = first<create_table<"t", column<"a", bigint>, column<"b", bigint>, column<"c", bigint>, column<"d", bigint>,
                                  indexed<"ix", on<"a">, include<"b">, where<"c > 0">>>>;
  CHECK(after<made, up<drop_index<"ix">>, down<create_index<"ix", "t", on<"a">, include<"b">, where<"c > 0">>>>() ==
        "none");
  CHECK(after<made, up<drop_index<"ix">>, down<create_index<"ix", "t", on<"a">, include<"b">, where<"d > 0">>>>() ==
        "down_differs in 1.0 down: left object_differs, table t, object ix");
}

TEST_CASE("a key goes back to a type of which only its name is known") {
  using made = first<create_enum<"mood">, create_enum<"other">, create_table<"t", column<"mood", type_named<"mood">>, indexed<"ix", on<"mood">>>>;
  using there = alter_type<"t", "mood", integer, using_<"1">>;
  CHECK(after<made, up<there>, down<alter_type<"t", "mood", type_named<"mood">, using_<"NULL">>>>() == "none");
  CHECK(after<made, alter_type<"t", "mood", type_named<"other">, using_<"NULL">, undo<"NULL">>>().substr(0, 11) ==
        "column_used");
}

TEST_CASE("what a written up loses is said all the same") {
  CHECK(after<start, up<drop_table<"posts">>, down<create_table<"posts", column<"id", bigint, primary_key>>>>() ==
        "loses_data in 1.0: table posts");
}

/// What the down leaves otherwise.
template <class Up, class Down>
std::string left() {
  const std::string verdict = after<start, Up, Down>(), prefix = "down_differs in 1.0 down: left ";
  return verdict.substr(0, prefix.size()) == prefix ? verdict.substr(prefix.size()) : verdict;
}

TEST_CASE("a written down that leaves a table or a schema otherwise") {
  CHECK(left<up<create_table<"tags">>, down<>>() == "table_over, table tags");
  CHECK(left<up<>, down<drop_table<"posts">>>() == "table_missing, table posts");
  CHECK(left<up<rename_table<"users", "people">>, down<>>() == "table_renamed, table users, other table people");
  CHECK(left<up<>, down<rename_table<"users", "people">>>() == "table_renamed, table users, other table people");
  CHECK(left<up<create_schema<"app">>, down<>>() == "schema_over, schema app");
  CHECK(left<up<create_schema<"app">, set_schema<"posts", "app">>, down<>>() == "schema_over, schema app");
  CHECK(left<up<>, down<create_schema<"app">, set_schema<"posts", "app">>>() == "schema_over, schema app");
  using start = first<create_schema<"app">, create_table<"posts", column<"id", bigint>>>;
  CHECK(after<start, up<set_schema<"posts", "app">>, down<>>() ==
        "down_differs in 1.0 down: left table_moved, table posts, other schema app, other table posts");
  CHECK(after<start, up<drop_schema<"app">>, down<>>() == "down_differs in 1.0 down: left schema_missing, schema app");
}

TEST_CASE("a written down that leaves a column otherwise") {
  CHECK(left<up<add_column<"users", column<"bio", text>>>, down<>>() == "column_over, table users, column bio");
  CHECK(left<up<>, down<add_column<"users", column<"bio", text>>>>() == "column_over, table users, column bio");
  CHECK(left<up<execute<"…", effects<add_column<"users", column<"bio", text>>>>>, down<execute<"…">>>() ==
        "column_over, table users, column bio");
  CHECK(left<up<drop_column<"posts", "id", loses_data>>, down<>>() == "column_missing, table posts, column id");
  CHECK(left<up<rename_column<"users", "age", "years">>, down<>>() ==
        "column_renamed, table users, column age, other column years");
  CHECK(left<up<drop_default<"users", "name">>, down<set_default<"users", "name", "'y'">>>() ==
        "column_differs, table users, column name, differs in default");
  CHECK(left<up<alter_type<"users", "age", bigint>>, down<alter_type<"users", "age", smallint>>>() ==
        "column_differs, table users, column age, differs in type");
  CHECK(left<up<set_not_null<"users", "age">>, down<>>() ==
        "column_differs, table users, column age, differs in nullability");
  CHECK(left<up<comment_on_column<"users", "name", "a name">>, down<comment_on_column<"users", "name", "">>>() ==
        "column_differs, table users, column name, differs in comment");
  CHECK(left<up<set_identity<"users", "id", identity_with<by_default>>>, down<>>() ==
        "column_differs, table users, column id, differs in identity");
  CHECK(left<up<set_identity<"users", "id", identity_with<always, cache<5>>>>, down<>>() ==
        "column_differs, table users, column id, differs in identity");
  CHECK(left<up<set_identity<"users", "id", identity_with<always, max_value<500>>>>, down<>>() ==
        "column_differs, table users, column id, differs in identity");
  CHECK(left<up<rename_table<"users", "people">, drop_identity<"people", "id">, add_identity<"people", "id">>,
             down<rename_table<"people", "users">>>() ==
        "sequence_renamed, table users, column id, object people_id_seq, hint users_id_seq");
}

TEST_CASE("a written down that leaves an index, a constraint or a setting otherwise") {
  CHECK(left<up<drop_index<"ix_name">>, down<>>() == "object_missing, table users, object ix_name");
  CHECK(left<up<create_index<"ix_age", "users", on<"age">>>, down<>>() == "object_over, table users, object ix_age");
  CHECK(left<up<rename_index<"ix_name", "ix">>, down<>>() == "object_renamed, table users, object ix_name, hint ix");
  CHECK(left<up<drop_index<"ix_name">>, down<create_index<"ix_name", "users", on<desc("name")>>>>() ==
        "object_differs, table users, object ix_name");
  CHECK(left<up<drop_index<"ix_name">>, down<create_index<"ix_name", "users", on<"name">, unique>>>() ==
        "object_differs, table users, object ix_name");
  CHECK(left<up<drop_index<"ix_name">>, down<create_index<"ix_name", "users", on<"name">, method<"hash">>>>() ==
        "object_differs, table users, object ix_name");
  CHECK(left<up<drop_constraint<"users", "adult">>, down<>>() == "object_missing, table users, object adult");
  CHECK(left<up<drop_constraint<"posts", "posts_pkey">>, down<>>() ==
        "object_missing, table posts, column id, object posts_pkey");
  CHECK(left<up<drop_constraint<"users", "adult">>, down<add_constraint<"users", check_on<"adult", "age > 18">>>>() ==
        "object_differs, table users, object adult");
  CHECK(left<up<drop_constraint<"users", "adult">>,
             down<add_constraint<"users", constraint<"adult", check_on<automatic, "age > 17">, not_valid>>>>() ==
        "object_unvalidated, table users, object adult");
  CHECK(left<up<comment_on_index<"ix_name", "fast">>, down<>>() ==
        "object_comment_differs, table users, object ix_name, text ``");
  CHECK(left<up<set_parameters<"users", parameter<"fillfactor", "70">>>, down<>>() ==
        "setting_over, table users, setting fillfactor");
  using filled = first<create_table<"users", parameter<"fillfactor", "70">>>;
  CHECK(after<filled, up<set_parameters<"users", parameter<"fillfactor", "80">>>, down<>>() ==
        "down_differs in 1.0 down: left setting_missing, table users, setting fillfactor");
  CHECK(left<up<comment_on_table<"users", "people">>, down<>>() == "comment_differs, table users");
}

TEST_CASE("what a written down leaves otherwise late in a history") {
  CHECK(judged<start, test::second<add_column<"posts", column<"title", text>>>,
               test::third<up<rename_table<"posts", "notes">, drop_column<"notes", "title", loses_data>>,
                           down<add_column<"notes", column<"title", varchar<>>>, rename_table<"notes", "posts">>>>() ==
        "down_differs in 2.0 down: left column_differs, table posts, column title, differs in type");
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
