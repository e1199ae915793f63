// SPDX-License-Identifier: BSL-1.0
#include <skein/replaces.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::judged;

struct p : revision<"p", base, "start", create_schema<"app">, create_table<"tenants", column<"id", bigint, primary_key>>> {};
struct r1 : revision<"r1", revises<"p">, "1", create_table<"users", column<"id", bigint, primary_key>>> {};
struct r2 : revision<"r2", revises<"r1">, "2", add_column<"users", column<"a", text>>> {};
struct r3 : revision<"r3", revises<"r2">, "3", add_column<"users", column<"b", text, not_null>>> {};
struct next : revision<"n", revises<"r3">, "next", drop_column<"users", "a", loses_data>> {};
struct next_of_all : revision<"n", revises<"all">, "next", drop_column<"users", "a", loses_data>> {};
using users = create_table<"users", column<"id", bigint, primary_key>, column<"a", text>, column<"b", text, not_null>>;

template <class... Step>
struct all : revision<"all", revises<"p">, "all", replaces<"r1", "r3">, Step...> {};

/// In the place of a run of these revisions.
template <class Instead, class... Run>
std::string replacing() { return judged<p, Run..., Instead>(); }

/// What a run of one revision of steps leads to, against other steps.
template <class... Step>
struct run_of : revision<"r1", revises<"p">, "run", Step...> {};
template <class... Step>
struct instead : revision<"all", revises<"p">, "all", replaces<"r1", "r1">, Step...> {};

}  // namespace

TEST_CASE("what replaces a run takes its place in any order of declaration") {
  CHECK(judged<p, r1, r2, r3, all<users>, next>() == "none");
  CHECK(judged<all<users>, next, p, r3, r1, r2>() == "none");
  CHECK(judged<p, r1, r2, r3, next_of_all, all<users>>() == "none");
  CHECK(judged<p, r1, r2, r3, all<users>>() == "none");
  CHECK(judged<revision<"r1", base, "1", create_table<"t", column<"a", text>>>,
               revision<"all", base, "all", replaces<"r1", "r1">, create_table<"t", column<"a", text>>>>() == "none");
}

TEST_CASE("a run that is not declared any more is known by its last") {
  CHECK(judged<p, all<users>, next>() == "none");
  CHECK(judged<p, all<users>, next_of_all>() == "none");
  CHECK(judged<p, all<users>, revision<"n", revises<"r2">, "next">>() == "unknown_parent in 2.0: column r2");
}

TEST_CASE("a run is declared as a whole or not at all") {
  CHECK(judged<p, r1, r2, revision<"all", revises<"p">, "all", replaces<"r1", "r3">, users>>() == "run_incomplete in 3.0: column r3");
  CHECK(judged<p, r1, revision<"all", revises<"r1">, "all", replaces<"r1", "r9">>>() == "run_incomplete in 2.0: column r9");
  CHECK(judged<p, revision<"r9", revises<"p">, "9">, revision<"all", revises<"r9">, "all", replaces<"r1", "r9">>>() == "run_incomplete in 2.0: column r1");
}

TEST_CASE("a run is a single line") {
  using m = revision<"m", revises<"r2">, "m">;
  using beside = revision<"m", revises<"p">, "m">;
  using merge = revision<"x", revises<"r3", "m">, "x">;
  CHECK(judged<p, r1, r2, r3, all<users>, m, merge>() == "run_forks in 4.0: other revision 5");
  CHECK(judged<p, r1, r2, r3, all<users>, beside, merge>() == "run_forks in 4.0: other revision 5");
  CHECK(judged<p, r1, r2, r3, revision<"all", revises<"p">, "all", replaces<"r3", "r1">, users>>() == "no_run in 4.0");
  CHECK(judged<p, r1, r2, r3, revision<"all", revises<"r1">, "all", replaces<"r1", "r3">, users>>() == "run_begins_elsewhere in 4.0: other revision 1");
  CHECK(judged<p, r1, r2, r3, all<users>, revision<"x", revises<"r3", "all">, "x">>() == "run_forks in 4.0: other revision 5");
}

TEST_CASE("runs do not overlap") {
  using second = revision<"too", revises<"r1">, "too", replaces<"r2", "r3">, add_column<"users", column<"a", text>>, add_column<"users", column<"b", text, not_null>>>;
  CHECK(judged<p, r1, r2, r3, all<users>, second>() == "runs_overlap in 5.0: other revision 3");
}

TEST_CASE("replaces is the first step") {
  CHECK(judged<p, r1, r2, r3, revision<"all", revises<"p">, "all", users, replaces<"r1", "r3">>>() == "replaces_misplaced in 4.0");
  CHECK(judged<p, r1, r2, r3, revision<"all", revises<"p">, "all", steps<replaces<"r1", "r3">>, users>>() == "replaces_misplaced in 4.0");
  CHECK(judged<p, revision<"all", revises<"p">, "all", users, replaces<"r1", "r3">>>().substr(0, 18) == "replaces_misplaced");
}

