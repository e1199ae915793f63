// SPDX-License-Identifier: BSL-1.0
#include <skein/check/entities/domain.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first;

using start = first<create_domain<"email", text, not_null, check<"value ~ '@'">, constraint<"later", check<"value <> ''">, not_valid>>,
                    create_domain<"key", bigint>, create_table<"users", column<"id", type_named<"key">, primary_key>, column<"emails", array<type_named<"email">>>>>;

TEST_CASE("a domain is made of a type that exists and uses no column") {
  CHECK(after<start, create_domain<"d", type_named<"email">, default_<"'a@b'">, check<"length(VALUE) > 3 and \"value\" < 'x'">>>() == "none");
  CHECK(after<start, create_domain<"d", type_named<"emial">>>() == "no_type in 1.0: hint email, type ");
  CHECK(after<start, create_domain<"d", integer, check<"id > 0">>>() == "domain_uses_column in 1.0: table d, is domain, text id");
  CHECK(after<start, create_domain<"d", integer, default_<"value">>>() == "domain_uses_column in 1.0: table d, is domain, text value");
  CHECK(after<start, set_domain_default<"key", "id">>() == "domain_uses_column in 1.0: table key, is domain, text id");
  CHECK(after<start, create_domain<"d", int>>().substr(0, 9) == "misplaced");
  CHECK(after<start, create_domain<"d", serial>>().substr(0, 9) == "misplaced");
  CHECK(after<start, create_domain<"d", integer, primary_key>>() ==
        "misplaced in 1.0: table d, is domain, text primary_key is no option of a domain; write it behind the type of a column, or among the members of a table");
  CHECK(after<start, create_domain<"d", integer, check<"value > 0">, constraint<"d_check", check<"value > 1">>>>() ==
        "clause_exists in 1.0: table d, object d_check, is domain");
  CHECK(after<start, create_domain<"d", integer, constraint<"d_check", check<"value > 1">>, check<"value > 0">>, drop_domain_constraint<"d", "d_check1">>() == "none");
}

TEST_CASE("a step on a domain has an effect") {
  CHECK(after<start, set_domain_default<"key", "1">, set_domain_default<"key", "1">>().substr(0, 15) == "no_effect in 1.");
  CHECK(after<start, drop_domain_default<"key">>().substr(0, 9) == "no_effect");
  CHECK(after<start, drop_domain_not_null<"email">, drop_domain_not_null<"email">>().substr(0, 16) == "no_effect in 1.1");
  CHECK(after<start, drop_domain_constraint<"email", "latest">>() == "no_clause in 1.0: table email, object latest, is domain, hint later");
  CHECK(after<start, rename_domain_constraint<"email", "later", "email_check">>() == "clause_exists in 1.0: table email, object email_check, is domain");
  CHECK(after<start, validate_domain_constraint<"email", "email_check">>().substr(0, 9) == "no_effect");
  CHECK(after<start, drop_domain_constraint<"email", "email_check">, add_domain_constraint<"email", constraint<"x", check<"value > ''">, not_valid>>>() == "none");
  CHECK(after<start, create_enum<"e", "a">, drop_domain<"e">>() == "no_entity in 1.1: table e, is domain, hint e");
}

TEST_CASE("what is inside of others is not checked") {
  CHECK(after<start, validate_domain_constraint<"email", "later">>() == "type_is_stored in 1.0: table email, is domain, used by column users.emails");
  CHECK(after<start, drop_domain_not_null<"email">, set_domain_not_null<"email">>().substr(0, 21) == "type_is_stored in 1.1");
  CHECK(after<start, add_domain_constraint<"email", check<"value > ''">>>().substr(0, 14) == "type_is_stored");
  CHECK(after<start, set_domain_not_null<"key">>() == "none");
  CHECK(after<start, create_composite<"c", attribute<"k", type_named<"key">>>, set_domain_not_null<"key">>() == "none");
  CHECK(after<start, create_composite<"c", attribute<"k", type_named<"key">>>, add_column<"users", column<"c", type_named<"c">>>, set_domain_not_null<"key">>().substr(0, 21) == "type_is_stored in 1.2");
}

TEST_CASE("a column of a domain is like one of what the domain is made of") {
  CHECK(after<start, create_table<"posts", column<"user", bigint, references<"users">>>>() == "none");
  CHECK(after<start, create_table<"posts", column<"user", integer, references<"users">>>>() == "none");
  CHECK(after<start, create_table<"posts", column<"user", text, references<"users">>>>().substr(0, 11) == "target_type");
  CHECK(after<start, create_domain<"d", json>, create_table<"t", column<"c", type_named<"d">, unique>>>().substr(0, 11) == "not_ordered");
  CHECK(after<start, add_column<"users", column<"n", type_named<"key">, identity>>>().substr(0, 14) == "not_an_integer");
  CHECK(after<start, add_column<"users", column<"n", integer>>, alter_type<"users", "n", type_named<"key">>>() == "none");
  CHECK(after<start, add_column<"users", column<"n", text>>, alter_type<"users", "n", type_named<"key">>>().substr(0, 15) == "not_convertible");
}

TEST_CASE("a domain that is used stays, whoever uses it") {
  CHECK(after<start, drop_domain<"key">>() == "entity_used in 1.0: table key, is domain, used by column users.id");
  CHECK(after<start, create_domain<"d", type_named<"email">>, drop_column<"users", "emails", loses_data>, drop_domain<"email">>() ==
        "entity_used in 1.2: table email, is domain, used by domain d");
  CHECK(after<start, create_domain<"d", type_named<"email">>, drop_column<"users", "emails", loses_data>, drop_domain<"d">, drop_domain<"email">>() == "none");
  CHECK(after<start, create_domain<"d", type_named<"key">>, rename_type<"key", "k">, create_domain<"key", text>, drop_domain<"key">>() == "none");
}

TEST_CASE("the clauses of a domain's model stand in any order, and a check without a name has any") {
  struct email : domain_type<"email", text, check<"value <> ''">, default_<"'a@b'">, constraint<"odd", check<"value ~ '@'">>> {};
  struct shorter : domain_type<"email", text, check<"value <> ''">, default_<"'a@b'">> {};
  struct other_name : domain_type<"email", text, check<"value <> ''">, default_<"'a@b'">, constraint<"even", check<"value ~ '@'">>> {};
  using made = first<create_domain<"email", text, constraint<"odd", check<"value ~ '@'">>>, add_domain_constraint<"email", check<"value <> ''">>, set_domain_default<"email", "'a@b'">>;
  CHECK(compared<made, email>() == "none");
  CHECK(compared<made, shorter>() == "model_entity_differs: table email, is domain");
  CHECK(compared<made, other_name>() == "model_entity_differs: table email, is domain");
}

}  // namespace
