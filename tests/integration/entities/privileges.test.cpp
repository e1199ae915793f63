// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

using notes = create_table<"notes", column<"id", bigserial>, column<"title", text>, column<"body", text>>;
using f = create_function<"f", arguments<integer>, returns<integer>, language<"sql">, body<"SELECT 1">>;

TEST_CASE("privileges come, change and go as the model says") {
  CHECK(proved<notes, grant<privileges<"select", "insert">, on_table<"notes">, to_roles<"pg_monitor", "public">>,
               grant<privileges<"select">, on_table<"notes">, to_roles<"pg_monitor">, with_grant_option>,
               grant<privileges<"update", "select">, on_table<"notes">, for_columns<"title", "body">, to_roles<"pg_monitor">>,
               revoke_<privileges<"select">, on_table<"notes">, from_roles<"pg_monitor">, grant_option_alone>,
               grant<privileges<"update">, on_table<"notes">, to_roles<"pg_monitor">>, rename_column<"notes", "title", "select">,
               grant<privileges<"usage">, on_sequence<"notes_id_seq">, to_roles<"pg_monitor">>, rename_table<"notes", "Papers">,
               revoke_<privileges<"select">, on_table<"Papers">, from_roles<"pg_monitor">>, drop_column<"Papers", "body", loses_data>,
               revoke_<privileges<"insert">, on_table<"Papers">, from_roles<"public">>, drop_table<"Papers", loses_data>>() == "");
}
TEST_CASE("privileges on schemas, types and routines are as the model says") {
  CHECK(proved<create_schema<"app">, grant<privileges<"usage">, on_schema<"app", "public">, to_roles<"pg_monitor">>,
               grant<privileges<"create">, on_schema<"app">, to_roles<"pg_monitor">, with_grant_option>, create_enum<"mood", "sad">, create_domain<"mail", text>,
               revoke_<privileges<"usage">, on_type<"mood", "mail">, from_roles<"public">>, grant<privileges<"usage">, on_type<"mood">, to_roles<"pg_monitor">>,
               set_type_schema<"mood", "app">, f, revoke_<privileges<"execute">, on_function<"f", integer>, from_roles<"public">>,
               grant<privileges<"execute">, on_function<"f", integer>, to_roles<"pg_monitor", "pg_signal_backend">>,
               replace_function<"f", arguments<integer>, returns<integer>, language<"sql">, body<"SELECT 2">>, rename_function<"f", "g", integer>,
               drop_function<"g", integer>, drop_type<qualified("app", "mood")>, drop_schema<"app">,
               revoke_<privileges<"usage">, on_schema<"public">, from_roles<"public">>>() == "");
}
TEST_CASE("privileges on all tables of a schema are those of each") {
  CHECK(proved<create_schema<"app">, create_table<qualified("app", "a"), column<"x", integer>>, create_table<qualified("app", "b")>,
               grant<privileges<"select">, on_table<qualified("app", "a")>, to_roles<"pg_monitor">>,
               grant<privileges<"select", "update">, on_all_tables_in<"app">, to_roles<"pg_monitor", "pg_signal_backend">>, create_table<qualified("app", "c")>,
               grant<privileges<"select">, on_table<qualified("app", "a")>, for_columns<"x">, to_roles<"pg_signal_backend">>,
               revoke_<privileges<"select">, on_all_tables_in<"app">, from_roles<"pg_signal_backend">>>() == "");
}
TEST_CASE("privileges on views are as the model says") {
  CHECK(proved<create_table<"t", column<"a", text>>, create_view<"v", "SELECT a FROM t">, grant<privileges<"select">, on_table<"v", "t">, to_roles<"pg_monitor">>,
               grant<privileges<"insert">, on_all_tables_in<"public">, to_roles<"pg_monitor">>, rename_view<"v", "w">,
               revoke_<privileges<"select">, on_table<"w">, from_roles<"pg_monitor">>, drop_view<"w">>() == "");
}
TEST_CASE("an enum that is built anew keeps privileges, and so does what goes and comes with it") {
  CHECK(proved<create_enum<"mood", "sad", "ok">, create_table<"t", column<"m", type_named<"mood">>, column<"sad", boolean, generated<"m = 'sad'">>>,
               grant<privileges<"select">, on_table<"t">, for_columns<"m", "sad">, to_roles<"pg_monitor">>, revoke_<privileges<"usage">, on_type<"mood">, from_roles<"public">>,
               replace_enum<"mood", labels<"ok", "sad">>>() == "");
}
TEST_CASE("a table is created with what its model grants") {
  CHECK(proved<create_table<"t", column<"a", text>, granted<all_privileges, to_roles<"pg_monitor">>,
                            granted<privileges<"select">, for_columns<"a">, to_roles<"public">>>>() == "");
}

