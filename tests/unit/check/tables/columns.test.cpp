// SPDX-License-Identifier: BSL-1.0
#include <skein/check/tables/columns.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::first, test::judged;

using start =
    first<create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null, unique>,
                       column<"name", text>, column<"age", integer, check<"age >= 0">>,
                       column<"shout", text, generated<"upper(name)">>>,
          create_table<"posts", column<"id", bigint, identity, primary_key>,
                       column<"author", text, references<"users", "email">>>>;

TEST_CASE("a column that a step names exists") {
  CHECK(after<start, drop_column<"users", "age", loses_data>>() == "none");
  CHECK(after<start, drop_column<"users", "aeg", loses_data>>() ==
        "no_column in 1.0: table users, column aeg, hint age");
  CHECK(after<start, drop_column<"users", "birthday", loses_data>>() ==
        "no_column in 1.0: table users, column birthday");
  CHECK(after<start, rename_column<"users", "nam", "called">>() ==
        "no_column in 1.0: table users, column nam, hint name");
  CHECK(after<start, set_not_null<"users", "Name">>() == "no_column in 1.0: table users, column Name, hint name");
  CHECK(after<start, create_index<"ix", "users", on<"mail">>>() ==
        "no_column in 1.0: table users, column mail, hint email");
  CHECK(after<start, add_constraint<"users", unique_on<"name", "agee">>>() ==
        "no_column in 1.0: table users, column agee, hint age");
  CHECK(after<start, drop_column<"users", "age", loses_data>, set_not_null<"users", "age">>() ==
        "no_column in 1.1: table users, column age");
}

TEST_CASE("a column's name is free in its table") {
  CHECK(after<start, add_column<"users", column<"bio", text>>>() == "none");
  CHECK(after<start, add_column<"users", column<"email", text>>>() ==
        "column_exists in 1.0: table users, column email");
  CHECK(after<start, rename_column<"users", "name", "email">>() == "column_exists in 1.0: table users, column email");
  CHECK(after<start, rename_column<"users", "name", "name">>() == "column_exists in 1.0: table users, column name");
  CHECK(judged<first<create_table<"t", column<"a", text>, column<"a", text>>>>() ==
        "column_exists in 0.0: table t, column a");
  CHECK(after<start, rename_column<"users", "name", "called">, add_column<"users", column<"name", text>>>() == "none");
  CHECK(after<start, drop_column<"users", "age", loses_data>, add_column<"users", column<"age", smallint>>>() ==
        "none");
}

TEST_CASE("no column is called as PostgreSQL calls its own") {
  CHECK(after<start, add_column<"users", column<"xmin", integer>>>() ==
        "column_exists in 1.0: table users, column xmin");
  CHECK(after<start, rename_column<"users", "name", "ctid">>() == "column_exists in 1.0: table users, column ctid");
  CHECK(judged<first<create_table<"t", column<"tableoid", oid>>>>() ==
        "column_exists in 0.0: table t, column tableoid");
  CHECK(judged<first<create_table<"t", column<"oid", oid>>>>() == "none");
}

TEST_CASE("what uses a column keeps it") {
  CHECK(after<start, create_index<"ix", "users", on<"name">>, drop_column<"users", "shout">,
              drop_column<"users", "name", loses_data>>() ==
        "column_used in 1.2: table users, column name, object ix, other table users, text index");
  CHECK(after<start, create_index<"ix", "users", on<"id">, where<"age > 18">>,
              drop_column<"users", "age", loses_data>>() ==
        "column_used in 1.1: table users, column age, object ix, other table users, text index");
  CHECK(after<start, create_index<"ix", "users", on<expression("lower(email)")>>,
              drop_column<"users", "email", loses_data>>()
            .substr(0, 11) == "column_used");
  CHECK(
      after<start, create_index<"ix", "users", on<"id">, include<"age">>, drop_column<"users", "age", loses_data>>() ==
      "column_used in 1.1: table users, column age, object ix, other table users, text index");
  CHECK(after<start, add_constraint<"users", check_on<"adult", "age > 18 OR name = 'x'">>,
              drop_column<"users", "age", loses_data>>() ==
        "column_used in 1.1: table users, column age, object adult, other table users, text constraint");
  CHECK(after<start, add_constraint<"users", constraint<"uq", unique_on<"name", "age">>>,
              drop_column<"users", "age", loses_data>>() ==
        "column_used in 1.1: table users, column age, object uq, other table users, text constraint");
  CHECK(after<start, drop_column<"users", "name", loses_data>>() ==
        "column_used in 1.0: table users, column name, object shout, other table users, text generated column");
  CHECK(after<start, drop_column<"users", "email", loses_data>>() ==
        "column_used in 1.0: table users, column email, object posts_author_fkey, other table posts, text foreign key");
  CHECK(after<start, drop_column<"posts", "author", loses_data>, drop_column<"users", "email", loses_data>>() ==
        "none");
  CHECK(after<start, drop_column<"users", "shout">, drop_column<"users", "name", loses_data>>() == "none");
}

TEST_CASE("constraints on the column alone go with it") {
  CHECK(after<start, drop_column<"users", "age", loses_data>,
              add_constraint<"users", check_on<"users_age_check", "id > 0">>>() == "none");
  CHECK(after<start, drop_column<"posts", "id", loses_data>, add_constraint<"posts", primary_key_on<"author">>>() ==
        "none");
}

