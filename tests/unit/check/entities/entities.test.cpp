// SPDX-License-Identifier: BSL-1.0
#include <skein/check/entities/entities.hpp>

#include "support/catch.hpp"
#include "unit/check/moods.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first;

using start = test::moods;

TEST_CASE("a type has a name of its own among types and tables") {
  CHECK(after<start, create_enum<"size", "a">>() == "none");
  CHECK(after<start, create_enum<qualified("app", "size"), "a">>() == "entity_exists in 1.0: schema app, table size, is type");
  CHECK(after<start, create_enum<"users", "a">>() == "name_taken in 1.0: table users, text table");
  CHECK(after<start, create_table<"mood">>() == "entity_exists in 1.0: table mood, is type");
  CHECK(after<start, rename_table<"users", "mood">>() == "entity_exists in 1.0: table mood, is type");
  CHECK(after<start, create_enum<qualified("apps", "size"), "a">>() == "no_schema in 1.0: schema apps, hint app");
  CHECK(after<start, rename_type<"mood", "users">>() == "name_taken in 1.0: table users, text table");
  CHECK(after<start, set_type_schema<qualified("app", "size"), "app">>() == "no_effect in 1.0: schema app, table size, is type");
}

TEST_CASE("what is used is not dropped") {
  CHECK(after<start, drop_type<"mood">>() == "entity_used in 1.0: table mood, is type, used by column users.mood, used by column users.moods");
  CHECK(after<start, drop_column<"users", "mood", loses_data>, drop_type<"mood">>() == "entity_used in 1.1: table mood, is type, used by column users.moods");
  CHECK(after<start, drop_table<"users", loses_data>, drop_type<"mood">>() == "none");
  CHECK(after<start, alter_type<"users", "mood", text, using_<"mood::text">, undo_using<"mood::mood">>, drop_column<"users", "moods", loses_data>, drop_type<"mood">>() == "none");
  CHECK(after<start, drop_schema<"app">>() == "schema_in_use in 1.0: schema app, table size");
  CHECK(after<start, drop_type<qualified("app", "size")>, drop_schema<"app">>() == "none");
}

TEST_CASE("columns follow a type that is renamed or moved") {
  CHECK(after<start, rename_type<"mood", "feeling">, drop_type<"feeling">>().substr(0, 11) == "entity_used");
  CHECK(after<start, rename_type<"mood", "feeling">, create_enum<"mood", "a">, drop_type<"mood">>() == "none");
  CHECK(after<start, set_type_schema<"mood", "app">, drop_type<qualified("app", "mood")>>().substr(0, 11) == "entity_used");
  struct users : table<"users", column<"id", bigint, primary_key>, column<"mood", type_named<qualified("app", "mood")>>,
                       column<"moods", array<type_named<qualified("app", "mood")>>>> {};
  struct mood : enum_type<qualified("app", "mood"), "sad", "ok"> {};
  CHECK(compared<first<create_schema<"app">, create_enum<"mood", "sad", "ok">,
                       create_table<"users", column<"id", bigint, primary_key>, column<"mood", type_named<"mood">>, column<"moods", array<type_named<"mood">>>>,
                       set_type_schema<"mood", "app">>, users, mood>() == "none");
}

TEST_CASE("every entity has one model") {
  struct mood : enum_type<"mood", "sad"> {};
  struct other : enum_type<"other", "sad"> {};
  using made = first<create_enum<"mood", "sad">>;
  CHECK(compared<made, mood>() == "none");
  CHECK(compared<made>() == "entity_without_model: table mood, is type");
  CHECK(compared<made, mood, other>() == "model_entity_missing: table other, is type");
  CHECK(compared<made, mood, mood>() == "model_repeated: table mood, is type");
}

TEST_CASE("a written down restores entities") {
  CHECK(after<start, up<>, down<>>() == "none");
  CHECK(test::judged<start, revision<"b", revises<"a">, "x", up<create_enum<"e", "a">>, down<>>>() == "down_differs in 1.0 down: left entity_over, table e, is type");
  CHECK(test::judged<start, revision<"b", revises<"a">, "x", up<create_enum<"e", "a">>, down<drop_type<"e">>>>() == "none");
  CHECK(test::judged<start, revision<"b", revises<"a">, "x", up<drop_type<qualified("app", "size")>>, down<create_enum<qualified("app", "size"), "L", "S">>>>() ==
        "down_differs in 1.0 down: left entity_differs, schema app, table size, is type");
}

}  // namespace