TEST_CASE("default privileges are as the model says, and what is created later has them") {
  CHECK(proved<create_schema<"app">, create_table<"before", column<"id", serial>>, grant_by_default<privileges<"select", "insert">, on_tables, to_roles<"pg_monitor", "public">>,
               grant_by_default<privileges<"select", "update">, on_tables, in_schemas<"app", "public">, to_roles<"pg_monitor">, with_grant_option>,
               grant_by_default<privileges<"usage">, on_sequences, to_roles<"pg_monitor">>, create_table<"after", column<"id", serial>, column<"n", bigint, identity>>,
               create_table<qualified("app", "after")>, create_view<"v", "SELECT id FROM after">, create_sequence<"s">, drop_view<"v">, drop_table<"before", loses_data>,
               revoke_<privileges<"insert">, on_table<"after">, from_roles<"public">>, drop_table<"after", loses_data>, drop_table<qualified("app", "after"), loses_data>, drop_schema<"app">>() == "");
  CHECK(proved<grant_by_default<privileges<"usage">, on_schemas, to_roles<"pg_monitor">>, create_schema<"app">, create_enum<"mood", "sad">,
               revoke_by_default<privileges<"execute">, on_functions, from_roles<"public">>, revoke_by_default<privileges<"usage">, on_types, from_roles<"public">>,
               grant_by_default<privileges<"execute">, on_functions, in_schemas<"app">, to_roles<"pg_monitor">>, f, rename_function<"f", "g", integer>,
               create_function<qualified("app", "f"), returns<integer>, language<"sql">, body<"SELECT 1">>, create_domain<"d", text>, create_range<"r", integer>, create_composite<"c", attribute<"a", text>>,
               create_enum<"size", "S", "M">, replace_enum<"size", labels<"M", "S">>, replace_enum<"mood", labels<"sad", "ok">>, grant<privileges<"execute">, on_function<"g", integer>, to_roles<"public">>,
               drop_function<"g", integer>, drop_type<"mood">, drop_type<"size">, grant_by_default<privileges<"execute">, on_functions, to_roles<"public">>, drop_function<qualified("app", "f")>,
               drop_schema<"app">>() == "");
}

TEST_CASE("the server objects to what the model refuses of privileges") {
  CHECK(objection_to<notes, grant<privileges<"usage">, on_table<"notes">, to_roles<"pg_monitor">>>() != "");
  CHECK(objection_to<notes, grant<privileges<"delete">, on_table<"notes">, for_columns<"title">, to_roles<"pg_monitor">>>() != "");
  CHECK(objection_to<notes, grant<privileges<"select">, on_table<"notes">, to_roles<"public">, with_grant_option>>() != "");
  CHECK(objection_to<notes, grant<privileges<"select">, on_table<"notes">, for_columns<"none">, to_roles<"pg_monitor">>>() != "");
  CHECK(objection_to<grant<privileges<"select">, on_schema<"public">, to_roles<"pg_monitor">>>() != "");
  CHECK(objection_to<f, grant<privileges<"execute">, on_function<"f">, to_roles<"pg_monitor">>>() != "");
  CHECK(objection_to<notes, grant<privileges<"select">, on_table<"notes">, to_roles<"no such role">>>() != "");
  CHECK(objection_to<grant_by_default<privileges<"execute">, on_tables, to_roles<"pg_monitor">>>() != "");
  CHECK(objection_to<grant_by_default<privileges<"select">, on_tables, in_schemas<"none such">, to_roles<"pg_monitor">>>() != "");
}
