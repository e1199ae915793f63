// SPDX-License-Identifier: BSL-1.0
#include <skein/check/tables/objects.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::first, test::judged;

using start =
    first<create_schema<"app">,
          create_table<"users", column<"id", bigint, identity, primary_key>, column<"tenant", integer, not_null>,
                       column<"email", varchar<255>, constraint<"uq_email", unique>>, column<"name", text>,
                       column<"age", integer>, constraint<"uq_pair", unique_on<"tenant", "id">>,
                       indexed<"ix_name", on<"name">>, indexed<"ux_age", on<"age">, unique>,
                       indexed<"px_name", on<"name">, unique, where<"age > 0">>>,
          create_table<qualified("app", "rooms"), column<"code", text, primary_key>>,
          create_table<"posts", column<"id", bigint>, column<"author", bigint>, column<"tenant", integer>,
                       column<"mail", text>, column<"room", text>, column<"years", integer>, column<"parent", bigint>>>;

template <class Constraint>
using posts = add_constraint<"posts", Constraint>;

TEST_CASE("a constraint that a step names is there") {
  CHECK(after<start, drop_constraint<"users", "uq_email">>() == "none");
  CHECK(after<start, drop_constraint<"users", "uq_mail">>() ==
        "no_constraint in 1.0: table users, object uq_mail, hint uq_email");
  CHECK(after<start, drop_constraint<"users", "fk_tenant">>() == "no_constraint in 1.0: table users, object fk_tenant");
  CHECK(after<start, drop_constraint<"users", "users_pkey">>() == "none");
  CHECK(after<start, drop_constraint<"users", "user_pkey">>() ==
        "no_constraint in 1.0: table users, object user_pkey, hint users_pkey");
  CHECK(after<start, drop_constraint<"users", "ix_name">>() == "no_constraint in 1.0: table users, object ix_name");
  CHECK(after<start, rename_constraint<"users", "uq_pairs", "uq_two">>() ==
        "no_constraint in 1.0: table users, object uq_pairs, hint uq_pair");
  CHECK(after<start, validate_constraint<"users", "uq_part">>() ==
        "no_constraint in 1.0: table users, object uq_part, hint uq_pair");
  CHECK(after<start, drop_constraint<"posts", "uq_email">>() == "no_constraint in 1.0: table posts, object uq_email");
}

TEST_CASE("a constraint's name is free on its table, and a key's among the relations") {
  CHECK(after<start, add_constraint<"users", check_on<"uq_email", "age > 0">>>() ==
        "constraint_exists in 1.0: table users, object uq_email");
  CHECK(after<start, add_constraint<"posts", check_on<"uq_email", "years > 0">>>() == "none");
  CHECK(after<start, add_constraint<"posts", constraint<"uq_email", unique_on<"mail">>>>() ==
        "name_taken in 1.0: table uq_email, text index");
  CHECK(after<start, add_constraint<"posts", constraint<"users", unique_on<"mail">>>>() ==
        "name_taken in 1.0: table users, text table");
  CHECK(after<start, rename_constraint<"users", "uq_email", "uq_pair">>() ==
        "constraint_exists in 1.0: table users, object uq_pair");
  CHECK(after<start, rename_constraint<"users", "uq_email", "ix_name">>() ==
        "name_taken in 1.0: table ix_name, text index");
  CHECK(after<start, rename_constraint<"users", "uq_email", "uq_mail">, drop_constraint<"users", "uq_mail">>() ==
        "none");
}

TEST_CASE("an index that a step names is there, in its schema") {
  CHECK(after<start, drop_index<"ix_name">>() == "none");
  CHECK(after<start, drop_index<"ix_nam">>() == "no_index in 1.0: object ix_nam, hint ix_name");
  CHECK(after<start, drop_index<"users">>() == "no_index in 1.0: object users");
  CHECK(after<start, drop_index<qualified("app", "ix_name")>>() == "no_index in 1.0: schema app, object ix_name");
  CHECK(after<start, rename_index<"ix_names", "ix">>() == "no_index in 1.0: object ix_names, hint ix_name");
  CHECK(after<start, rename_index<"ix_name", "ix">, drop_index<"ix">>() == "none");
  CHECK(after<start, rename_index<"ix_name", "users">>() == "name_taken in 1.0: table users, text table");
  CHECK(after<start, create_index<"ix_name", "users", on<"age">>>() == "name_taken in 1.0: table ix_name, text index");
  CHECK(after<start, create_index<"uq_email", "users", on<"age">>>() ==
        "name_taken in 1.0: table uq_email, text index");
}

