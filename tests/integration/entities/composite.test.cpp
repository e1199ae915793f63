// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

TEST_CASE("composite types come, change and go as the model says") {
  CHECK(proved<create_schema<"app s">, create_enum<"mood", "sad", "ok">, create_composite<"nothing">,
               create_composite<"address", attribute<"street", text, collate<"C">, comment<"it's">>, attribute<"Haus Nr", varchar<10>>, attribute<"mood", type_named<"mood">>>,
               create_composite<qualified("app s", "pair"), attribute<"a", array<type_named<"address">>>, attribute<"b", type_named<"address">>>,
               create_domain<"home", type_named<"address">, check<"(value).street <> ''">>,
               create_table<"users", column<"id", bigint, primary_key>>, alter_attribute<"address", attribute<"street", varchar<20>>>,
               alter_attribute<"address", attribute<"street", varchar<20>, collate<"POSIX">>>,
               add_column<"users", column<"address", type_named<"address">>>, add_column<"users", column<"others", array<type_named<qualified("app s", "pair")>>>>,
               add_attribute<"address", attribute<"zip", character<5>, comment<"five">>>, rename_attribute<"address", "zip", "Zip">,
               comment_on_attribute<"address", "Zip", "digits">, drop_attribute<"address", "Zip", loses_data>, rename_type<"address", "Place">,
               comment_on_type<"Place", "where">, set_type_schema<"Place", "app s">, rename_type<"mood", "feeling">, drop_type<"nothing">>() == "");
}

TEST_CASE("PostgreSQL does not convert what is inside of a composite type") {
  CHECK(objection_to<create_composite<"c", attribute<"x", integer>>, create_composite<"d", attribute<"c", array<type_named<"c">>>>, create_table<"t", column<"d", type_named<"d">>>, alter_attribute<"c", attribute<"x", bigint>>>() != "");
  CHECK(proved<create_composite<"c", attribute<"x", integer>>, create_composite<"d", attribute<"c", array<type_named<"c">>>>,
               create_table<"t", column<"id", bigint>, column<"d", type_named<"d">>>, drop_column<"t", "d", loses_data>, alter_attribute<"c", attribute<"x", bigint>>>() == "");
}

TEST_CASE("no type contains itself, nor takes a table's name") {
  CHECK(objection_to<create_composite<"c">, add_attribute<"c", attribute<"x", array<type_named<"c">>>>>() != "");
  CHECK(objection_to<create_composite<"c">, create_domain<"d", type_named<"c">>, add_attribute<"c", attribute<"x", type_named<"d">>>>() != "");
  CHECK(objection_to<create_table<"t", column<"a", integer>>, create_index<"c", "t", on<"a">>, create_composite<"c">>() != "");
  CHECK(objection_to<create_composite<"c">, create_table<"t", column<"a", integer>>, create_index<"c", "t", on<"a">>>() != "");
  CHECK(objection_to<create_domain<"c", text>, create_composite<"c">>() != "");
}
