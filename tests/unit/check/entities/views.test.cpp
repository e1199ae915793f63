// SPDX-License-Identifier: BSL-1.0
#include <skein/check/entities/views.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first;

using tables = first<create_schema<"app">, create_enum<"mood", "ok">, create_table<"users", column<"id", bigint, primary_key>, column<"email", text>, column<"age", integer>>,
                     create_view<"v", "SELECT id, email AS mail FROM users">, create_view<"w", "SELECT * FROM v">>;

TEST_CASE("a view has a name of its own among relations and types") {
  CHECK(after<tables, create_view<"users", "SELECT 1 AS a">>() == "name_taken in 1.0: table users, text table");
  CHECK(after<tables, create_view<"mood", "SELECT 1 AS a">>() == "entity_exists in 1.0: table mood, is type");
  CHECK(after<tables, create_enum<"v", "a">>() == "name_taken in 1.0: table v, is view");
  CHECK(after<tables, create_table<"v">>() == "name_taken in 1.0: table v, is view");
  CHECK(after<tables, create_materialized_view<"v", "SELECT 1 AS a">>() == "name_taken in 1.0: table v, is view");
  CHECK(after<tables, rename_view<"v", "users">>() == "name_taken in 1.0: table users, text table");
  CHECK(after<tables, set_view_schema<"v", "app">, create_view<"v", "SELECT 1 AS a">>() == "none");
  CHECK(after<tables, drop_materialized_view<"v">>().substr(0, 9) == "no_entity");
  CHECK(after<tables, add_column<"v", column<"a", text>>>() == "no_table in 1.0: table v, is view");
}

TEST_CASE("what a view uses stays") {
  CHECK(after<tables, drop_table<"users", loses_data>>() == "table_used in 1.0: table users, used by view v");
  CHECK(after<tables, drop_column<"users", "email", loses_data>>() == "column_used in 1.0: table users, column email, used by view v");
  CHECK(after<tables, alter_type<"users", "id", integer, loses_data>>().substr(0, 11) == "column_used");
  CHECK(after<tables, drop_column<"users", "age", loses_data>>() == "none");
  CHECK(after<tables, drop_view<"v">>() == "entity_used in 1.0: table v, is view, used by view w");
  CHECK(after<tables, drop_view<"w">, drop_view<"v">, drop_table<"users", loses_data>>() == "none");
  CHECK(after<tables, create_view<"x", "SELECT v.nothing FROM v">>() == "unknown_column in 1.0: table x, other table v, is view, text nothing");
  CHECK(after<tables, create_view<"x", "SELECT v.male FROM v">>() == "unknown_column in 1.0: table x, other table v, is view, hint mail, text male");
  CHECK(after<tables, create_view<"x", "SELECT 1 AS a FROM usrs">>() == "unknown_relation in 1.0: table x, is view, hint users, text usrs");
  CHECK(after<tables, replace_view<"w", "SELECT 1::bigint AS id, 'x'::text AS mail">, drop_view<"v">>() == "none");
}

TEST_CASE("a view is replaced by one that begins with its columns") {
  CHECK(after<tables, replace_view<"v", "SELECT id, email AS mail, age FROM users">>() == "view_grows in 1.0: table v, is view");
  CHECK(after<tables, drop_view<"w">, replace_view<"v", "SELECT id, email AS mail, age FROM users">>() == "none");
  CHECK(after<tables, replace_view<"v", "SELECT id FROM users">>() == "view_column_changed in 1.0: table v, column mail, is view");
  CHECK(after<tables, replace_view<"v", "SELECT id, email FROM users">>() == "view_column_changed in 1.0: table v, column mail, is view, hint email");
  CHECK(after<tables, replace_view<"v", "SELECT age AS id, email AS mail FROM users">>() == "view_column_changed in 1.0: table v, column id, is view, type bigint");
  CHECK(after<tables, replace_view<"v", "SELECT id, email FROM users", columns<"id", "mail">>>() == "none");
  CHECK(after<tables, create_view<"x", "SELECT 1, 2", columns<"a", "b", "c">>>() == "too_many_names in 1.0: table x, is view");
  CHECK(after<tables, create_view<"x", "SELECT id, 1 AS id FROM users">>() == "view_column_repeated in 1.0: table x, column id, is view");
}

