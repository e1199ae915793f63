// SPDX-License-Identifier: BSL-1.0
#include <skein/check/rows/rows.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::first, test::judged, test::second, test::third;

// clang-format off
using start = first<
    create_table<"roles", column<"id", integer, primary_key>, column<"name", varchar<8>, not_null, unique>, column<"rank", smallint>,
                 column<"admin", boolean, not_null, default_<"false">>, column<"loud", text, generated<"upper(name)">>>,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"role", integer, references<"roles">>, column<"data", json>,
                 column<"tags", array<text>>>>;
// clang-format on
template <class... Part>
using into_roles = insert_into<"roles", columns<"id", "name">, Part...>;

inline constexpr cell many[][2]{{1, "a"}, {2, "b"}, {3, "a"}};

TEST_CASE("rows go into columns that exist, each named once, a value for each") {
  CHECK(after<start, into_roles<row<1, "admin">, row<2, "reader">>>() == "none");
  CHECK(after<start, insert_into<"role", columns<"id">, row<1>>>() == "no_table in 1.0: table role, hint roles");
  CHECK(after<start, insert_into<"roles", columns<"id", "nam">, row<1, "x">>>() == "no_column in 1.0: table roles, column nam, hint name");
  CHECK(after<start, insert_into<"roles", columns<"id", "name", "id">, row<1, "x", 1>>>() == "named_twice in 1.0: table roles, column id");
  CHECK(after<start, into_roles<row<1, "a">, row<2>>>() == "value_count in 1.0: table roles, row 2, number 1, of id, of name");
  CHECK(after<start, into_roles<row<1, "a", 3>>>() == "value_count in 1.0: table roles, row 1, number 3, of id, of name");
  CHECK(after<start, insert_into<"roles", columns<"id">, row<1>>>() == "value_missing in 1.0: table roles, column name");
  CHECK(after<start, insert_into<"roles", columns<"name">, row<"x">>>() == "value_missing in 1.0: table roles, column id");
}

TEST_CASE("values are of their columns' types") {
  CHECK(after<start, into_roles<row<2147483648, "a">>>() == "value_range in 1.0: table roles, column id, row 1, type integer");
  CHECK(after<start, into_roles<row<"1", "a">>>() == "none");
  CHECK(after<start, into_roles<row<"one", "a">>>() == "value_malformed in 1.0: table roles, column id, row 1, type integer");
  CHECK(after<start, into_roles<row<true, "a">>>() == "value_kind in 1.0: table roles, column id, row 1, type integer");
  CHECK(after<start, into_roles<row<1, 1>>>() == "value_kind in 1.0: table roles, column name, row 1, type varchar");
  CHECK(after<start, into_roles<row<1, "12345678  ">>>() == "none");
  CHECK(after<start, into_roles<row<1, "ä2345678">>>() == "none");
  CHECK(after<start, into_roles<row<1, "x">, row<2, "123456789">>>() == "value_length in 1.0: table roles, column name, row 2, type varchar");
  CHECK(after<start, into_roles<row<1, expression("lower('X')")>>>() == "none");
  CHECK(after<start, insert_into<"users", columns<"tags">, row<7>, loses_data>>() == "value_kind in 1.0: table users, column tags, row 1, type text");
  CHECK(after<start, insert_into<"users", columns<"tags">, row<"{a,b}">, loses_data>>() == "none");
  CHECK(after<start, insert_into<"users", columns<"tags">, row<"a,b">, loses_data>>() ==
        "value_malformed in 1.0: table users, column tags, row 1, type text");
}