TEST_CASE("the index of a constraint goes with the constraint") {
  CHECK(after<start, drop_index<"uq_email">>() == "index_of_constraint in 1.0: table users, object uq_email");
  CHECK(after<start, drop_index<"users_pkey">>() == "index_of_constraint in 1.0: table users, object users_pkey");
}

TEST_CASE("renaming the index of a constraint renames the constraint") {
  CHECK(after<start, rename_index<"uq_email", "uq_mail">, drop_constraint<"users", "uq_mail">>() == "none");
}

TEST_CASE("a table has one primary key") {
  CHECK(after<start, add_constraint<"users", primary_key_on<"email">>>() ==
        "second_primary_key in 1.0: table users, object users_pkey");
  CHECK(after<start, drop_constraint<"users", "users_pkey">, add_constraint<"users", primary_key_on<"email">>>() ==
        "none");
  CHECK(judged<first<create_table<"t", column<"a", text, primary_key>, column<"b", text, primary_key>>>>() ==
        "second_primary_key in 0.0: table t, object t_pkey");
  CHECK(judged<first<create_table<"t", column<"a", text, primary_key>, primary_key_on<"a">>>>().substr(0, 18) ==
        "second_primary_key");
  CHECK(after<start, add_column<"users", column<"key", text, primary_key>>>() ==
        "second_primary_key in 1.0: table users, object users_pkey");
  CHECK(after<start, posts<primary_key_on<"id">>, drop_not_null<"posts", "id">>() ==
        "contradiction in 1.1: table posts, column id");
}

TEST_CASE("a nullable column becomes part of a primary key later") {
  using t = first<create_table<"t", column<"n", bigint, null>>>;
  CHECK(after<t, add_constraint<"t", primary_key_on<"n">>>() == "none");
  CHECK(after<t, add_constraint<"t", primary_key_on<"n">>, set_not_null<"t", "n">>() ==
        "no_effect in 1.1: table t, column n");
}

TEST_CASE("a key names a column once") {
  CHECK(after<start, posts<unique_on<"mail", "mail">>>() == "repeated_column in 1.0: table posts, column mail");
  CHECK(after<start, posts<primary_key_on<"id", "author", "id">>>() ==
        "repeated_column in 1.0: table posts, column id");
  CHECK(after<start, posts<foreign_key<on<"tenant", "tenant">, to<"users", "tenant", "id">>>>() ==
        "repeated_column in 1.0: table posts, column tenant");
  CHECK(after<start, create_index<"ix", "posts", on<"mail", desc("mail")>>>() == "none");
}

TEST_CASE("a foreign key's target exists") {
  CHECK(after<start, posts<foreign_key<on<"author">, to<"users">>>>() == "none");
  CHECK(after<start, posts<foreign_key<on<"author">, to<"user">>>>() ==
        "target_missing in 1.0: table posts, column author, other table user, hint users");
  CHECK(after<start, posts<foreign_key<on<"author">, to<"people">>>>() ==
        "target_missing in 1.0: table posts, column author, other table people");
  CHECK(after<start, posts<foreign_key<on<"author">, to<"users", "uid">>>>().substr(0, 76) ==
        "target_column_missing in 1.0: table posts, column author, other table users,");
  CHECK(after<start, posts<foreign_key<on<"author">, to<"users", "identity">>>>() ==
        "target_column_missing in 1.0: table posts, column author, other table users, other column identity");
  CHECK(after<start, posts<foreign_key<on<"room">, to<qualified("app", "rooms")>>>>() == "none");
  CHECK(after<start, posts<foreign_key<on<"room">, to<"rooms">>>>().substr(0, 14) == "target_missing");
  CHECK(judged<first<create_table<"t", column<"a", bigint, references<"u">>>,
                     create_table<"u", column<"id", bigint, primary_key>>>>() ==
        "target_missing in 0.0: table t, column a, other table u");
  CHECK(after<start, add_column<"posts", column<"editor", bigint, references<"users", "id">>>>() == "none");
}

