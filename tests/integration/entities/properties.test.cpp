// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

using notes = create_table<"notes", column<"id", bigserial>, column<"title", text, not_null>, column<"body", text>,
                           column<"n", bigint, identity>, indexed<"ix", on<"title">, unique>,
                           indexed<"part", on<"title">, unique, where<"id > 7">>>;

TEST_CASE("owners are as the model says, and come back") {
  CHECK(proved<notes, set_owner<"notes", "pg_monitor">, rename_table<"notes", "Papers">,
               set_owner<"Papers", "pg_signal_backend">, set_owner<"Papers", "current_user">,
               set_owner<"Papers", "pg_monitor">, drop_column<"Papers", "n", loses_data>,
               add_column<"Papers", column<"m", serial>>,
               grant<privileges<"select">, on_table<"Papers">, to_roles<"pg_signal_backend">>,
               drop_table<"Papers", loses_data>>() == "");
  CHECK(proved<create_schema<"app">, set_schema_owner<"app", "pg_monitor">, create_enum<"mood", "sad">,
               set_type_owner<"mood", "pg_monitor">, set_type_schema<"mood", "app">, create_domain<"mail", text>,
               set_type_owner<"mail", "pg_monitor">, create_composite<"pair", attribute<"a", text>>,
               set_type_owner<"pair", "pg_monitor">,
               create_function<"f", arguments<integer>, returns<integer>, language<"sql">, body<"SELECT 1">>,
               set_function_owner<"f", "pg_monitor", integer>,
               replace_function<"f", arguments<integer>, returns<integer>, language<"sql">, body<"SELECT 2">>,
               create_procedure<"p", language<"sql">, body<"SELECT 1">>, set_procedure_owner<"p", "pg_monitor">,
               create_table<"t", column<"a", text>>, create_view<"v", "SELECT a FROM t">, set_owner<"v", "pg_monitor">,
               create_materialized_view<"m", "SELECT a FROM t">, set_owner<"m", "pg_monitor">, rename_view<"v", "w">,
               drop_view<"w">, drop_function<"f", integer>, drop_procedure<"p">, drop_type<qualified("app", "mood")>,
               drop_type<"mail">, drop_type<"pair">, drop_schema<"app">>() == "");
  CHECK(proved<create_table<"t", column<"a", text>, owner<"pg_monitor">>, drop_table<"t", loses_data>>() == "");
}
TEST_CASE("schemas have comments") {
  CHECK(proved<create_schema<"app">, comment_on_schema<"app", "of the app">, comment_on_schema<"app", "it's">,
               comment_on_schema<"app", "">, comment_on_schema<"app", "last">, drop_schema<"app">>() == "");
}
TEST_CASE("a sequence that a column owns belongs to whom its table does") {
  CHECK(proved<create_table<"t", column<"id", bigint>>, create_sequence<"s">, set_sequence_owner<"s", "pg_monitor">,
               set_owner<"t", "pg_monitor">, alter_sequence<"s", owned_by<"t", "id">>,
               set_owner<"t", "pg_signal_backend">, alter_sequence<"s", owned_by<>>,
               set_sequence_owner<"s", "current_user">, set_owner<"t", "current_user">,
               alter_sequence<"s", owned_by<"t", "id">>, set_owner<"t", "pg_monitor">, drop_table<"t", loses_data>>() ==
        "");
}
TEST_CASE("a sequence comes back to a column of a table that belongs to a role") {
  CHECK(proved<create_table<"t", column<"id", serial>, column<"n", bigint>>, set_default<"t", "id", "0">,
               create_sequence<"s", owned_by<"t", "n">>, set_owner<"t", "pg_monitor">, drop_sequence<"t_id_seq", loses_data>,
               drop_column<"t", "n", loses_data>, drop_table<"t", loses_data>>() == "");
}
TEST_CASE("an enum that is built anew keeps its owner") {
  CHECK(proved<create_enum<"mood", "sad", "ok">, set_type_owner<"mood", "pg_monitor">,
               create_table<"t", column<"m", type_named<"mood">>, indexed<"ix", on<expression("m = 'sad'")>>,
                            clustered_on<"ix">>,
               replace_enum<"mood", labels<"ok", "sad">>>() == "");
}
TEST_CASE("tables are unlogged, have replica identities and statistics targets, and are clustered") {
  CHECK(proved<notes, set_unlogged<"notes">, set_replica_identity<"notes", "full">,
               set_replica_identity_index<"notes", "ix">, cluster_on<"notes", "ix">,
               set_statistics<"notes", "title", 500>, rename_index<"ix", "Ix">,
               rename_column<"notes", "title", "Title">, set_replica_identity<"notes", "nothing">, drop_index<"Ix">,
               set_statistics<"notes", "Title", 0>, drop_index<"part">, drop_column<"notes", "Title", loses_data>,
               set_logged<"notes">, set_replica_identity<"notes", "default">>() == "");
  CHECK(
      proved<create_table<"t", column<"id", bigint, primary_key>, column<"up", bigint, references<"t", "id">>, unlogged,
                          replica_identity_index<"t_pkey">, clustered_on<"t_pkey">, statistics_target<"up", 7>>,
             create_table<"u", column<"t", bigint, references<"t", "id">>, unlogged>, set_without_cluster<"t">,
             cluster_on<"t", "t_pkey">, set_statistics<"t", "up", -1>, drop_table<"u", loses_data>, set_logged<"t">,
             drop_table<"t", loses_data>>() == "");
}
TEST_CASE("an index that is built anew by a change of type is still the one") {
  CHECK(proved<create_table<"t", column<"id", bigint, primary_key>, indexed<"ix", on<"id">>,
                            replica_identity_index<"t_pkey">, clustered_on<"ix">, statistics_target<"id", 7>>,
               alter_type<"t", "id", integer, loses_data>>() == "");
}
TEST_CASE("tables lie in tablespaces") {
  run::session session(test::server().url());
  if (session.run("SHOW server_version_num").text(0, 0) < "150000") return;
  session.run("SET allow_in_place_tablespaces = on");
  session.run("CREATE TABLESPACE skein_fast LOCATION ''");
  CHECK(proved<notes, set_tablespace<"notes", "skein_fast">, rename_table<"notes", "papers">,
               drop_table<"papers", loses_data>, create_table<"t", column<"a", text>, tablespace<"skein_fast">>,
               set_tablespace<"t", "pg_default">>() == "");
}

