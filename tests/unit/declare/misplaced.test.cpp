// SPDX-License-Identifier: BSL-1.0
#include <skein/declare/misplaced.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after;
using test::compared;
using test::first;
using test::judged;
using test::second;

struct app_type {};
using t = first<create_table<"t", column<"a", bigint>, column<"b", text>>>;

TEST_CASE("what is no type of PostgreSQL is known by its name") {
  CHECK(after<t, add_column<"t", column<"c", int>>>() == "misplaced in 1.0: table t, column c, type int");
  CHECK(after<t, alter_type<"t", "b", app_type>>() == "misplaced in 1.0: table t, column b, type app_type");
  CHECK(after<t, add_column<"t", column<"c", array<not_null>>>>() == "misplaced in 1.0: table t, column c, type not_null");
  CHECK(after<t, add_column<"t", column<"c", bigserial>>>() == "none");
  CHECK(compared<t, table<"t", column<"a", float>, column<"b", text>>>() == "model_misplaced: table t, column a, type float");
}

TEST_CASE("what is no step, or no member of a table, comes in the order of the steps") {
  CHECK(after<t, column<"c", bigint>>().starts_with("misplaced in 1.0: text a member of a table is no step; write it inside create_table"));
  CHECK(after<t, drop_column<"t", "x", loses_data>, not_null>() == "no_column in 1.0: table t, column x");
  CHECK(after<t, up<>, down<not_null>>().starts_with("misplaced in 1.0 down: text an option of a column is no step"));
  CHECK(after<t, create_table<"u", column<"c", bigint>, drop_table<"t">>>().starts_with("misplaced in 1.0: table u, text a step is no member"));
  CHECK(after<t, create_table<"u", identity>>().starts_with("misplaced in 1.0: table u, text an option of a column is no member"));
  CHECK(after<t, table<"u", column<"c", bigint>>>() ==
        "misplaced in 1.0: text a model is no step; write it inside models<...>, and among the steps what creates it");
  CHECK(after<t, create_table<"u", bigint>>().starts_with("misplaced in 1.0: table u, text a type is no member of a table"));
  CHECK(after<t, owner<"app">>().starts_with("misplaced in 1.0: text a member of a table is no step"));
  CHECK(after<t, create_table<"u", set_owner<"t", "app">>>().starts_with("misplaced in 1.0: table u, text a step is no member"));
  CHECK(after<t, add_column<"t", unlogged>>().starts_with("misplaced in 1.0: text this step takes no property of a table"));
  CHECK(after<t, concurrently>().starts_with("misplaced in 1.0: text an option of a step is no step"));
  CHECK(after<t, create_table<"u", column<"c", bigint>, where<"c > 0">>>().starts_with(
      "misplaced in 1.0: table u, text an option of a constraint or an index is no member"));
  CHECK(after<t, start<3>>().starts_with("misplaced in 1.0: text an option of an identity is no step"));
  CHECK(compared<t, table<"t", column<"a", bigint>, column<"b", text>, not_null>>().starts_with(
      "model_misplaced: table t, text an option of a column is no member"));
}

TEST_CASE("a step takes what its name says") {
  CHECK(after<t, add_column<"t", unique_on<"a">>>() == "misplaced in 1.0: text this step takes no constraint; write add_constraint<...> for it");
  CHECK(after<t, add_column<"t", drop_table<"t">>>().starts_with("misplaced in 1.0: text a step is no member of a table"));
  CHECK(after<t, add_constraint<"t", column<"c", bigint>>>() == "misplaced in 1.0: text this step takes no column; write add_column<...> for it");
  CHECK(after<t, add_constraint<"t", indexed<"ix", on<"a">>>>() == "misplaced in 1.0: text this step takes no index; write create_index<...> for it");
  CHECK(after<t, set_parameters<"t", comment<"x">>>() == "misplaced in 1.0: text this step takes no comment; write comment_on_table<...> for it");
  CHECK(after<t, set_parameters<"t", parameter<"fillfactor", "70">>>() == "none");
  CHECK(after<t, add_identity<"t", "a", not_null>>() ==
        "misplaced in 1.0: text not_null is no option of this step; write it behind the type of a column");
}