TEST_CASE("a foreign key to the table itself") {
  CHECK(judged<first<create_table<"t", column<"id", bigint, primary_key>, column<"up", bigint, references<"t">>>>>() ==
        "none");
  CHECK(judged<first<create_table<"t", column<"id", bigint>, column<"up", bigint, references<"t">>>>>() ==
        "target_without_key in 0.0: table t, column up, other table t");
  CHECK(after<start, posts<foreign_key<on<"parent">, to<"posts", "id">>>>() ==
        "target_not_unique in 1.0: table posts, column parent, other table posts, target id");
  CHECK(after<start, posts<unique_on<"id">>, posts<foreign_key<on<"parent">, to<"posts", "id">>>>() == "none");
}

TEST_CASE("a foreign key's target is a key: primary, unique, or a whole unique index") {
  CHECK(after<start, posts<foreign_key<on<"author">, to<"posts">>>>() ==
        "target_without_key in 1.0: table posts, column author, other table posts");
  CHECK(after<start, posts<foreign_key<on<"mail">, to<"users", "name">>>>() ==
        "target_not_unique in 1.0: table posts, column mail, other table users, target name");
  CHECK(after<start, posts<foreign_key<on<"mail">, to<"users", "email">>>>() == "none");
  CHECK(after<start, posts<foreign_key<on<"years">, to<"users", "age">>>>() == "none");
  CHECK(after<start, drop_index<"ux_age">, posts<foreign_key<on<"years">, to<"users", "age">>>>().substr(0, 17) ==
        "target_not_unique");
  CHECK(after<start, add_constraint<"users", constraint<"uq_name", unique_on<"name">, deferrable>>,
              posts<foreign_key<on<"mail">, to<"users", "name">>>>() ==
        "target_not_unique in 1.1: table posts, column mail, other table users, target name");
}

TEST_CASE("a foreign key of several columns") {
  CHECK(after<start, posts<foreign_key<on<"tenant", "author">, to<"users", "tenant", "id">>>>() == "none");
  CHECK(after<start, posts<foreign_key<on<"author", "tenant">, to<"users", "id", "tenant">>>>() ==
        "none");  // the key in another order
  CHECK(after<start, posts<foreign_key<on<"mail", "author">, to<"users", "id", "tenant">>>>() ==
        "target_type in 1.0: table posts, column mail, other table users, other column id, type bigint");
  CHECK(after<start, posts<foreign_key<on<"tenant", "author">, to<"users">>>>() ==
        "target_count in 1.0: table posts, column tenant, other table users");
  CHECK(after<start, posts<foreign_key<on<"author">, to<"users", "tenant", "id">>>>() ==
        "target_count in 1.0: table posts, column author, other table users");
  CHECK(after<start, posts<foreign_key<on<"tenant", "author">, to<"users", "tenant">>>>().substr(0, 6) == "target");
}

TEST_CASE("a key on which a foreign key rests stays") {
  using fk = constraint<"fk_mail", foreign_key<on<"mail">, to<"users", "email">>>;
  CHECK(after<start, posts<fk>, drop_constraint<"users", "uq_email">>() ==
        "key_in_use in 1.1: table users, object uq_email, other table posts, other column mail");
  CHECK(after<start, posts<fk>, drop_constraint<"posts", "fk_mail">, drop_constraint<"users", "uq_email">>() == "none");
  CHECK(after<start, posts<foreign_key<on<"years">, to<"users", "age">>>, drop_index<"ux_age">>() ==
        "key_in_use in 1.1: table users, object ux_age, other table posts, other column years");
  CHECK(after<start, posts<foreign_key<on<"author">, to<"users">>>, drop_constraint<"users", "users_pkey">>().substr(
            0, 10) == "key_in_use");
}

TEST_CASE("a constraint is validated once") {
  CHECK(after<start, posts<constraint<"fk", foreign_key<on<"author">, to<"users">>, not_valid>>,
              validate_constraint<"posts", "fk">>() == "none");
  CHECK(after<start, posts<constraint<"fk", foreign_key<on<"author">, to<"users">>>>,
              validate_constraint<"posts", "fk">>() == "validated_already in 1.1: table posts, object fk");
  CHECK(after<start, posts<constraint<"fk", foreign_key<on<"author">, to<"users">>, not_valid>>,
              validate_constraint<"posts", "fk">, validate_constraint<"posts", "fk">>() ==
        "validated_already in 1.2: table posts, object fk");
}