TEST_CASE("an enum takes its labels, and no new one in the transaction that adds it") {
  using moods = first<create_enum<"mood", "happy", "sad">, create_table<"t", column<"id", integer, primary_key>, column<"m", type_named<"mood">>>>;
  CHECK(after<moods, insert_into<"t", columns<"id", "m">, row<1, "sad">>>() == "none");
  CHECK(after<moods, insert_into<"t", columns<"id", "m">, row<1, "sadd">>>() == "value_malformed in 1.0: table t, column m, row 1, type ");
  CHECK(after<moods, insert_into<"t", columns<"id", "m">, row<1, 2>>>() == "value_kind in 1.0: table t, column m, row 1, type ");
  CHECK(after<moods, add_value<"mood", "glad">, insert_into<"t", columns<"id", "m">, row<1, "glad">>>() ==
        "label_too_new in 1.1: table t, column m, row 1, type ");
  CHECK(judged<moods, second<add_value<"mood", "glad">>, third<insert_into<"t", columns<"id", "m">, row<1, "glad">>>>() == "none");
  CHECK(after<moods, outside_transaction, add_value<"mood", "glad">, insert_into<"t", columns<"id", "m">, row<1, "glad">>>() == "none");
}

TEST_CASE("NULL and DEFAULT stand where they may") {
  CHECK(after<start, into_roles<row<1, nullptr>>>() == "value_null in 1.0: table roles, column name, row 1, type varchar");
  CHECK(after<start, into_roles<row<default_value, "a">>>() == "value_null in 1.0: table roles, column id, row 1, type integer");
  CHECK(after<start, insert_into<"roles", columns<"id", "name", "rank", "admin">, row<1, "a", nullptr, default_value>>>() == "none");
  CHECK(after<start, insert_into<"roles", columns<"id", "name", "admin">, row<1, "a", nullptr>>>() ==
        "value_null in 1.0: table roles, column admin, row 1, type boolean");
}

TEST_CASE("what PostgreSQL computes is not written") {
  CHECK(after<start, insert_into<"roles", columns<"id", "name", "loud">, row<1, "a", "A">>>() == "computed_column in 1.0: table roles, column loud");
  CHECK(after<start, insert_into<"users", columns<"id">, row<1>>>() == "computed_column in 1.0: table users, column id");
  CHECK(after<start, insert_into<"users", columns<"id">, row<1>, overriding_system_value>>() == "none");
  CHECK(after<start, update_rows<"roles", set<"loud", "A">, undo<"">>>() == "computed_column in 1.0: table roles, column loud");
  CHECK(after<start, update_rows<"users", set<"id", 7>, undo<"">>>() == "computed_column in 1.0: table users, column id");
  CHECK(after<start, update_rows<"users", set<"id", default_value>, undo<"">>>() == "none");
}