TEST_CASE("the server objects to what the model refuses of properties") {
  using other = create_table<"t", column<"id", bigint, primary_key>>;
  CHECK(objection_to<notes, set_owner<"notes", "public">>() != "");
  CHECK(objection_to<notes, set_sequence_owner<"notes_id_seq", "pg_monitor">>() != "");
  CHECK(objection_to<other, create_sequence<"s">, set_owner<"t", "pg_monitor">,
                     alter_sequence<"s", owned_by<"t", "id">>>() != "");
  CHECK(objection_to<notes, set_replica_identity_index<"notes", "part">>() != "");
  CHECK(objection_to<notes, cluster_on<"notes", "part">>() != "");
  CHECK(objection_to<notes, cluster_on<"notes", "none">>() != "");
  CHECK(objection_to<notes, set_replica_identity_index<"notes", "ix">, drop_not_null<"notes", "title">>() != "");
  CHECK(objection_to<other, set_unlogged<"t">, create_table<"u", column<"t", bigint, references<"t", "id">>>>() != "");
  CHECK(objection_to<other, create_table<"u", column<"t", bigint, references<"t", "id">>>, set_unlogged<"t">>() != "");
  CHECK(objection_to<other, create_view<"v", "SELECT id FROM t">, set_unlogged<"v">>() != "");
  CHECK(objection_to<notes, set_statistics<"notes", "none", 7>>() != "");
  CHECK(objection_to<notes, set_statistics<"notes", "title", -7>>() != "");
}