TEST_CASE("a check is not deferred") {
  CHECK(after<start, posts<constraint<"c", check_on<automatic, "years > 0">, deferrable>>>() ==
        "cannot_be_deferred in 1.0: table posts, object c");
  CHECK(
      after<start, add_column<"posts", column<"n", integer, constraint<"c", check<"n > 0">, initially_deferred>>>>() ==
      "cannot_be_deferred in 1.0: table posts, object c");
  CHECK(after<start, posts<constraint<"u", unique_on<"mail">, deferrable>>>() == "none");
}

TEST_CASE("an expression uses columns of its table") {
  CHECK(after<start, posts<check_on<"c", "years BETWEEN 0 AND 150 AND mail LIKE '%@%'">>>() == "none");
  CHECK(after<start, posts<check_on<"c", "yeers > 0">>>() ==
        "unknown_identifier in 1.0: table posts, object c, hint years, text yeers");
  CHECK(after<start, posts<check_on<automatic, "weight > 0">>>().substr(0, 31) == "unknown_identifier in 1.0: tabl");
  CHECK(after<start, create_index<"ix", "posts", on<expression("lower(male)")>>>() ==
        "unknown_identifier in 1.0: table posts, object ix, hint mail, text male");
  CHECK(after<start, create_index<"ix", "posts", on<"mail">, where<"yeers > 0">>>() ==
        "unknown_identifier in 1.0: table posts, object ix, hint years, text yeers");
  CHECK(after<start, posts<check_on<"c", "posts.years > 0">>>() == "none");
  CHECK(after<start, posts<check_on<"c", "\"Years\" > 0">>>() ==
        "unknown_identifier in 1.0: table posts, object c, hint years, text Years");
  CHECK(after<start, posts<check_on<"c", "YEARS > 0">>>() == "none");
  CHECK(after<start, posts<exclude_on<"x", on<with("room", "=")>, where<"yeers > 0">>>>() ==
        "unknown_identifier in 1.0: table posts, object x, hint years, text yeers");
}

TEST_CASE("an index on an expression may be left to PostgreSQL to name") {
  CHECK(after<start, create_index<automatic, "posts", on<expression("lower(mail)")>>, drop_index<"posts_lower_idx">>() ==
        "none");
  CHECK(after<start, create_index<automatic, "posts", on<expression("years + 1")>>, drop_index<"posts_lower_idx">>() ==
        "no_index in 1.1: object posts_lower_idx");
  CHECK(after<start, posts<exclude_on<automatic, on<with(expression("lower(mail)"), "=")>>>,
              drop_constraint<"posts", "posts_lower_excl">>() == "none");
}

TEST_CASE("on_delete writes columns of the key") {
  using pair = first<create_table<"p", column<"a", integer>, column<"b", integer>, primary_key_on<"a", "b">>,
                     create_table<"f", column<"x", integer>, column<"y", integer>, column<"z", integer>>>;
  CHECK(after<pair, add_constraint<"f", foreign_key<on<"x", "y">, to<"p">, on_delete<set_null, "y">>>>() == "none");
  CHECK(after<pair, add_constraint<"f", foreign_key<on<"x", "y">, to<"p">, on_delete<set_default_value, "y", "x">>>>() == "none");
  CHECK(after<pair, add_constraint<"f", foreign_key<on<"x", "y">, to<"p">, on_delete<set_null, "z">>>>() ==
        "not_in_key in 1.0: table f, column z");
  CHECK(after<pair, add_constraint<"f", foreign_key<on<"x", "y">, to<"p">, on_delete<set_null, "w">>>>() ==
        "no_column in 1.0: table f, column w");
  CHECK(after<pair, add_constraint<"f", foreign_key<on<"x", "y">, to<"p">, on_delete<set_null, "y", "y">>>>().substr(0, 15) ==
        "repeated_column");
  using one = first<create_table<"p", column<"a", integer, primary_key>>,
                    create_table<"f", column<"x", integer, references<"p", "a", on_delete<set_null, "x">>>, column<"y", integer>>>;
  CHECK(test::compared<one, table<"p", column<"a", integer, primary_key>>,
                       table<"f", column<"x", integer, references<"p", "a", on_delete<set_null, "x">>>, column<"y", integer>>>() == "none");
  CHECK(test::compared<one, table<"p", column<"a", integer, primary_key>>,
                       table<"f", column<"x", integer, references<"p", "a", on_delete<set_null>>>, column<"y", integer>>>() != "none");
  CHECK(judged<first<create_table<"p", column<"a", integer, primary_key>>, create_table<"f", column<"y", integer>, column<"x", integer, references<"p", "a", on_delete<set_null, "y">>>>>>() ==
        "not_in_key in 0.1: table f, column y");
}

