// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

TEST_CASE("extensions come and go as the model says") {
  CHECK(proved<create_schema<"app s">, create_extension<"citext", in_schema<"app s">, version<"1.4">>, create_extension<"uuid-ossp">,
               create_table<"t", column<"a", type_named<qualified("app s", "citext")>>>, create_extension<"cube">, create_extension<"earthdistance">,
               update_extension<"citext", "1.5", irreversible<"there is no script">>, drop_extension<"earthdistance">, drop_extension<"cube">>() == "");
}

TEST_CASE("an extension has a comment instead of its own") {
  CHECK(proved<create_extension<"citext">, comment_on_extension<"citext", "it's">, comment_on_extension<"citext", "b">, comment_on_extension<"citext", "">, comment_on_extension<"citext", "c">,
               drop_extension<"citext">>() == "");
}

TEST_CASE("the types of PostgreSQL's own extensions are those that skein knows") {
  CHECK(proved<create_extension<"citext">, create_extension<"cube">, create_extension<"earthdistance">, create_extension<"hstore">,
               create_extension<"intarray">, create_extension<"isn">, create_extension<"lo">, create_extension<"ltree">, create_extension<"seg">,
               create_table<"t", column<"a", type_named<"citext">>, column<"b", type_named<"cube">>, column<"c", type_named<"earth">>,
                            column<"d", type_named<"hstore">>, column<"e", type_named<"query_int">>, column<"f", type_named<"ean13">>,
                            column<"g", type_named<"isbn">>, column<"h", type_named<"isbn13">>, column<"i", type_named<"ismn">>,
                            column<"j", type_named<"ismn13">>, column<"k", type_named<"issn">>, column<"l", type_named<"issn13">>,
                            column<"m", type_named<"upc">>, column<"n", type_named<"lo">>, column<"o", type_named<"lquery">>,
                            column<"p", type_named<"ltree">>, column<"q", type_named<"ltxtquery">>, column<"r", type_named<"seg">>>>() == "");
}

TEST_CASE("the server objects to what the model refuses of extensions") {
  CHECK(objection_to<create_extension<"earthdistance">>() != "");
  CHECK(objection_to<create_extension<"plpgsql">>() != "");
  CHECK(objection_to<create_extension<"cube">, create_extension<"earthdistance">, drop_extension<"cube">>() != "");
  CHECK(objection_to<create_extension<"citext">, create_table<"t", column<"a", type_named<"citext">>>, drop_extension<"citext">>() != "");
  CHECK(objection_to<create_schema<"app">, create_extension<"citext", in_schema<"app">>, drop_schema<"app">>() != "");
  CHECK(objection_to<create_schema<"app">, create_extension<"citext", in_schema<"app">>, create_table<"t", column<"a", type_named<"citext">>>>() != "");
  CHECK(objection_to<create_table<"cube">, create_extension<"cube">>() != "");
  CHECK(objection_to<create_extension<"cube">, create_table<"cube">>() != "");
}