TEST_CASE("a key is given once") {
  CHECK(after<start, into_roles<row<1, "a">, row<1, "b">>>() == "repeated_row in 1.0: table roles, object roles_pkey, row 2, number 1");
  CHECK(after<start, into_roles<rows_of<many>>>() == "repeated_row in 1.0: table roles, object roles_name_key, row 3, number 1");
  // What is rounded is not found again.
  using rounded = steps<create_table<"t", column<"a", numeric<4, 1>, unique>>>;
  CHECK(test::judged<start, second<rounded>, third<insert_into<"t", columns<"a">, row<0.5>, row<2>, row<"1.5">>>>() == "none");
  CHECK(test::judged<start, second<create_table<"t", column<"a", numeric<10, 2>, unique>>>, third<insert_into<"t", columns<"a">, row<0.29>, row<0>>>>() == "none");
  CHECK(test::judged<start, second<rounded>, third<insert_into<"t", columns<"a">, row<0.25>>>>().substr(0, 17) == "rows_without_undo");
  CHECK(test::judged<start, second<rounded>, third<insert_into<"t", columns<"a">, row<"0.25">>>>().substr(0, 17) == "rows_without_undo");
  // A default that calls no function is the same in both.
  using defaults = steps<create_table<"t", column<"a", integer, primary_key, default_<"(1) + 2">>, column<"b", integer, unique, default_<"abs (1)">>, column<"c", integer>>>;
  CHECK(after<start, defaults, insert_into<"t", columns<"b">, row<1>, row<2>, on_conflict<on<"a">, do_update<"c">>, undo<"">>>() ==
        "repeated_row in 1.1: table t, object t_pkey, row 2, number 1");
  CHECK(after<start, defaults, insert_into<"t", columns<"a", "c">, row<default_value, 1>, row<default_value, 2>>>().substr(0, 12) == "repeated_row");
  CHECK(after<start, defaults, insert_into<"t", columns<"a">, row<1>, row<2>>>() == "none");
  CHECK(after<start, defaults, insert_into<"t", columns<"b">, row<1>, row<2>, on_conflict<on<"a">, do_nothing>, undo<"">>>() == "none");
  CHECK(after<start, into_roles<row<9, "b">, rows_of<many>>>() == "repeated_row in 1.0: table roles, object roles_name_key, row 3, number 1");
  CHECK(after<start, into_roles<rows_of<many>, on_conflict<do_nothing>, undo<"">>>() == "none");
  CHECK(after<start, into_roles<rows_of<many>, on_conflict<on<"name">, do_nothing>, undo<"">>>() == "none");
  CHECK(after<start, into_roles<rows_of<many>, on_conflict<on<"id">, do_nothing>, undo<"">>>() ==
        "repeated_row in 1.0: table roles, object roles_name_key, row 3, number 1");
  CHECK(after<start, into_roles<rows_of<many>, on_conflict<on<"name">, do_update<"id">>, undo<"">>>() ==
        "repeated_row in 1.0: table roles, object roles_name_key, row 3, number 1");
  CHECK(after<start, insert_into<"roles", columns<"id", "name">, row<1, expression("md5('a')")>, row<2, expression("md5('a')")>>>() == "none");
  using keyed = first<create_table<"t", column<"a", integer>, column<"b", integer>, unique_on<"a", "b">>>;
  CHECK(after<keyed, insert_into<"t", columns<"a", "b">, row<1, nullptr>, row<1, nullptr>, undo<"">>>() == "none");
  using same_nulls = first<create_table<"t", column<"a", integer>, column<"b", integer>, constraint<"uq", unique_on<"a", "b">, nulls_not_distinct>>>;
  CHECK(after<same_nulls, insert_into<"t", columns<"a", "b">, row<1, nullptr>, row<1, nullptr>, undo<"">>>() ==
        "repeated_row in 1.0: table t, object uq, row 2, number 1");
}

TEST_CASE("on_conflict names a key") {
  CHECK(after<start, into_roles<row<1, "a">, on_conflict<on<"id">, do_update<>>, undo<"">>>() == "none");
  CHECK(after<start, into_roles<row<1, "a">, on_conflict<on<"rank">, do_nothing>, undo<"">>>() == "no_conflict_key in 1.0: table roles, of rank");
  CHECK(after<start, into_roles<row<1, "a">, on_conflict<on<"id", "name">, do_nothing>, undo<"">>>() ==
        "no_conflict_key in 1.0: table roles, of id, of name");
  CHECK(after<start, into_roles<row<1, "a">, on_conflict<on<"id">, do_update<"nme">>, undo<"">>>() ==
        "no_column in 1.0: table roles, column nme, hint name");
  CHECK(after<start, into_roles<row<1, "a">, on_conflict<on<"id">, do_update<"loud">>, undo<"">>>() == "computed_column in 1.0: table roles, column loud");
  CHECK(after<start, create_index<"partial", "roles", on<"rank">, unique, where<"admin">>,
              into_roles<row<1, "a">, on_conflict<on<"rank">, do_nothing>, undo<"">>>() == "no_conflict_key in 1.1: table roles, of rank");
  CHECK(after<start, add_constraint<"roles", constraint<"later", unique_on<"id">, deferrable>>, into_roles<row<1, "a">, on_conflict<on<"id">, do_nothing>, undo<"">>>() ==
        "no_conflict_key in 1.1: table roles, object later, of id");
  CHECK(after<start, create_index<"whole", "roles", on<"rank">, unique>,
              into_roles<row<1, "a">, on_conflict<on<"rank">, do_nothing>, undo<"">>>() == "none");
  CHECK(after<start, add_constraint<"roles", constraint<"late", unique_on<"rank">, deferrable>>,
              into_roles<row<1, "a">, on_conflict<on<"rank">, do_nothing>, undo<"">>>() == "no_conflict_key in 1.1: table roles, of rank");
  CHECK(after<start, add_constraint<"roles", constraint<"late", unique_on<"rank">, deferrable>>,
              into_roles<row<1, "a">, on_conflict<do_nothing>, undo<"">>>() == "no_conflict_key in 1.1: table roles, object late");
  using only_key = first<create_table<"t", column<"a", integer, primary_key>>>;
  CHECK(after<only_key, insert_into<"t", columns<"a">, row<1>, on_conflict<on<"a">, do_update<>>, undo<"">>>() == "nothing_to_update in 1.0: table t");
}