TEST_CASE("comments on constraints and indexes") {
  using t = first<create_table<"t", column<"a", integer, constraint<"c", check<"a > 0">, comment<"why">>>, indexed<"i", on<"a">>>>;
  CHECK(after<t, comment_on_constraint<"t", "c", "why">>() == "no_effect in 1.0: table t, object c");
  CHECK(after<t, comment_on_constraint<"t", "c", "">, comment_on_index<"i", "x">>() == "none");
  CHECK(after<t, comment_on_constraint<"t", "i", "x">>() == "no_constraint in 1.0: table t, object i");
  CHECK(after<t, comment_on_index<"c", "x">>().substr(0, 8) == "no_index");
  CHECK(after<t, add_constraint<"t", constraint<"u", unique_on<"a">>>, comment_on_index<"u", "x">>() ==
        "index_of_constraint in 1.1: table t, object u");
  CHECK(after<t, create_index<automatic, "t", on<"a">, comment<"x">>>() == "name_needed in 1.0: table t");
  CHECK(after<t, add_constraint<"t", constraint<automatic, check<"a > 1">, comment<"x">>>>() == "name_needed in 1.0: table t");
  CHECK(test::compared<t, table<"t", column<"a", integer, constraint<"c", check<"a > 0">, comment<"why">>>, indexed<"i", on<"a">>>>() == "none");
  CHECK(test::compared<t, table<"t", column<"a", integer, constraint<"c", check<"a > 0">>>, indexed<"i", on<"a">>>>() != "none");
  CHECK(test::compared<t, table<"t", column<"a", integer, constraint<"c", check<"a > 0">, comment<"why">>>, indexed<"i", on<"a">, comment<"x">>>>() != "none");
  CHECK(judged<t, revision<"b", revises<"a">, "x", up<comment_on_index<"i", "x">>, down<>>>().substr(0, 12) == "down_differs");
}

TEST_CASE("a key has 32 columns at most") {
  using wide = first<create_table<"w", column<"c0", integer>, column<"c1", integer>, column<"c2", integer>, column<"c3", integer>, column<"c4", integer>, column<"c5", integer>, column<"c6", integer>, column<"c7", integer>, column<"c8", integer>, column<"c9", integer>, column<"c10", integer>, column<"c11", integer>, column<"c12", integer>, column<"c13", integer>, column<"c14", integer>, column<"c15", integer>, column<"c16", integer>, column<"c17", integer>, column<"c18", integer>, column<"c19", integer>, column<"c20", integer>, column<"c21", integer>, column<"c22", integer>, column<"c23", integer>, column<"c24", integer>, column<"c25", integer>, column<"c26", integer>, column<"c27", integer>, column<"c28", integer>, column<"c29", integer>, column<"c30", integer>, column<"c31", integer>, column<"c32", integer>>>;
  const std::string too_many = "too_many_keys in 1.0: table w";
  CHECK(after<wide, add_constraint<"w", unique_on<"c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12", "c13", "c14", "c15", "c16", "c17", "c18", "c19", "c20", "c21", "c22", "c23", "c24", "c25", "c26", "c27", "c28", "c29", "c30", "c31">>>() == "none");
  CHECK(after<wide, add_constraint<"w", unique_on<"c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12", "c13", "c14", "c15", "c16", "c17", "c18", "c19", "c20", "c21", "c22", "c23", "c24", "c25", "c26", "c27", "c28", "c29", "c30", "c31", "c32">>>() == too_many);
  CHECK(after<wide, add_constraint<"w", primary_key_on<"c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12", "c13", "c14", "c15", "c16", "c17", "c18", "c19", "c20", "c21", "c22", "c23", "c24", "c25", "c26", "c27", "c28", "c29", "c30", "c31", "c32">>>() == too_many);
  CHECK(after<wide, add_constraint<"w", constraint<"u", unique_on<"c1">, include<"c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12", "c13", "c14", "c15", "c16", "c17", "c18", "c19", "c20", "c21", "c22", "c23", "c24", "c25", "c26", "c27", "c28", "c29", "c30", "c31">>>>() == too_many);
  CHECK(after<wide, create_index<"i", "w", on<"c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12", "c13", "c14", "c15", "c16", "c17", "c18", "c19", "c20", "c21", "c22", "c23", "c24", "c25", "c26", "c27", "c28", "c29", "c30", "c31">>>() == "none");
  CHECK(after<wide, create_index<"i", "w", on<"c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12", "c13", "c14", "c15", "c16", "c17", "c18", "c19", "c20", "c21", "c22", "c23", "c24", "c25", "c26", "c27", "c28", "c29", "c30", "c31", expression("c1 + 1")>>>() == too_many);
  CHECK(after<wide, create_index<"i", "w", on<"c1">, include<"c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12", "c13", "c14", "c15", "c16", "c17", "c18", "c19", "c20", "c21", "c22", "c23", "c24", "c25", "c26", "c27", "c28", "c29", "c30", "c31">>>() == too_many);
  CHECK(after<wide, add_constraint<"w", foreign_key<on<"c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12", "c13", "c14", "c15", "c16", "c17", "c18", "c19", "c20", "c21", "c22", "c23", "c24", "c25", "c26", "c27", "c28", "c29", "c30", "c31", "c32">, to<"w">>>>() == too_many);
}

