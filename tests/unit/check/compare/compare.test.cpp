// SPDX-License-Identifier: BSL-1.0
#include <skein/check/compare/compare.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::compared, test::first;

using head = first<create_table<
    "users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
    column<"age", integer, default_<"18">, check<"age > 0">>, column<"kin", serial>,
    column<"shout", text, generated<"upper(email)">, comment<"loud">>, constraint<"uq_pair", unique_on<"age", "kin">>,
    indexed<"ix_age", on<"age">>, parameter<"fillfactor", "70">, comment<"people">>>;

template <class... More>
using without_columns = table<"users", More...>;
using id = column<"id", bigint, identity, primary_key>;
using email = column<"email", varchar<255>, not_null, unique>;
using age = column<"age", integer, default_<"18">, check<"age > 0">>;
using kin = column<"kin", serial>;
using shout = column<"shout", text, generated<"upper(email)">, comment<"loud">>;
using pair = constraint<"uq_pair", unique_on<"age", "kin">>;
using ix = indexed<"ix_age", on<"age">>;
using fill = parameter<"fillfactor", "70">;
using said = comment<"people">;

struct users : table<"users", id, email, age, kin, shout, pair, ix, fill, said> {};

TEST_CASE("a model that says what the history leads to") {
  CHECK(compared<head, users>() == "none");
  CHECK(compared<head, table<"users", ix, said, shout, kin, age, email, id, pair, fill>>() == "none");  // in any order
  CHECK(compared<head, table<"users", column<"id", bigint, identity>, column<"email", varchar<255>, not_null>,
                             column<"age", integer, default_<"18">>, kin, shout, primary_key_on<"id">,
                             constraint<"users_email_key", unique_on<"email">>, check_on<"users_age_check", "age > 0">,
                             pair, ix, fill, said>>() ==
        "none");  // constraints by themselves, under the names that PostgreSQL gave them
  CHECK(compared<head, table<qualified("public", "users"), id, email, age, kin, shout, pair, ix, fill, said>>() ==
        "none");
}

TEST_CASE("each table has one model, each model its table") {
  struct again : table<"users", id, email, age, kin, shout, pair, ix, fill, said> {};
  struct posts : table<"posts", id> {};
  CHECK(compared<head>() == "table_without_model: table users");
  CHECK(compared<head, users, posts>() == "model_without_table: table posts");
  CHECK(compared<head, posts>() == "model_without_table: table posts");
  CHECK(compared<head, users, again>() == "model_repeated: table users");
}

TEST_CASE("two models of one table beside a table without a model") {
  struct again : table<"users", id, email, age, kin, shout, pair, ix, fill, said> {};
  using two = first<create_table<"other", column<"id", bigint>>,
                    create_table<"users", id, email, age, kin, shout, pair, ix, fill, said>>;
  CHECK(compared<two, users, again>().substr(0, 5) != "none");
  using none = first<>;
  CHECK(compared<none>() == "none");
}

TEST_CASE("a column of the model that the table lacks") {
  CHECK(compared<head, table<"users", id, email, age, kin, shout, pair, ix, fill, said, column<"bio", text>>>() ==
        "model_column_missing: table users, column bio");
}

TEST_CASE("a column of the table that the model lacks") {
  CHECK(compared<head, table<"users", id, email, age, kin, pair, ix, fill, said>>() ==
        "model_column_extra: table users, column shout, type text");
}

TEST_CASE("a column that is something else") {
  const auto with = []<class Column>(Column*) {
    return compared<head, table<"users", id, email, Column, kin, shout, pair, ix, fill, said>>();
  };
  const std::string differs = "model_column_differs: table users, column age, differs in ";
  CHECK(with(static_cast<column<"age", bigint, default_<"18">, check<"age > 0">>*>(nullptr)) == differs + "type");
  CHECK(with(static_cast<column<"age", integer, default_<"17">, check<"age > 0">>*>(nullptr)) == differs + "default");
  CHECK(with(static_cast<column<"age", integer, check<"age > 0">>*>(nullptr)) == differs + "default");
  CHECK(with(static_cast<column<"age", integer, not_null, default_<"18">, check<"age > 0">>*>(nullptr)) == differs + "nullability");
  CHECK(with(static_cast<column<"age", integer, identity, check<"age > 0">>*>(nullptr)) == differs + "nullability, differs in default, differs in identity");
  CHECK(with(static_cast<column<"age", integer, default_<"18">, check<"age > 0">, comment<"years">>*>(nullptr)) ==
        differs + "comment");
  CHECK(with(static_cast<column<"age", integer, default_<"18">, check<"age > 0">, collate<"C">>*>(nullptr)) == differs + "collation");
  CHECK(with(static_cast<column<"age", serial, check<"age > 0">>*>(nullptr)) == differs + "nullability, differs in default, differs in next value");
  CHECK(with(static_cast<column<"age", integer, null, default_<"18">, check<"age > 0">>*>(nullptr)) == "none");

  CHECK(compared<head, table<"users", column<"id", bigint, identity_with<by_default>, primary_key>, email, age, kin,
                             shout, pair, ix, fill, said>>() == "model_column_differs: table users, column id, differs in identity");
  CHECK(compared<head, table<"users", column<"id", bigint, identity_with<always, start<5>>, primary_key>, email, age,
                             kin, shout, pair, ix, fill, said>>() == "model_column_differs: table users, column id, differs in identity");
  CHECK(compared<head, table<"users", id, column<"email", varchar<254>, not_null, unique>, age, kin, shout, pair, ix,
                             fill, said>>() == "model_column_differs: table users, column email, differs in type");
  CHECK(
      compared<head, table<"users", id, email, age, column<"kin", integer, not_null>, shout, pair, ix, fill, said>>() ==
      "model_column_differs: table users, column kin, differs in next value");
  CHECK(compared<head,
                 table<"users", id, email, age, kin, column<"shout", text, generated<"lower(email)">, comment<"loud">>,
                       pair, ix, fill, said>>() == "model_column_differs: table users, column shout, differs in generated");
}