TEST_CASE("expressions use columns of the table, those of an insert none") {
  CHECK(after<start, update_rows<"roles", set<"rank", expression("rank + length(name)")>, where<"NOT admin AND roles.id > 3">, undo<"">>>() == "none");
  CHECK(after<start, update_rows<"roles", set<"rank", expression("ranc + 1")>, undo<"">>>() ==
        "unknown_identifier in 1.0: table roles, hint rank, text ranc");
  CHECK(after<start, update_rows<"roles", set<"rank", 1>, where<"nmae = 'x'">, undo<"">>>() ==
        "unknown_identifier in 1.0: table roles, hint name, text nmae");
  CHECK(after<start, delete_from<"roles", where<"idd = 1">, loses_data>>() == "unknown_identifier in 1.0: table roles, hint id, text idd");
  CHECK(after<start, delete_from<"roles", where<"ctid = '(0,1)' AND xmin IS NOT NULL">, loses_data>>() == "none");
  CHECK(after<start, delete_from<"roles", where<"id IN (SELECT role FROM users)">, loses_data>>() == "none");
  CHECK(after<start, into_roles<row<1, expression("upper(name)")>>>() == "value_uses_column in 1.0: table roles, column name, text name");
  CHECK(after<start, into_roles<row<1, expression("(SELECT name FROM roles LIMIT 1)")>>>() == "none");
}

TEST_CASE("the way back is derived or said") {
  CHECK(after<start, into_roles<row<1, expression("md5('a')")>>>() == "none");  // by the primary key
  CHECK(after<start, insert_into<"users", columns<"role">, row<1>>>() == "rows_without_undo in 1.0: table users");
  CHECK(after<start, insert_into<"users", columns<"role">, row<1>, undo<"DELETE FROM users WHERE role = 1">>>() == "none");
  CHECK(after<start, insert_into<"users", columns<"role">, row<1>, loses_data>>() == "none");
  CHECK(after<start, insert_into<"users", columns<"role">, row<1>, irreversible<"why">>>() == "none");
  CHECK(judged<start, revision<"b", revises<"a">, "", up<insert_into<"users", columns<"role">, row<1>>>, down<>>>() == "none");
  CHECK(after<start, loses_data, insert_into<"users", columns<"role">, row<1>>>() == "none");
  CHECK(after<start, into_roles<row<1, "a">, on_conflict<do_nothing>>>() == "rows_without_undo in 1.0: table roles");
  CHECK(after<start, update_rows<"roles", set<"rank", 1>>>() == "rows_without_undo in 1.0: table roles");
  CHECK(after<start, delete_from<"roles", where<"admin">>>() == "rows_without_undo in 1.0: table roles");
  CHECK(after<start, delete_from<"roles", columns<"id">, row<1>>>() == "rows_without_undo in 1.0: table roles");
  CHECK(after<start, delete_from<"roles", columns<"id", "name", "rank", "admin">, row<1, "a", nullptr, true>>>() == "none");
  CHECK(after<start, truncate_table<"users">>() == "rows_without_undo in 1.0: table users");
  using dated = first<create_table<"t", column<"day", date, primary_key>>>;
  CHECK(after<dated, insert_into<"t", columns<"day">, row<"2024-02-29">>>() == "none");
  CHECK(after<dated, insert_into<"t", columns<"day">, row<"today">>>() == "rows_without_undo in 1.0: table t");
}