TEST_CASE("a key is of a type that PostgreSQL orders") {
  CHECK(judged<first<create_table<"t", column<"a", json, unique>>>>() == "not_ordered in 0.0: table t, column a, type json");
  CHECK(judged<first<create_table<"t", column<"a", point, primary_key>>>>().substr(0, 11) == "not_ordered");
  CHECK(judged<first<create_table<"t", column<"a", xml>, indexed<automatic, on<"a">>>>>().substr(0, 11) == "not_ordered");
  CHECK(judged<first<create_table<"t", column<"a", box>, exclude_on<"x", on<with("a", "=")>>>>>().substr(0, 11) == "not_ordered");
  CHECK(judged<first<create_table<"t", column<"a", box>, exclude_on<"x", on<with("a", "&&")>, method<"gist">>>>>() == "none");
  CHECK(judged<first<create_table<"t", column<"a", path>, exclude_on<"x", on<with("a", "&&")>, method<"gist">>>>>() ==
        "not_ordered in 0.0: table t, column a, text gist, type path");
  CHECK(judged<first<create_table<"t", column<"a", inet>, indexed<automatic, on<opclass("a", "inet_ops")>, method<"gist">>>>>() == "none");
  CHECK(judged<first<create_table<"t", column<"a", integer>, indexed<automatic, on<"a">, method<"gist">>>>>() ==
        "not_ordered in 0.0: table t, column a, text gist, type integer");
  CHECK(judged<first<create_extension<"btree_gist">, create_table<"t", column<"a", integer>, indexed<automatic, on<"a">, method<"gist">>>>>() == "none");
  CHECK(judged<first<create_range<"r", real>, create_enum<"e", "x">, create_table<"t", column<"a", type_named<"r">>, indexed<automatic, on<"a">, method<"gist">>>>>() == "none");
  CHECK(judged<first<create_enum<"e", "x">, create_table<"t", column<"a", type_named<"e">>, indexed<automatic, on<"a">, method<"gist">>>>>().substr(0, 11) == "not_ordered");
  CHECK(judged<first<create_table<"t", column<"a", box>, column<"b", array<json>, unique>, indexed<"i", on<"b">, include<"a">>,
                                  indexed<"g", on<"a">, method<"gist">>, indexed<"o", on<opclass("a", "box_ops")>>>>>() == "none");
}

TEST_CASE("a key names a column once; what it includes may come again") {
  CHECK(after<start, add_constraint<"posts", constraint<"u", unique_on<"id", "id">>>>().substr(0, 15) == "repeated_column");
  CHECK(after<start, add_constraint<"posts", constraint<"u", unique_on<"id">, include<"id", "id">>>>() == "none");
  CHECK(after<start, create_index<"i", "posts", on<"id", "id">, include<"id">>>() == "none");
}

}  // namespace