TEST_CASE("what dropping a column loses is said; a generated one can be computed again") {
  CHECK(after<start, drop_column<"users", "age">>() == "loses_data in 1.0: table users, column age");
  CHECK(after<start, drop_column<"users", "age", irreversible<"ages are private">>>() == "none");
  CHECK(after<start, loses_data, drop_column<"users", "age">>() == "none");
  CHECK(after<start, drop_column<"users", "shout">>() == "none");
}

TEST_CASE("a column has one source of values") {
  CHECK(after<start, add_column<"users", column<"n", bigint, identity, default_<"0">>>>() ==
        "contradiction in 1.0: table users, column n");
  CHECK(after<start, add_column<"users", column<"n", bigserial, default_<"0">>>>() ==
        "contradiction in 1.0: table users, column n");
  CHECK(after<start, add_column<"users", column<"n", bigserial, identity>>>().substr(0, 13) == "contradiction");
  CHECK(after<start, add_column<"users", column<"n", bigint, generated<"id + 1">, default_<"0">>>>() ==
        "contradiction in 1.0: table users, column n");
  CHECK(after<start, add_column<"users", column<"n", bigint, null, not_null>>>() ==
        "contradiction in 1.0: table users, column n");
  CHECK(after<start, add_column<"users", column<"n", bigint, identity, null>>>() ==
        "contradiction in 1.0: table users, column n");
  CHECK(after<start, add_column<"users", column<"n", bigserial, null>>>() ==
        "contradiction in 1.0: table users, column n");
  CHECK(judged<first<create_table<"t", column<"n", bigint, null, primary_key>>>>() ==
        "contradiction in 0.0: table t, column n");
  CHECK(judged<first<create_table<"t", column<"n", bigint, null>, primary_key_on<"n">>>>() ==
        "contradiction in 0.0: table t, column n");
  CHECK(after<start, add_column<"users", column<"n", bigint, null, default_<"0">>>>() == "none");
  CHECK(after<start, add_column<"users", column<"n", bigserial, not_null>>>() == "none");
  CHECK(after<start, add_column<"users", column<"n", bigint, default_<"0">, default_<"1">>>>() ==
        "contradiction in 1.0: table users, column n");
}

TEST_CASE("an identity is an integer") {
  CHECK(after<start, add_column<"posts", column<"n", text, identity>>>() ==
        "not_an_integer in 1.0: table posts, column n");
  CHECK(after<start, add_column<"posts", column<"n", numeric<10>, identity_with<by_default>>>>() ==
        "not_an_integer in 1.0: table posts, column n");
  CHECK(after<start, add_column<"posts", column<"n", array<bigint>, identity>>>() ==
        "not_an_integer in 1.0: table posts, column n");
  CHECK(after<start, add_column<"posts", column<"n", smallint, identity>>>() == "none");
}

TEST_CASE("a default uses no column") {
  CHECK(after<start, add_column<"users", column<"nick", text, default_<"email">>>>() ==
        "default_uses_column in 1.0: table users, column nick, text email");
  CHECK(after<start, add_column<"users", column<"nick", text, default_<"lower(\"Name\")">>>>() ==
        "default_uses_column in 1.0: table users, column nick, text Name");
  CHECK(after<start, set_default<"users", "age", "id + 1">>() ==
        "default_uses_column in 1.0: table users, column age, text id");
  CHECK(after<start, set_default<"users", "age", "18">>() == "none");
  CHECK(after<start, set_default<"users", "name", "'name'">>() == "none");
  CHECK(after<start, set_default<"users", "name", "current_setting('app.name', true)::text || current_user">>() ==
        "none");
  CHECK(after<start, add_column<"users", column<"at", timestamptz, default_<"now() AT TIME ZONE 'utc'">>>>() == "none");
  CHECK(after<start, add_column<"users", column<"tags", array<text>, default_<"ARRAY[]::text[]">>>>() == "none");
  CHECK(after<start, add_column<"users", column<"pause", interval, default_<"INTERVAL '1 day'">>>>() == "none");
}

TEST_CASE("a generated column uses columns that are there and not generated") {
  CHECK(after<start, add_column<"users", column<"n", integer, generated<"length(name)">>>>() == "none");
  CHECK(after<start, add_column<"users", column<"n", integer, generated<"length(nmae)">>>>() ==
        "unknown_identifier in 1.0: table users, object n, hint name, text nmae");
  CHECK(after<start, add_column<"users", column<"n", text, generated<"lower(shout)">>>>() ==
        "generated_uses_generated in 1.0: table users, column n");
  CHECK(after<start, add_column<"users", column<"n", text, generated<"lower(n)">>>>() ==
        "generated_uses_generated in 1.0: table users, column n");
}

TEST_CASE("names of columns are carried through expressions") {
  CHECK(after<start, rename_column<"users", "name", "called">, drop_column<"users", "called", loses_data>>() ==
        "column_used in 1.1: table users, column called, object shout, other table users, text generated column");
  CHECK(after<start, rename_column<"users", "age", "years">, drop_column<"users", "years", loses_data>>() == "none");
  CHECK(after<start, rename_column<"users", "age", "years">, add_column<"users", column<"age", integer>>,
              drop_column<"users", "age", loses_data>>() == "none");
}

}  // namespace
