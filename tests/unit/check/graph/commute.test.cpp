// SPDX-License-Identifier: BSL-1.0
#include <skein/check/graph/commute.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::judged;

struct start : revision<"start", base, "", create_schema<"app">, create_enum<"mood", "sad", "ok">, create_range<"span", integer>,
                        create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text>,
                                     column<"name", text>, constraint<"uq_email", unique_on<"email">>,
                                     indexed<"ix_name", on<"name">>>,
                        create_table<"posts", column<"id", bigint, identity, primary_key>, column<"author", bigint>,
                                     column<"title", text>>> {};
template <class... Step>
struct left : revision<"left", revises<"start">, "", Step...> {};
template <class... Step>
struct right : revision<"right", revises<"start">, "", Step...> {};
struct merge : revision<"merge", revises<"left", "right">, "both"> {};

/// Whether two branches commute: the verdict of the chain in which they are merged.
template <class Left, class Right>
std::string merged() {
  return judged<start, Left, Right, merge>();
}

TEST_CASE("what an expression calls is not to change in the other branch") {
  using f = create_function<"f", returns<integer>, language<"sql">, body<"SELECT 1">>;
  struct with_f : revision<"start", base, "", f, create_table<"t", column<"a", integer>>> {};
  const auto together = [](auto a, auto b) { return judged<with_f, left<decltype(a)>, right<decltype(b)>, merge>().substr(0, 8); };
  CHECK(together(set_default<"t", "a", "f() + 1">{}, drop_function<"f">{}) == "conflict");
  CHECK(together(add_column<"t", column<"b", integer, default_<"f()">>>{}, rename_function<"f", "g">{}) == "conflict");
  CHECK(together(add_constraint<"t", check_on<"c", "f() > a">>{}, drop_function<"f">{}) == "conflict");
  CHECK(together(create_view<"v", "SELECT f() AS one">{}, drop_function<"f">{}) == "conflict");
  CHECK(together(set_default<"t", "a", "abs(1)">{}, drop_function<"f">{}) == "none");
}

TEST_CASE("branches that concern different things commute") {
  CHECK(merged<left<>, right<>>() == "none");
  CHECK(merged<left<add_column<"users", column<"bio", text>>>, right<add_column<"posts", column<"body", text>>>>() ==
        "none");
  CHECK(merged<left<add_column<"users", column<"bio", text>>>, right<add_column<"users", column<"age", integer>>>>() ==
        "none");
  CHECK(
      merged<left<create_table<"tags", column<"id", bigint>>>, right<create_table<"likes", column<"id", bigint>>>>() ==
      "none");
  CHECK(merged<left<create_table<"tags", column<"id", bigint>>>,
               right<create_table<qualified("app", "tags"), column<"id", bigint>>>>() == "none");
  CHECK(merged<left<create_index<"ix_a", "users", on<"email">>>, right<create_index<"ix_b", "users", on<"email">>>>() ==
        "none");
  CHECK(merged<left<add_constraint<"posts", foreign_key<on<"author">, to<"users">>>>,
               right<add_column<"users", column<"bio", text>>>>() == "none");
  CHECK(merged<left<add_constraint<"posts", check_on<"c1", "title <> ''">>>,
               right<add_constraint<"posts", check_on<"c2", "author > 0">>>>() == "none");
}

TEST_CASE("a column that one branch changes and the other uses") {
  CHECK(merged<left<drop_column<"posts", "title", loses_data>>, right<set_not_null<"posts", "title">>>() ==
        "conflict in 2.0: other revision 1, table posts, column title");
  CHECK(merged<left<add_column<"users", column<"bio", text>>>, right<add_column<"users", column<"bio", text>>>>() ==
        "conflict in 2.0: other revision 1, table users, column bio");
  CHECK(merged<left<rename_column<"users", "name", "called">>, right<add_column<"users", column<"called", text>>>>() ==
        "conflict in 2.0: other revision 1, table users, column called");
  CHECK(merged<left<rename_column<"users", "name", "called">>, right<create_index<"ix", "users", on<"name">>>>() ==
        "conflict in 2.0: other revision 1, table users, column name");
  CHECK(merged<left<rename_column<"posts", "title", "headline">>,
               right<add_constraint<"posts", check_on<"c", "title <> ''">>>>() ==
        "conflict in 2.0: other revision 1, table posts, column title");
  CHECK(merged<left<alter_type<"users", "id", integer>>,
               right<add_constraint<"posts", foreign_key<on<"author">, to<"users", "id">>>>>() ==
        "conflict in 2.0: other revision 1, table users, column id");
  CHECK(merged<left<set_default<"users", "name", "'x'">>, right<drop_default<"users", "name">>>().substr(0, 8) ==
        "conflict");
}

