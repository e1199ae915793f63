// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

TEST_CASE("domains come, change and go as the model says") {
  CHECK(proved<create_schema<"app s">,
               create_domain<"email", text, not_null, default_<"''">, collate<"C">, check<"VALUE ~ '@'">, constraint<"short", check<"length(value) < 100">, comment<"it's">>,
                             check<"value <> 'x'">>,
               create_domain<qualified("app s", "Größe"), numeric<10, 2>, default_<"0">>, create_domain<"not_false", boolean, default_<"NOT false">>, create_domain<"tags", array<varchar<10>>>,
               create_domain<"late", integer, constraint<"later", check<"value > 0">, not_valid, comment<"not yet">>>,
               create_table<"users", column<"id", bigint, primary_key>, column<"email", type_named<"email">, unique>, column<"late", type_named<"late">>>,
               set_domain_default<"email", "'a@b'">, set_domain_default<"email", "'c@d'">, drop_domain_default<"email">, drop_domain_not_null<"email">,
               set_domain_not_null<"email">, add_domain_constraint<"email", check<"value <> 'y'">>,
               add_domain_constraint<"email", constraint<"no z", check<"value <> 'z'">, not_valid>>, validate_domain_constraint<"email", "no z">,
               validate_domain_constraint<"late", "later">, rename_domain_constraint<"email", "no z", "No Z">,
               comment_on_domain_constraint<"email", "No Z", "none">, drop_domain_constraint<"email", "No Z">, drop_domain_constraint<"email", "short">,
               comment_on_type<"email", "an address">, rename_type<"email", "Mail">, set_type_schema<"Mail", "app s">,
               drop_domain_constraint<qualified("app s", "Mail"), "email_check">, add_domain_constraint<qualified("app s", "Mail"), check<"value <> 'y'">>,
               drop_domain<qualified("app s", "Größe")>, drop_type<"tags">>() == "");
}

TEST_CASE("a check of a domain is named among all constraints of its schema") {
  CHECK(proved<create_table<"a", column<"b", integer, check<"b > 0">>>, create_domain<"a_b", integer, check<"value > 0">>, rename_table<"a", "t">,
               create_table<"a", column<"b", integer, check<"b > 0">>>,
               create_domain<"a_name_of_sixty_three_bytes_is_the_longest_that_postgresql_keep", text, check<"value > 'a'">, check<"value > 'b'">>>() == "");
}

TEST_CASE("a column of a domain is like one of what the domain is made of") {
  CHECK(proved<create_domain<"key", bigint>, create_domain<"other_key", type_named<"key">, check<"value > 0">>, create_domain<"json_text", json>,
               create_table<"users", column<"id", type_named<"key">, primary_key>>,
               create_table<"posts", column<"user", bigint, references<"users">>, column<"editor", type_named<"other_key">, references<"users">>, column<"data", type_named<"json_text">>>,
               alter_type<"posts", "data", jsonb>, alter_type<"posts", "data", type_named<"json_text">>, alter_type<"posts", "user", type_named<"key">>>() == "");
  CHECK(objection_to<create_domain<"d", json>, create_table<"t", column<"c", type_named<"d">, unique>>>() != "");
  CHECK(objection_to<create_domain<"d", integer>, create_table<"t", column<"c", type_named<"d">, identity>>>() != "");
}

TEST_CASE("PostgreSQL checks no values of a domain inside of others") {
  CHECK(objection_to<create_domain<"d", integer>, create_table<"t", column<"c", array<type_named<"d">>>>, set_domain_not_null<"d">>() != "");
  CHECK(objection_to<create_domain<"d", integer>, create_table<"t", column<"c", array<type_named<"d">>>>, add_domain_constraint<"d", check<"value > 0">>>() != "");
  CHECK(objection_to<create_domain<"d", integer>, create_composite<"c", attribute<"x", type_named<"d">>>, create_table<"t", column<"c", type_named<"c">>>, set_domain_not_null<"d">>() != "");
  CHECK(proved<create_domain<"d", integer>, create_table<"t", column<"c", array<type_named<"d">>>>, add_domain_constraint<"d", constraint<"k", check<"value > 0">, not_valid>>, drop_table<"t", loses_data>, validate_domain_constraint<"d", "k">,
               create_domain<"e", type_named<"d">>, create_table<"u", column<"c", type_named<"e">>>, set_domain_not_null<"d">>() == "");
}