TEST_CASE("columns of a view are renamed and described, if they are known") {
  CHECK(after<tables, rename_column<"v", "mail", "post">, create_view<"x", "SELECT v.post FROM v">>() == "none");
  CHECK(after<tables, rename_column<"v", "male", "post">>() == "no_column in 1.0: table v, column male, hint mail");
  CHECK(after<tables, create_view<"x", "SELECT 1, 2">, rename_column<"x", "a", "b">>() == "columns_unknown in 1.1: table x, is view");
  CHECK(after<tables, create_view<"x", "SELECT 1, 2", columns<"a", "b">>, rename_column<"x", "a", "c">>() == "none");
  CHECK(after<tables, set_view_option<"v", security_barrier>, reset_view_option<"v", security_barrier>, reset_view_option<"v", security_barrier>>() ==
        "no_setting in 1.2: table v, is view, text security_barrier");
  CHECK(after<tables, set_view_option<"v", security_barrier>, set_view_option<"v", security_barrier>>().substr(0, 9) == "no_effect");
}

TEST_CASE("a materialized view has indexes, and needs one to be refreshed beside its readers") {
  using made = first<create_table<"users", column<"id", bigint, primary_key>>, create_materialized_view<"m", "SELECT id, count(*) AS n FROM users GROUP BY id">>;
  CHECK(after<made, refresh_materialized_view<"m">>() == "none");
  CHECK(after<made, refresh_materialized_view<"m", concurrently>>() == "no_row_key in 1.0: table m, is materialized view");
  CHECK(after<made, create_index<"i", "m", on<"id">, unique, where<"n > 1">>, refresh_materialized_view<"m", concurrently>>().substr(0, 10) == "no_row_key");
  CHECK(after<made, create_index<"i", "m", on<"id">, unique>, refresh_materialized_view<"m", concurrently>, drop_index<"i">>() == "none");
  CHECK(after<made, create_index<"i", "m", on<"ids">>>() == "no_column in 1.0: table m, column ids, hint id");
  CHECK(after<made, create_index<"i", "m", on<"id">>, drop_materialized_view<"m">, create_table<"i">>() == "none");
}

TEST_CASE("what cannot be known of a query is not taken on trust") {
  CHECK(after<tables, create_view<"x", "SELECT id, nothing FROM users">>() == "unknown_column in 1.0: table x, other table users, is view, text nothing");
  CHECK(after<tables, create_view<"x", "SELECT id FROM users WHERE idd > 1">>() == "unknown_column in 1.0: table x, other table users, is view, hint id, text idd");
  CHECK(after<tables, create_view<"x", "SELECT id AS one FROM users ORDER BY one">, create_view<"y", "SELECT count(*) AS n, age AS old FROM users GROUP BY old">>() == "none");
  CHECK(after<tables, create_view<"x", "WITH y AS (SELECT id, email FROM users) SELECT * FROM y">, rename_column<"x", "email", "mail">>() == "none");
  CHECK(after<tables, create_view<"x", "SELECT s.* FROM (SELECT id, age AS years FROM users) s">, create_view<"y", "SELECT years FROM x">>() == "none");
  CHECK(after<tables, create_table<"t">, create_view<"x", "SELECT * FROM t">>() == "star_of_nothing in 1.1: table x, other table t, is view");
  CHECK(after<tables, create_view<"x", "SELECT 1, 2">, replace_view<"x", "SELECT 1 AS a, 2 AS b">>().substr(0, 4) == "none");
  CHECK(after<tables, create_view<"x", "SELECT 1, 2">, create_view<"y", "SELECT 1 AS one FROM x">, replace_view<"x", "SELECT 1, 3">>() == "view_grows in 1.2: table x, is view");
  CHECK(after<tables, replace_view<"v", "SELECT id, 1 FROM users">>() == "columns_unknown in 1.0: table v, is view");
  CHECK(after<tables, replace_view<"v", "SELECT * FROM w">>() == "reads_itself in 1.0: table v, is view");
  CHECK(after<tables, create_view<"x", "SELECT s.id FROM (SELECT * FROM users) s">, rename_column<"users", "age", "years">>() ==
        "column_starred in 1.1: table x, column age, other table users, is view");
}