TEST_CASE("a table that one branch changes as a whole and the other touches") {
  CHECK(merged<left<drop_table<"posts", loses_data>>, right<add_column<"posts", column<"body", text>>>>() ==
        "conflict in 2.0: other revision 1, table posts");
  CHECK(merged<left<rename_table<"posts", "articles">>, right<set_not_null<"posts", "title">>>() ==
        "conflict in 2.0: other revision 1, table posts");
  CHECK(merged<left<rename_table<"posts", "articles">>, right<create_table<"articles", column<"id", bigint>>>>() ==
        "conflict in 2.0: other revision 1, table articles");
  CHECK(merged<left<create_table<"tags", column<"id", bigint>>>, right<create_table<"tags", column<"name", text>>>>() ==
        "conflict in 2.0: other revision 1, table tags");
  CHECK(merged<left<drop_table<"users", loses_data>>,
               right<add_constraint<"posts", foreign_key<on<"author">, to<"users">>>>>() ==
        "conflict in 2.0: other revision 1, table users");
  CHECK(merged<left<set_schema<"posts", "app">>, right<drop_column<"posts", "title", loses_data>>>() ==
        "conflict in 2.0: other revision 1, table posts");
}

TEST_CASE("a table that one branch moves into a schema where the other creates one of its name") {
  CHECK(merged<left<set_schema<"posts", "app">>,
               right<create_table<qualified("app", "posts"), column<"id", bigint>>>>()
            .substr(0, 8) == "conflict");
  CHECK(merged<left<drop_schema<"app">>, right<set_schema<"posts", "app">>>().substr(0, 8) == "conflict");
}

TEST_CASE("indexes and constraints of the same name, and keys that the other branch rests on") {
  CHECK(
      merged<left<create_index<"ix", "users", on<"email">>>, right<create_index<"ix", "posts", on<"title">>>>().substr(
          0, 8) == "conflict");
  CHECK(merged<left<create_table<"tags", column<"id", bigint>>>, right<create_index<"tags", "posts", on<"title">>>>()
            .substr(0, 8) == "conflict");
  CHECK(merged<left<create_index<automatic, "users", on<"email">>>,
               right<create_index<automatic, "users", on<"email">>>>()
            .substr(0, 8) == "conflict");
  CHECK(merged<left<add_constraint<"posts", check_on<"c", "title <> ''">>>,
               right<add_constraint<"posts", check_on<"c", "author > 0">>>>() ==
        "conflict in 2.0: other revision 1, table posts, column c");
  CHECK(merged<left<drop_constraint<"users", "uq_email">>,
               right<add_constraint<"posts", foreign_key<on<"title">, to<"users", "email">>>>>()
            .substr(0, 8) == "conflict");
  struct unique_name : revision<"start", base, "", create_table<"users", column<"name", text>>,
                                create_index<"ix_name", "users", on<"name">, unique>,
                                create_table<"posts", column<"author", text>>> {};
  using rests_on_it = left<add_constraint<"posts", foreign_key<on<"author">, to<"users", "name">>>>;
  CHECK(judged<unique_name, rests_on_it, right<drop_index<"ix_name">>, merge>() ==
        "conflict in 2.0: other revision 1, table ix_name");
  CHECK(judged<unique_name, rests_on_it, right<rename_index<"ix_name", "ix">>, merge>() == "none");
  CHECK(merged<left<drop_index<"ix_name">>, right<rename_index<"ix_name", "ix_called">>>().substr(0, 8) == "conflict");
  CHECK(merged<left<drop_index<"ix_name">>, right<drop_column<"users", "name", loses_data>>>().substr(0, 4) != "none");
  CHECK(merged<left<rename_index<"ix_name", "ix_called">>, right<drop_table<"users", loses_data>>>().substr(0, 8) ==
        "conflict");
  CHECK(merged<left<rename_index<"ix_name", "ix_called">>, right<set_schema<"users", "app">>>().substr(0, 8) ==
        "conflict");
  CHECK(merged<left<rename_index<"uq_email", "uq_mail">>,
               right<drop_constraint<"users", "uq_email">>>()
            .substr(0, 8) == "conflict");
  CHECK(merged<left<rename_index<"ix_name", "tags">>,
               right<create_table<"tags", column<"id", bigint>>>>()
            .substr(0, 8) == "conflict");
  CHECK(merged<left<rename_constraint<"users", "uq_email", "tags">>,
               right<create_table<"tags", column<"id", bigint>>>>()
            .substr(0, 8) == "conflict");
  CHECK(merged<left<set_parameters<"users", parameter<"fillfactor", "70">>>,
               right<set_parameters<"users", parameter<"fillfactor", "80">>>>()
            .substr(0, 8) == "conflict");
  CHECK(merged<left<comment_on_table<"users", "one">>, right<comment_on_table<"users", "two">>>().substr(0, 8) ==
        "conflict");
}