TEST_CASE("both lead to one state, name by name") {
  CHECK(replacing<all<create_table<"users", column<"id", bigint, primary_key>, column<"a", text>>>, r1, r2, r3>() ==
        "run_differs in 4.0: left column_missing, table users, column b");
  CHECK(replacing<all<users, create_table<"x", column<"a", text>>>, r1, r2, r3>() == "run_differs in 4.0: left table_over, table x");
  CHECK(replacing<all<users, create_schema<"x">>, r1, r2, r3>() == "run_differs in 4.0: left schema_over, schema x");
  CHECK(replacing<all<users, create_enum<"mood", "ok">>, r1, r2, r3>() == "run_differs in 4.0: left entity_over, table mood, is type");
  CHECK(replacing<all<create_table<"users", column<"id", bigint, primary_key>, column<"b", text, not_null>, column<"a", text>>>, r1, r2, r3>() ==
        "run_differs in 4.0: left columns_in_another_order, table users, column a, other column b");
  CHECK(replacing<instead<rename_table<"tenants", "clients">>, run_of<comment_on_table<"tenants", "x">>>() ==
        "run_differs in 2.0: left table_renamed, table tenants, other table clients");
  CHECK(replacing<instead<>, run_of<set_parameters<"tenants", parameter<"fillfactor", "70">>>>() ==
        "run_differs in 2.0: left setting_missing, table tenants, setting fillfactor");
  CHECK(replacing<instead<create_sequence<"s">>, run_of<create_sequence<"s", skein::start<5>>>>().substr(0, 39) == "run_differs in 2.0: left entity_differs");
  CHECK(replacing<instead<create_sequence<"s">>, run_of<create_sequence<"s">, rename_sequence<"s", "t">, rename_sequence<"t", "s">>>() == "none");
  CHECK(replacing<instead<create_enum<"e", "a", "b">>, run_of<create_enum<"e", "b", "a">>>() == "run_differs in 2.0: left entity_differs, table e, is type");
}

TEST_CASE("views and privileges are a part of it") {
  using v = create_view<"v", "SELECT id FROM tenants">;
  CHECK(replacing<instead<v>, run_of<v>>() == "none");
  CHECK(replacing<instead<>, run_of<v>>().substr(0, 40) == "run_differs in 2.0: left entity_missing,");
  CHECK(replacing<instead<create_view<"v", "SELECT 1 AS id">>, run_of<v>>().substr(0, 39) == "run_differs in 2.0: left entity_differs");
  using on_tenants = grant<privileges<"select">, on_table<"tenants">, to_roles<"reader">>;
  using on_app = grant<privileges<"usage">, on_schema<"app">, to_roles<"reader">>;
  CHECK(replacing<instead<on_app, on_tenants>, run_of<on_tenants, on_app>>() == "none");
  CHECK(replacing<instead<on_app>, run_of<on_tenants, on_app>>().substr(0, 42) == "run_differs in 2.0: left privileges_differ");
  CHECK(replacing<instead<on_tenants>, run_of<on_tenants, on_app>>().substr(0, 42) == "run_differs in 2.0: left privileges_differ");
}

TEST_CASE("renames on the way leave no trace, texts of expressions included") {
  CHECK(replacing<instead<create_table<"t", column<"b", integer, check<"b > 0">>>>,
                  run_of<create_table<"t", column<"a", integer>>, rename_column<"t", "a", "b">, add_constraint<"t", check_on<"t_b_check", "b > 0">>>>() == "none");
  CHECK(replacing<instead<create_table<"t", column<"b", integer>, check_on<"k", "b > 0">>>,
                  run_of<create_table<"t", column<"a", integer>, check_on<"k", "a > 0">>, rename_column<"t", "a", "b">>>() == "none");
  CHECK(replacing<instead<create_table<"t", column<"b", integer>, check_on<"k", "b > 1">>>,
                  run_of<create_table<"t", column<"a", integer>, check_on<"k", "a > 0">>, rename_column<"t", "a", "b">>>() ==
        "run_differs in 2.0: left object_differs, table t, object k");
}

TEST_CASE("rows and raw SQL are repeated as they are written, in their order, or it is said why not") {
  using one = execute<"SELECT 1", undo<"">>;
  using two = insert_into<"tenants", columns<"id">, row<2>>;
  CHECK(replacing<instead<one, two>, run_of<one, two>>() == "none");
  CHECK(replacing<instead<execute<"SELECT 1", undo<"SELECT 2">>, steps<two>>, run_of<one, two>>() == "none");
  CHECK(replacing<instead<two, one>, run_of<one, two>>() == "run_not_repeated in 2.0: other revision 1, number 2");
  CHECK(replacing<instead<two>, run_of<one, two>>() == "run_not_repeated in 2.0: other revision 1, number 1");
  CHECK(replacing<instead<one, insert_into<"tenants", columns<"id">, row<3>>>, run_of<one, two>>() == "run_not_repeated in 2.0: other revision 1, number 2");
  CHECK(replacing<revision<"all", revises<"p">, "all", replaces<"r1", "r1", without_data<"they were for a test">>>, run_of<one, two>>() == "none");
}

TEST_CASE("the first fault in the order of the chain is said") {
  using wrong_later = revision<"n", revises<"r3">, "n", drop_column<"users", "nope", loses_data>>;
  CHECK(judged<p, r1, r2, r3, all<create_table<"users", column<"id", bigint, primary_key>>>, wrong_later>() ==
        "run_differs in 4.0: left column_missing, table users, column a");
  CHECK(judged<p, r1, r2, r3, all<users>, wrong_later>() == "no_column in 5.0: table users, column nope");
  CHECK(judged<p, r1, r2, r3, all<users, drop_column<"users", "nope", loses_data>>, next>() == "no_column in 4.2: table users, column nope");
  CHECK(judged<p, r1, r2, r3, revision<"all", revises<"p">, "all", up<replaces<"r1", "r3">, users>, down<>>>() ==
        "down_differs in 4.0 down: left table_over, table users");
}