TEST_CASE("what the revision itself creates needs no way back") {
  CHECK(judged<first<create_table<"t", column<"a", integer>>, insert_into<"t", columns<"a">, row<1>>, update_rows<"t", set<"a", 2>>, truncate_table<"t">>>() ==
        "none");
  CHECK(after<start, add_column<"roles", column<"bio", text>>, update_rows<"roles", set<"bio", "">>, set_not_null<"roles", "bio">>() == "none");
  CHECK(after<start, add_column<"roles", column<"bio", text>>, update_rows<"roles", set<"bio", "">, set<"rank", 1>>>() ==
        "rows_without_undo in 1.1: table roles");
  CHECK(judged<start, second<add_column<"roles", column<"bio", text>>>, third<update_rows<"roles", set<"bio", "">>>>() ==
        "rows_without_undo in 2.0: table roles");
}

TEST_CASE("rows to delete are given by values that can be compared") {
  CHECK(after<start, delete_from<"users", columns<"data">, row<"{}">, loses_data>>() == "not_comparable in 1.0: table users, column data, row 1, type json");
  CHECK(after<start, delete_from<"users", columns<"data">, row<nullptr>, loses_data>>() == "none");
  CHECK(after<start, delete_from<"roles", columns<"rank">, row<default_value>, loses_data>>() ==
        "value_kind in 1.0: table roles, column rank, row 1, type smallint");
  CHECK(after<start, delete_from<"roles", columns<"rank">, row<40000>, loses_data>>() == "value_range in 1.0: table roles, column rank, row 1, type smallint");
}

TEST_CASE("a new column has a value for the rows that the history has put into its table") {
  using filled = first<create_table<"t", column<"id", integer, primary_key>>, insert_into<"t", columns<"id">, row<1>>>;
  CHECK(after<filled, add_column<"t", column<"a", text, not_null>>>() == "rows_without_value in 1.0: table t, column a");
  CHECK(after<filled, add_column<"t", column<"a", text>>, add_column<"t", column<"b", text, not_null, default_<"''">>>,
              add_column<"t", column<"c", bigint, identity>>, add_column<"t", column<"d", serial>>>() == "none");
  CHECK(after<filled, add_column<"t", column<"a", text>>, update_rows<"t", set<"a", "x">>, set_not_null<"t", "a">>() == "none");
  CHECK(after<filled, delete_from<"t", where<"true">, loses_data>, add_column<"t", column<"a", text, not_null>>>() == "none");
  CHECK(after<filled, truncate_table<"t", loses_data>, add_column<"t", column<"a", text, not_null>>>() == "none");
  CHECK(after<filled, execute<"DELETE FROM t", undo<"">>, add_column<"t", column<"a", text, not_null>>>() == "none");
  CHECK(after<start, insert_into<"roles", columns<"id", "name">, row<1, "a">>, add_column<"users", column<"a", text, not_null>>>() == "none");
}

TEST_CASE("a table that another one references is not truncated alone") {
  CHECK(after<start, truncate_table<"roles", loses_data>>() == "truncated_reference in 1.0: table roles, object users_role_fkey, other table users");
  CHECK(after<start, truncate_table<"roles", cascade, loses_data>>() == "none");
  CHECK(after<start, truncate_table<"roles", together_with<"users">, restart_identity, loses_data>>() == "none");
  CHECK(after<start, truncate_table<"users", loses_data>>() == "none");
  CHECK(after<start, truncate_table<"users", together_with<"role">, loses_data>>() == "no_table in 1.0: table role, hint roles");
}

TEST_CASE("an undo runs inside the revision's transaction") {
  CHECK(after<start, update_rows<"roles", set<"rank", 1>, undo<"COMMIT">>>() == "ends_transaction in 1.0: text COMMIT");
}

TEST_CASE("a written down may change rows, and is checked") {
  CHECK(judged<start, revision<"b", revises<"a">, "", up<into_roles<row<1, "a">>>, down<delete_from<"roles", columns<"id">, row<1>>>>>() == "none");
  CHECK(judged<start, revision<"b", revises<"a">, "", up<into_roles<row<1, "a">>>, down<delete_from<"roles", columns<"i">, row<1>>>>>() ==
        "no_column in 1.0 down: table roles, column i, hint id");
}

}  // namespace