TEST_CASE("an index that comes with its table or its constraint has a name that another relation may want") {
  CHECK(merged<left<add_constraint<"posts", constraint<"tags", unique_on<"title">>>>,
               right<create_table<"tags", column<"id", bigint>>>>()
            .substr(0, 8) == "conflict");
  CHECK(merged<left<add_constraint<"posts", check_on<"tags", "title <> ''">>>,
               right<create_table<"tags", column<"id", bigint>>>>() == "none");
  CHECK(merged<left<create_table<"tags", column<"id", bigint>, indexed<"ix", on<"id">>>>,
               right<create_index<"ix", "posts", on<"title">>>>()
            .substr(0, 8) == "conflict");
}

TEST_CASE("a foreign key to a primary key that is not named, and a retyped column of its table") {
  using key = left<add_constraint<"posts", foreign_key<on<"author">, to<"users">>>>;
  CHECK(merged<key, right<alter_type<"users", "id", integer>>>().substr(0, 8) == "conflict");
  CHECK(merged<key, right<alter_type<"posts", "title", varchar<>>>>() == "none");
  CHECK(merged<key, right<rename_column<"users", "id", "uid">>>() == "none");
}

TEST_CASE("a primary key that both branches give one table") {
  struct origin : revision<"start", base, "", create_table<"users", column<"id", bigint>, column<"email", text>>,
                           create_table<"posts", column<"id", bigint>, column<"author", bigint>>> {};
  const auto both = []<class... Revision>(Revision...) { return judged<origin, Revision..., merge>(); };
  using on_id = left<add_constraint<"users", primary_key_on<"id">>>;
  const std::string conflict = "conflict in 2.0: other revision 1, table users, text primary key";
  CHECK(both(on_id{}, right<add_constraint<"users", primary_key_on<"email">>>{}) == conflict);
  CHECK(both(on_id{}, right<add_constraint<"users", constraint<"pk", primary_key_on<"email">>>>{}) == conflict);
  CHECK(both(on_id{}, right<add_column<"users", column<"key", uuid, primary_key>>>{}) == conflict);
  CHECK(both(left<add_column<"users", column<"code", bigint, generated<"id + 1">, primary_key>>>{},
             right<add_constraint<"users", constraint<"pk", primary_key_on<"email">>>>{}) == conflict);
  CHECK(both(on_id{}, right<add_constraint<"posts", primary_key_on<"id">>>{}) == "none");
  CHECK(both(on_id{}, right<add_constraint<"users", unique_on<"email">>>{}) == "none");
  CHECK(both(on_id{}, right<add_column<"users", column<"bio", text>>>{}) == "none");

  // One that only fits because the other branch came first.
  CHECK(both(on_id{}, right<add_constraint<"posts", foreign_key<on<"author">, to<"users">>>>{}) == conflict);
  CHECK(merged<left<drop_column<"users", "id", loses_data>>,
               right<add_constraint<"users", constraint<"pk", primary_key_on<"email">>>>>() == conflict);
}