TEST_CASE("a constraint or an index of the model that the table lacks") {
  CHECK(compared<head,
                 table<"users", id, email, age, kin, shout, pair, ix, fill, said, indexed<"ix_kin", on<"kin">>>>() ==
        "model_object_missing: table users, object ix_kin");
  CHECK(compared<head, table<"users", id, email, age, column<"kin", serial, unique>, shout, pair, ix, fill, said>>() ==
        "model_object_missing: table users, column kin");
  CHECK(compared<head,
                 table<"users", id, email, age, kin, shout, pair, ix, fill, said, check_on<"adult", "age > 17">>>() ==
        "model_object_missing: table users, object adult");
  CHECK(compared<head, table<"users", id, email, age, kin, shout, pair, ix, fill, said,
                             parameter<"autovacuum_enabled", "false">>>() == "model_object_missing: table users");
}

TEST_CASE("a constraint or an index of the table that the model lacks") {
  CHECK(compared<head, table<"users", id, email, age, kin, shout, pair, fill, said>>() ==
        "model_object_extra: table users, object ix_age, text index");
  CHECK(compared<head, table<"users", id, email, age, kin, shout, ix, fill, said>>() ==
        "model_object_extra: table users, object uq_pair, text constraint");
  CHECK(
      compared<head, table<"users", column<"id", bigint, identity>, email, age, kin, shout, pair, ix, fill, said>>() ==
      "model_object_extra: table users, object users_pkey, text constraint");
  CHECK(
      compared<head,
               table<"users", id, email, column<"age", integer, default_<"18">>, kin, shout, pair, ix, fill, said>>() ==
      "model_object_extra: table users, object users_age_check, text constraint");
}

TEST_CASE("one that is something else under the same name") {
  CHECK(compared<head,
                 table<"users", id, email, age, kin, shout, pair, indexed<"ix_age", on<desc("age")>>, fill, said>>() ==
        "model_object_differs: table users, object ix_age");
  CHECK(compared<head, table<"users", id, email, age, kin, shout, pair, indexed<"ix_age", on<"age">, where<"age > 1">>,
                             fill, said>>() == "model_object_differs: table users, object ix_age");
  CHECK(compared<head, table<"users", id, email, age, kin, shout, constraint<"uq_pair", unique_on<"kin", "age">>, ix,
                             fill, said>>() == "model_object_differs: table users, object uq_pair");
  CHECK(compared<head, table<"users", id, email, age, kin, shout, pair, ix, fill, comment<"persons">>>() ==
        "model_comment_differs: table users, text persons");
  CHECK(compared<head, table<"users", id, email, age, kin, shout, pair, ix, fill>>() ==
        "model_comment_differs: table users, text ``");
  CHECK(compared<head, table<"users", id, email, age, kin, shout, pair, ix, said>>() ==
        "model_parameter_extra: table users, text fillfactor");
}

