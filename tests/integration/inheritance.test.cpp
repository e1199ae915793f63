// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include <skein/inherits.hpp>

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

using places = create_table<"places", column<"id", bigint, not_null>, column<"name", text, default_<"'x'">>,
                            column<"n", integer>, constraint<"pos", check<"id > 0">>,
                            constraint<"own", check<"id < 9">, no_inherit>, indexed<"ix", on<"name">>>;
using cities =
    create_table<"cities", inherits<"places">, column<"pop", integer>, column<"name", text, default_<"'y'">>>;
using towns = create_table<"towns", inherits<"cities">, constraint<"pos", check<"id > 0">>,
                           column<"pop", integer, not_null>, primary_key_on<"id">>;

TEST_CASE("tables inherit columns and checks, several levels deep") {
  CHECK(proved<places, cities, towns, drop_table<"towns", loses_data>, drop_table<"cities", loses_data>>() == "");
  CHECK(
      proved<create_table<"a", column<"x", integer, default_<"1">>, column<"y", text, not_null>, column<"v", integer>>,
             create_table<"b", column<"z", integer>, column<"y", text>, check_on<"c", "z > 1">>,
             create_table<"c", inherits<"a">, inherits<"b">, column<"w", text>,
                          column<"v", integer, not_null, default_<"7">>>,
             drop_column<"b", "y", loses_data>, rename_column<"a", "x", "xx">, drop_table<"c", loses_data>>() == "");
}

TEST_CASE("what becomes of a parent's columns becomes of its heirs'") {
  CHECK(proved<places, cities, towns, add_column<"places", column<"pop", integer>>,
               add_column<"places", column<"z", text, not_null, default_<"'z'">, check<"z <> ''">>>,
               rename_column<"places", "z", "zz">, alter_type<"places", "n", bigint>, set_not_null<"places", "n">,
               drop_not_null<"places", "n">, set_default<"places", "name", "'q'">, drop_default<"cities", "name">,
               set_default<"towns", "n", "5">, comment_on_column<"towns", "n", "note">,
               drop_column<"places", "n", loses_data>, drop_index<"ix">, drop_column<"places", "name", loses_data>,
               drop_column<"places", "pop", loses_data>, drop_column<"places", "zz", loses_data>>() == "");
  CHECK(proved<places, cities, add_column<"places", column<"g", bigint, generated<"id + 1">>>,
               add_column<"places", column<"s", serial>>, set_not_null<"cities", "n">,
               comment_on_column<"cities", "n", "here">, create_index<"by_n", "cities", on<"id">>,
               add_constraint<"cities", check_on<"small", "n < 9">>, drop_column<"places", "n", loses_data>,
               drop_column<"places", "g">, drop_table<"cities", loses_data>>() == "");
  CHECK(proved<create_table<"p", column<"id", bigint>>, create_table<"h", inherits<"p">>,
               add_constraint<"p", primary_key_on<"id">>, create_table<"k", inherits<"p">, primary_key_on<"id">>,
               drop_constraint<"p", "p_pkey">>() == "");
}

TEST_CASE("what becomes of a parent's checks becomes of its heirs'") {
  CHECK(
      proved<places, cities, towns, add_constraint<"places", check_on<"short", "name <> 'long'">>,
             comment_on_constraint<"cities", "short", "why">, rename_constraint<"places", "short", "brief">,
             drop_constraint<"places", "brief">, drop_constraint<"places", "pos">, drop_constraint<"towns", "pos">>() ==
      "");
}

TEST_CASE("a table becomes an heir, and ceases to be one") {
  CHECK(
      proved<places,
             create_table<"old", column<"name", text>, column<"n", integer>, column<"id", bigint, not_null>,
                          constraint<"pos", check<"id > 0">>>,
             inherit<"old", "places">, add_column<"places", column<"z", text>>, drop_column<"places", "z", loses_data>,
             drop_constraint<"places", "pos">, disinherit<"old", "places">, drop_table<"places", loses_data>>() == "");
  CHECK(proved<create_schema<"s">, places, create_table<qualified("s", "c"), inherits<"places">>,
               set_schema<"places", "s">, rename_table<qualified("s", "places"), "spots">,
               drop_table<qualified("s", "c"), loses_data>>() == "");
}

TEST_CASE("the type of an inherited column is built anew with it") {
  CHECK(proved<create_enum<"mood", "sad", "glad">,
               create_table<"p", column<"m", type_named<"mood">, default_<"'sad'">>>, create_table<"h", inherits<"p">>,
               set_default<"h", "m", "'glad'">, replace_enum<"mood", labels<"glad", "sad">>>() == "");
}

TEST_CASE("the server objects to what the model refuses of heirs") {
  CHECK(objection_to<places, cities, drop_column<"cities", "id", loses_data>>() != "");
  CHECK(objection_to<places, cities, rename_column<"cities", "id", "key">>() != "");
  CHECK(objection_to<places, cities, alter_type<"cities", "n", bigint>>() != "");
  CHECK(objection_to<places, cities, drop_constraint<"cities", "pos">>() != "");
  CHECK(objection_to<places, cities, rename_constraint<"cities", "pos", "p">>() != "");
  CHECK(objection_to<places, cities, drop_table<"places", loses_data>>() != "");
  CHECK(objection_to<places, cities, inherit<"cities", "places">>() != "");
  CHECK(objection_to<places, cities, inherit<"places", "cities">>() != "");
  CHECK(objection_to<places, inherit<"places", "places">>() != "");
  CHECK(objection_to<places, create_table<"t", column<"id", bigint>>, inherit<"t", "places">>() != "");
  CHECK(objection_to<places, create_table<"t", column<"id", bigint>>, disinherit<"t", "places">>() != "");
  CHECK(objection_to<places, create_table<"t", inherits<"places">, column<"id", text>>>() != "");
  CHECK(objection_to<places, create_table<"t", inherits<"places">, constraint<"pos", check<"id > 1">>>>() != "");
  CHECK(objection_to<places, create_table<"t", column<"id", bigint>, partition_by_list<"id">>,
                     create_table<"u", inherits<"t">>>() != "");
  CHECK(objection_to<places, create_table<"t", inherits<"places">, partition_by_list<"id">>>() != "");
  CHECK(objection_to<places, cities, add_column<"places", column<"i", integer, identity>>>() != "");
  CHECK(objection_to<places, cities, add_column<"places", column<"pop", text>>>() != "");
  CHECK(objection_to<places, create_table<"b", column<"id", bigint>>,
                     create_table<"c", inherits<"places">, inherits<"b">>, rename_column<"places", "id", "key">>() !=
        "");
  CHECK(objection_to<places, create_table<"b", column<"id", bigint>>,
                     create_table<"c", inherits<"places">, inherits<"b">>, alter_type<"places", "id", integer>>() !=
        "");
}