TEST_CASE("types that one branch takes away or changes, and the other makes something of") {
  CHECK(merged<left<drop_type<"mood">>, right<create_domain<"d", type_named<"mood">>>>() != "none");
  CHECK(merged<left<drop_type<"mood">>, right<create_range<"r", type_named<"mood">>>>() != "none");
  CHECK(merged<left<drop_type<"span">>, right<create_composite<"c", attribute<"a", type_named<"span_multirange">>>>>() != "none");
  CHECK(merged<left<replace_enum<"mood", labels<"ok", "sad">>>, right<create_composite<"c", attribute<"a", type_named<"mood">>>>>() != "none");
  CHECK(merged<left<replace_enum<"mood", labels<"ok", "sad">>>, right<add_column<"users", column<"mood", type_named<"mood">>>>>() != "none");
  CHECK(merged<left<create_range<"a", integer, multirange_type_name<"many">>>, right<create_range<"b", integer, multirange_type_name<"many">>>>() != "none");
  CHECK(merged<left<create_range<"a", integer>>, right<create_enum<"a_multirange">>>() != "none");
  CHECK(merged<left<create_range<"a", integer>>, right<create_range<"b", integer>>>() == "none");
  CHECK(merged<left<replace_enum<"mood", labels<"ok", "sad">>>, right<create_range<"b", type_named<"span">>>>() == "none");
}

TEST_CASE("what raw SQL says that it does counts") {
  using adds_bio = execute<"SELECT add_bio()", undo<"">, effects<add_column<"users", column<"bio", text>>>>;
  CHECK(merged<left<adds_bio>, right<add_column<"users", column<"bio", text>>>>() ==
        "conflict in 2.0: other revision 1, table users, column bio");
  CHECK(merged<left<adds_bio>, right<add_column<"users", column<"age", integer>>>>() == "none");
}

TEST_CASE("schemas") {
  CHECK(merged<left<create_schema<"x">>, right<create_schema<"x">>>() == "conflict in 2.0: other revision 1, column x");
  CHECK(merged<left<create_schema<"x">>, right<create_schema<"y">>>() == "none");
  CHECK(merged<left<drop_schema<"app">>, right<create_table<qualified("app", "t"), column<"id", bigint>>>>().substr(
            0, 8) == "conflict");
}

TEST_CASE("revisions of one branch, and of branches merged earlier, are in order") {
  struct more : revision<"more", revises<"left">, "", drop_column<"users", "bio", loses_data>> {};
  struct both : revision<"merge", revises<"more", "right">, ""> {};
  CHECK(judged<start, left<add_column<"users", column<"bio", text>>>, more, right<>, both>() == "none");

  struct later : revision<"later", revises<"merge">, "", drop_column<"users", "bio", loses_data>> {};
  CHECK(judged<later, start, left<add_column<"users", column<"bio", text>>>, right<>, merge>() == "none");
}

TEST_CASE("a branch of a branch is compared with all that stand beside it") {
  struct inner_a : revision<"inner a", revises<"left">, "", add_column<"users", column<"bio", text>>> {};
  struct inner_b : revision<"inner b", revises<"left">, "", add_column<"users", column<"age", integer>>> {};
  struct inner : revision<"inner", revises<"inner a", "inner b">, ""> {};
  struct outer : revision<"outer", revises<"inner", "right">, ""> {};
  CHECK(judged<start, left<>, inner_a, inner_b, inner, right<>, outer>() == "none");
  CHECK(judged<start, left<>, inner_a, inner_b, inner, right<add_column<"users", column<"age", integer>>>, outer>() ==
        "conflict in 5.0: other revision 3, table users, column age");
}

}  // namespace