TEST_CASE("an option belongs to its declaration") {
  CHECK(after<t, drop_table<"t", cascade>>() ==
        "misplaced in 1.0: text cascade is no option of this step; write it inside on_delete<...> or on_update<...>");
  CHECK(after<t, add_column<"t", column<"c", bigint, int>>>() == "misplaced in 1.0: table t, column c, text int is no option of a column; remove it");
  CHECK(after<t, add_column<"t", column<"c", bigint, deferrable>>>() ==
        "misplaced in 1.0: table t, column c, text deferrable is no option of a column; write it inside references<...>, "
        "foreign_key<...> or constraint<...>");
  CHECK(after<t, add_column<"t", column<"c", bigint, constraint<"fk", references<"t", "a">, cascade>>>>() ==
        "misplaced in 1.0: table t, column c, text cascade is no option of a constraint; write it inside on_delete<...> or on_update<...>");
  CHECK(compared<first<create_table<"t", column<"a", bigint, primary_key>, foreign_key<on<"a">, to<"t">>>>,
                 table<"t", column<"a", bigint, primary_key>, foreign_key<on<"a">, to<"t">, set_null>>>() ==
        "model_misplaced: table t, text set_null is no option of a constraint; write it inside on_delete<...> or on_update<...>");
}

TEST_CASE("an option of an index, of its step and of its constraint are three things") {
  CHECK(after<t, create_index<"ix", "t", on<"a">, unique, where<"a > 0">>>() == "none");
  CHECK(after<t, outside_transaction, create_index<"ix", "t", on<"a">, concurrently>>() == "none");
  CHECK(after<t, create_index<"ix", "t", on<"a">, deferrable>>() ==
        "misplaced in 1.0: text deferrable is no option of this step; write it inside references<...>, foreign_key<...> or constraint<...>");
  CHECK(after<t, create_table<"u", column<"a", bigint>, indexed<"ix", on<"a">, concurrently>>>() ==
        "misplaced in 1.0: text concurrently is no option of an index; write it behind the arguments of a step that takes it");
  CHECK(compared<first<create_table<"t", column<"a", bigint>, indexed<"ix", on<"a">>>>,
                 table<"t", column<"a", bigint>, indexed<"ix", on<"a">, not_null>>>() ==
        "model_misplaced: table t, text not_null is no option of an index; write it behind the type of a column");
  CHECK(after<t, add_constraint<"t", exclude_on<"ex", on<with("a", "=")>, method<"hash">, deferrable, where<"a > 0">>>>() == "none");
  CHECK(after<t, add_constraint<"t", exclude_on<"ex", on<with("a", "=")>, concurrently>>>() ==
        "misplaced in 1.0: table t, text concurrently is no option of a constraint; write it behind the arguments of a step that takes it");
}

TEST_CASE("an alter_type takes a collation and no other option of a column") {
  CHECK(after<t, alter_type<"t", "b", varchar<>, collate<"C">>>() == "none");
  CHECK(after<t, alter_type<"t", "b", varchar<>, not_null>>() ==
        "misplaced in 1.0: text not_null is no option of this step; write it behind the type of a column");
}

TEST_CASE("the effects of raw SQL are looked into") {
  CHECK(after<t, execute<"x", undo<"y">, effects<add_column<"t", column<"c", app_type>>>>>() ==
        "misplaced in 1.0: table t, column c, type app_type");
  CHECK(after<t, execute<"x", undo<"y">, effects<column<"c", bigint>>>>().starts_with("misplaced in 1.0: text a member of a table is no step"));
}

TEST_CASE("of several faults the first one counts, in a branch too") {
  CHECK(judged<t, second<add_column<"t", unique_on<"a">>>, test::third<drop_table<"x", loses_data>>>().starts_with("misplaced in 1.0"));
}

}  // namespace