TEST_CASE("one column under another name, one constraint, one index") {
  CHECK(compared<head, table<"users", id, email, column<"years", integer, default_<"18">, check<"age > 0">>, kin, shout,
                             pair, ix, fill, said>>() ==
        "model_column_missing: table users, column years, other column age");
  CHECK(compared<head, table<"users", id, email, column<"years", bigint, default_<"18">>, kin, shout, pair, ix, fill,
                             said>>() == "model_column_missing: table users, column years");  // of another type
  CHECK(compared<head, table<"users", id, email, column<"years", integer, default_<"18">>, column<"kind", serial>, shout,
                             pair, ix, fill, said>>() ==
        "model_column_missing: table users, column years");  // two of them
  CHECK(compared<head, table<"users", id, email, age, kin, shout, pair, indexed<"ix_years", on<"age">>, fill, said>>() ==
        "model_object_missing: table users, object ix_years, hint ix_age");
  CHECK(compared<head, table<"users", id, email, age, kin, shout, constraint<"uq_two", unique_on<"age", "kin">>, ix, fill,
                             said>>() == "model_object_missing: table users, object uq_two, hint uq_pair");
  CHECK(compared<head, table<"users", id, email, age, kin, shout, pair, constraint<"uq_two", unique_on<"age", "kin">>,
                             ix, fill, said>>() ==
        "model_object_missing: table users, object uq_two");  // uq_pair is the model's too
  CHECK(compared<head, table<"user", id, email, age, kin, shout, pair, ix, fill, said>>() ==
        "model_without_table: table user, hint users");
}

TEST_CASE("a constraint that was never validated") {
  using added = first<create_table<"users", column<"age", integer>>,
                      add_constraint<"users", constraint<"adult", check<"age > 17">, not_valid>>>;
  CHECK(compared<added, table<"users", column<"age", integer>, check_on<"adult", "age > 17">>>() ==
        "model_object_differs: table users, object adult, text not_valid");
  CHECK(compared<added, table<"users", column<"age", integer>, check_on<"adult", "age > 18">>>() ==
        "model_object_differs: table users, object adult");
}

TEST_CASE("foreign keys of models") {
  using linked = first<create_table<"users", column<"id", bigint, primary_key>>,
                       create_table<"posts", column<"author", bigint, references<"users", "id", on_delete<cascade>>>>>;
  struct people : table<"users", column<"id", bigint, primary_key>> {};
  CHECK(compared<linked, people,
                 table<"posts", column<"author", bigint, references<"users", "id", on_delete<cascade>>>>>() == "none");
  CHECK(compared<linked, people,
                 table<"posts", column<"author", bigint, references<"users", automatic, on_delete<cascade>>>>>() ==
        "none");
  CHECK(compared<
            linked, people,
            table<"posts", column<"author", bigint>, foreign_key<on<"author">, to<"users">, on_delete<cascade>>>>() ==
        "none");
  CHECK(compared<linked, people, table<"posts", column<"author", bigint, references<"users", "id">>>>() ==
        "model_object_missing: table posts, column author, target id");
}

TEST_CASE("names that the history has changed since are the models' names") {
  using renamed =
      first<create_table<"users", column<"id", bigint, primary_key>,
                         column<"age", integer, constraint<"c", check<"age > 0">>>,
                         column<"twice", integer, generated<"age * 2">>, indexed<"ix", on<"age">, where<"age > 9">>>,
            rename_column<"users", "age", "years">, rename_table<"users", "people">>;
  CHECK(compared<renamed, table<"people", column<"id", bigint, primary_key>,
                                column<"years", integer, constraint<"c", check<"years > 0">>>,
                                column<"twice", integer, generated<"years * 2">>,
                                indexed<"ix", on<"years">, where<"years > 9">>>>() == "none");
  CHECK(compared<renamed, table<"people", column<"id", bigint, primary_key>,
                                column<"years", integer, constraint<"c", check<"age > 0">>>,
                                column<"twice", integer, generated<"years * 2">>,
                                indexed<"ix", on<"years">, where<"years > 9">>>>() ==
        "model_object_differs: table people, column years, object c");
}

TEST_CASE("a foreign key that history and models share, whose table is elsewhere by now") {
  using key = column<"author", bigint, references<"users", "id">>;
  using posts = table<"posts", key>;
  using pair = first<create_schema<"app">, create_table<"users", id>, create_table<"posts", key>>;
  CHECK(compared<pair, table<"users", id>, posts>() == "none");
  using moved = first<create_schema<"app">, create_table<"users", id>, create_table<"posts", key>, set_schema<"users", "app">>;
  using there = table<"posts", column<"author", bigint, references<qualified("app", "users"), "id">>>;
  CHECK(compared<moved, table<qualified("app", "users"), id>, there>() == "none");
  CHECK(compared<moved, table<qualified("app", "users"), id>, posts>() == "model_object_missing: table posts, column author, target id");
  using renamed = first<create_table<"users", id>, create_table<"posts", key>, rename_table<"users", "people">>;
  CHECK(compared<renamed, table<"people", id>, posts>() == "model_object_missing: table posts, column author, target id");
  using key_renamed = first<create_table<"users", id>, create_table<"posts", key>, rename_column<"users", "id", "number">>;
  CHECK(compared<key_renamed, table<"users", column<"number", bigint, identity, primary_key>>, posts>() ==
        "model_object_missing: table posts, column author, target id");
}

}  // namespace