TEST_CASE("a view has options of its kind, and checks rows only where it writes them") {
  CHECK(after<tables, create_view<"x", "SELECT id FROM users", security_barrier, with_check_option>>() == "none");
  CHECK(after<tables, create_view<"x", "SELECT id FROM users WHERE id IS NOT DISTINCT FROM 1", with_check_option>>() == "none");
  CHECK(after<tables, create_view<"x", "SELECT id FROM users", no_data>>().substr(0, 9) == "malformed");
  CHECK(after<tables, create_view<"x", "SELECT id FROM users", parameter<"fillfactor", "70">>>().substr(0, 9) == "malformed");
  CHECK(after<tables, create_view<"x", "SELECT id FROM users", with_check_option, with_local_check_option>>() == "malformed in 1.0: table x, is view, text says an option twice");
  CHECK(after<tables, create_materialized_view<"x", "SELECT id FROM users", security_barrier>>().substr(0, 9) == "malformed");
  CHECK(after<tables, create_view<"x", "SELECT count(*) AS n, min(id) AS least FROM users", with_check_option>>().substr(0, 9) == "malformed");
  CHECK(after<tables, create_view<"x", "SELECT id FROM users LIMIT 1", with_check_option>>().substr(0, 9) == "malformed");
  CHECK(after<tables, create_view<"x", "SELECT id FROM users UNION ALL SELECT id FROM v", with_check_option>>().substr(0, 9) == "malformed");
  CHECK(after<tables, create_view<"x", "SELECT u.id FROM users u, v", with_check_option>>().substr(0, 9) == "malformed");
  CHECK(after<tables, create_view<"x", "SELECT id::text FROM users", with_check_option>>().substr(0, 9) == "malformed");
  CHECK(after<tables, create_view<"x", "SELECT u.* FROM users u WHERE EXISTS (SELECT 1 FROM v LIMIT 1)", with_check_option>>() == "none");
  CHECK(after<tables, create_view<"x", "SELECT id FROM users">, set_view_option<"x", with_check_option>, replace_view<"x", "SELECT id FROM users LIMIT 1">>() == "none");
  CHECK(after<tables, create_view<"x", "SELECT id FROM users LIMIT 1">, set_view_option<"x", with_check_option>>().substr(0, 9) == "malformed");
}

TEST_CASE("a materialized view has data, or none until it is refreshed") {
  using made = first<create_table<"users", column<"id", bigint>>, create_materialized_view<"m", "SELECT id FROM users", no_data>, create_index<"i", "m", on<"id">, unique>>;
  CHECK(after<made, refresh_materialized_view<"m">, refresh_materialized_view<"m", concurrently>, refresh_materialized_view<"m", no_data>>() == "none");
  CHECK(after<made, refresh_materialized_view<"m", concurrently>>().substr(0, 9) == "malformed");
  CHECK(after<made, refresh_materialized_view<"m", no_data>>().substr(0, 9) == "no_effect");
  CHECK(after<made, create_view<"v", "SELECT id FROM m">, create_materialized_view<"n", "SELECT id FROM v">>() ==
        "malformed in 1.1: table n, column m, is materialized view, text reads a materialized view that has no data yet; refresh that before:");
  CHECK(after<made, create_view<"v", "SELECT id FROM m">, refresh_materialized_view<"m">, create_materialized_view<"n", "SELECT id FROM v">>() == "none");
  CHECK(after<made, create_rule<"r", "m", "DELETE", "DO INSTEAD NOTHING">>().substr(0, 9) == "malformed");
}

TEST_CASE("a function takes rows of a view, and holds it") {
  using made = first<create_table<"users", column<"id", bigint>>, create_view<"v", "SELECT id FROM users">,
                     create_function<"f", arguments<in<"row", type_named<"v">>>, returns<bigint>, language<"sql">, body<"SELECT 1::bigint">>>;
  CHECK(after<made, drop_view<"v">>() == "entity_used in 1.0: table v, is view, used by function f");
  CHECK(after<made, rename_view<"v", "w">, drop_function<"f", type_named<"w">>, drop_view<"w">>() == "none");
}

TEST_CASE("a view's model says the query and the columns that the history leads to") {
  using made = first<create_table<"users", column<"id", bigint>, column<"email", text>>, create_view<"v", "SELECT id, email FROM users", security_barrier>,
                     create_materialized_view<"m", "SELECT id FROM v">, create_index<"ix", "m", on<"id">>, rename_column<"users", "email", "mail">>;
  struct users : table<"users", column<"id", bigint>, column<"mail", text>> {};
  struct v : view<"v", "SELECT id,\n  mail AS email\nFROM users", security_barrier> {};
  struct m : materialized_view<"m", "SELECT id FROM v", indexed<"ix", on<"id">>> {};
  CHECK(compared<made, users, v, m>() == "none");
  struct other : view<"v", "SELECT id, mail FROM users", security_barrier> {};
  struct open : view<"v", "SELECT id, mail AS email FROM users"> {};
  struct bare : materialized_view<"m", "SELECT id FROM v"> {};
  CHECK(compared<made, users, other, m>() == "model_entity_differs: table v, is view");
  CHECK(compared<made, users, open, m>() == "model_entity_differs: table v, is view");
  CHECK(compared<made, users, v, bare>().substr(0, 18) == "model_object_extra");
  CHECK(compared<made, users, v>() == "entity_without_model: table m, is materialized view");
}

TEST_CASE("a written down restores views") {
  CHECK(test::judged<tables, revision<"b", revises<"a">, "x", up<drop_view<"w">>, down<create_view<"w", "SELECT * FROM v">>>>() == "none");
  CHECK(test::judged<tables, revision<"b", revises<"a">, "x", up<drop_view<"w">>, down<create_view<"w", "SELECT id, mail FROM v">>>>().substr(0, 12) == "down_differs");
  CHECK(test::judged<tables, revision<"b", revises<"a">, "x", up<rename_column<"users", "email", "post">, drop_view<"w">>,
                                  down<rename_column<"users", "post", "email">, create_view<"w", "SELECT * FROM v">>>>() == "none");
}

template <class Left, class Right>
std::string merged() {
  using left = revision<"l", revises<"a">, "left", Left>;
  using right = revision<"r", revises<"a">, "right", Right>;
  return test::judged<tables, left, right, revision<"m", revises<"l", "r">, "merge">>().substr(0, 8);
}

TEST_CASE("branches do not change what a view of the other one uses") {
  CHECK(merged<create_view<"x", "SELECT id FROM users">, add_column<"users", column<"later", text>>>() == "none");
  CHECK(merged<create_view<"x", "SELECT * FROM users">, add_column<"users", column<"later", text>>>() == "conflict");
  CHECK(merged<create_view<"x", "SELECT later FROM users, v">, add_column<"users", column<"later", text>>>() == "unknown_");
  CHECK(merged<create_view<"x", "SELECT u.age FROM users u">, rename_column<"users", "age", "years">>() == "conflict");
  CHECK(merged<create_view<"x", "SELECT id FROM users">, rename_column<"users", "age", "years">>() == "none");
  CHECK(merged<create_view<"x", "SELECT age FROM users">, drop_column<"users", "age", loses_data>>() == "conflict");
  CHECK(merged<create_view<"x", "SELECT 1 AS one FROM v">, replace_view<"v", "SELECT id, email AS mail FROM users WHERE age > 1">>() == "conflict");
  CHECK(merged<create_view<"x", "SELECT id FROM users">, create_view<"y", "SELECT email FROM users">>() == "none");
}

}  // namespace
