// SPDX-License-Identifier: BSL-1.0
// What is printed of a step is what declared it: the preprocessor has the text that the compiler has read.
#include <skein/render/cpp/step.hpp>

#include <skein/declare/frozen.hpp>
#include <skein/declare/replaces.hpp>
#include <skein/declare/steps.hpp>

#include "support/catch.hpp"

using namespace skein;

// clang-format off: what stands there is compared as it is written
#define SAME(...) CHECK(render::cpp::step(__VA_ARGS__::step) == #__VA_ARGS__)

TEST_CASE("tables as C++") {
  SAME(create_table<"t", column<"id", bigint, identity, primary_key>, column<"n", numeric<12, 5>, null>>);
  SAME(create_table<qualified("app", "t"), column<"a", array<text>>, column<"b", array<precision<timestamptz, 3>, 2>>, column<"c", interval_of<"day to second">>>);
  SAME(create_table<"t", column<"a", type_named<qualified("app", "mood")>>, column<"b", varchar<>>, column<"c", time_>, column<"d", pg_name>, column<"e", character<3>>>);
  SAME(create_table<"t", column<"a", text, not_null, default_<"'x'">, collate<"C">, comment<"how \"it\" is">>, column<"b", text, generated<"lower(a)">>>);
  SAME(create_table<"t", column<"a", bigint, identity_with<by_default, start<-5>, increment<2>, min_value<-9>, max_value<99>, cache<3>, cycle>>>);
  SAME(create_table<"t", column<"a", bigint, identity_with<always, sequence_name<"s">>>>);
  SAME(create_table<"t", column<"a", bigint, default_<"nextval('s')">>>);
  SAME(create_table<"t", column<"a", bigint, constraint<"pk", primary_key, deferrable>, constraint<"c", check<"a > 0">>, constraint<automatic, unique, nulls_not_distinct>>>);
  SAME(create_table<"t", column<"a", bigint, references<"u", "id", on_delete<set_null>, on_update<cascade>, match_full, initially_deferred, not_valid>>>);
  SAME(create_table<"t", column<"a", bigint>, constraint<"k", primary_key_on<"a", "b">, include<"c">>, unique_on<"a">, constraint<automatic, check_on<automatic, "a > 0">, no_inherit>, check_on<"named", "b">>);
  SAME(create_table<"t", exclude_on<"e", on<with("room", "="), with(opclass("d", "range_ops"), "&&")>, method<"gist">, where<"a">>, parameter<"fillfactor", "70">, comment<"it's">>);
  SAME(create_table<"t", constraint<"fk", foreign_key<on<"a", "b">, to<qualified("app", "u"), "c", "d">, on_delete<set_null, "a">>>, granted<privileges<"select", "delete">, to_roles<"app">>>);
  SAME(create_table<"t", column<"at", date>, partition_by_range<"at", expression("lower(x)")>>);
  SAME(create_partition<"p", "t", values_from<"2026-01-01", 5, minvalue>, values_to<"2027-01-01", 2.5, maxvalue>, partition_by_list<"n">>);
  SAME(create_partition<"p", "t", values_in<"a", nullptr, true>>);
  SAME(attach_partition<"t", "p", modulus<4, 1>>);
  SAME(attach_partition<"t", "p", default_partition>);
  SAME(detach_partition<"t", "p", concurrently>);
  SAME(drop_table<"t", loses_data>);
  SAME(drop_table<"t", irreversible<"why">>);
  SAME(rename_table<"t", "u">);
  SAME(set_schema<"t", "app">);
  SAME(comment_on_table<"t", "it's">);
  SAME(set_parameters<"t", parameter<"fillfactor", "70">, parameter<"autovacuum_enabled", "off">>);
  SAME(reset_parameter<"t", "fillfactor">);
}

TEST_CASE("columns, constraints and indexes as C++") {
  SAME(add_column<"t", column<"a", bigserial>>);
  SAME(drop_column<qualified("s", "t"), "a", loses_data>);
  SAME(rename_column<"t", "a", "b">);
  SAME(alter_type<"t", "a", text, collate<"C">, using_<"a::text">, undo_using<"a::integer">, loses_data>);
  SAME(set_not_null<"t", "a">);
  SAME(drop_not_null<"t", "a">);
  SAME(set_default<"t", "a", "now()">);
  SAME(drop_default<"t", "a">);
  SAME(add_identity<"t", "a", identity>);
  SAME(set_identity<"t", "a", identity_with<by_default, start<7>, no_cycle>>);
  SAME(drop_identity<"t", "a">);
  SAME(drop_expression<"t", "a", irreversible<"it is">>);
  SAME(comment_on_column<"t", "a", "">);
  SAME(add_constraint<"t", constraint<"u", unique_on<"a">, deferrable, comment<"c">>>);
  SAME(add_constraint<"t", primary_key_on<"a">>);
  SAME(drop_constraint<"t", "c">);
  SAME(rename_constraint<"t", "c", "d">);
  SAME(validate_constraint<"t", "c">);
  SAME(comment_on_constraint<"t", "c", "x">);
  SAME(create_index<"ix", "t", on<nulls_first(desc("a")), nulls_last(asc(collated("b", "C"))), expression("lower(c)")>, unique, nulls_not_distinct, method<"btree">, include<"d">, where<"e">, with_parameters<parameter<"fillfactor", "70">>, comment<"f">, concurrently>);
  SAME(create_index<automatic, "t", on<"a">>);
  SAME(drop_index<qualified("app", "ix"), concurrently>);
  SAME(rename_index<"ix", "iy">);
  SAME(comment_on_index<"ix", "x">);
  SAME(create_schema<"app">);
  SAME(drop_schema<"app">);
}

TEST_CASE("types, sequences and extensions as C++") {
  SAME(create_enum<"mood", "sad", "it's">);
  SAME(add_value<"mood", "ok", before<"sad">>);
  SAME(add_value<"mood", "ok", after<"sad">, irreversible<"x">>);
  SAME(rename_value<"mood", "ok", "fine">);
  SAME(replace_enum<"mood", labels<"a", "b">, map_label<"c", "b">, loses_data>);
  SAME(rename_type<"mood", "feeling">);
  SAME(set_type_schema<"mood", "app">);
  SAME(comment_on_type<"mood", "x">);
  SAME(drop_type<"mood">);
  SAME(create_domain<"email", text, collate<"C">, default_<"''">, not_null, check<"value ~ '@'">, constraint<"long", check<"length(value) > 5">, not_valid, comment<"x">>>);
  SAME(set_domain_default<"email", "'a'">);
  SAME(drop_domain_default<"email">);
  SAME(set_domain_not_null<"email">);
  SAME(drop_domain_not_null<"email">);
  SAME(add_domain_constraint<"email", constraint<"c", check<"value <> ''">>>);
  SAME(add_domain_constraint<"email", check<"value <> ''">>);
  SAME(drop_domain_constraint<"email", "c">);
  SAME(rename_domain_constraint<"email", "c", "d">);
  SAME(validate_domain_constraint<"email", "c">);
  SAME(comment_on_domain_constraint<"email", "c", "x">);
  SAME(drop_domain<"email">);
  SAME(create_composite<"address", attribute<"street", text, collate<"C">, comment<"x">>, attribute<"n", integer>>);
  SAME(add_attribute<"address", attribute<"zip", varchar<10>>>);
  SAME(alter_attribute<"address", attribute<"zip", text>>);
  SAME(drop_attribute<"address", "zip", loses_data>);
  SAME(rename_attribute<"address", "zip", "code">);
  SAME(comment_on_attribute<"address", "zip", "x">);
  SAME(create_range<"span", timestamptz, subtype_diff<"f">, multirange_type_name<"spans">>);
  SAME(create_sequence<"s", as<integer>, start<5>, owned_by<"t", "id">>);
  SAME(alter_sequence<"s", increment<2>, no_max_value, owned_by<>>);
  SAME(restart_sequence<"s", 5, undo_restart<3>>);
  SAME(rename_sequence<"s", "r">);
  SAME(set_sequence_schema<"s", "app">);
  SAME(comment_on_sequence<"s", "x">);
  SAME(drop_sequence<"s", loses_data>);
  SAME(create_extension<"citext", in_schema<"app">, version<"1.6">>);
  SAME(update_extension<"citext", "1.7", irreversible<"x">>);
  SAME(drop_extension<"citext">);
}

TEST_CASE("routines, triggers, policies and views as C++") {
  SAME(create_function<"f", arguments<in<"a", integer, default_<"1">>, out<"b", text>, variadic<"c", array<text>>>, returns_record, stable, parallel_safe, strict, security_definer, leakproof, cost<"10">, set_config<parameter<"search_path", "app">>, language<"sql">, body<"SELECT 1">>);
  SAME(create_function<"f", returns_table<column<"a", integer>>, rows<"5">, language<"sql">, body<"SELECT 1">>);
  SAME(create_function<"f", arguments<in<"", integer>>, returns_trigger, language<"plpgsql">, body<"BEGIN END">>);
  SAME(create_function<"f", returns<integer>, standard_body<"RETURN 1">>);
  SAME(replace_function<"f", returns_setof<text>, language<"sql">, body<"SELECT ''">>);
  SAME(create_procedure<"p", language<"sql">, body<"SELECT 1">>);
  SAME(create_aggregate<"a", arguments<in<"x", integer>>, transition_function<"f">, state_type<integer>, final_function<"g">, final_function_extra, initial_state<"0">>);
  SAME(drop_function<"f", integer, array<text>>);
  SAME(rename_procedure<"f", "g", integer>);
  SAME(set_function_schema<"f", "app">);
  SAME(comment_on_aggregate<"f", "x", integer>);
  SAME(comment_on_rule<"r", qualified("s", "t"), "x">);
  SAME(comment_on_extension<"citext", "x">);
  SAME(create_trigger<"t", "u", fires_before<inserting, updating_of<"a", "b">>, for_each_row, when<"NEW.a">, calls<"f", "x", "y">, enabled_always>);
  SAME(create_trigger<"t", "u", fires_after<deleting, truncating>, old_rows<"o">, new_rows<"n">, calls<qualified("app", "f")>>);
  SAME(create_trigger<"t", "u", fires_after<inserting>, for_each_row, constraint_trigger, initially_deferred, from_table<"v">, calls<"f">>);
  SAME(replace_trigger<"t", "u", fires_instead_of<inserting>, for_each_row, calls<"f">>);
  SAME(drop_trigger<"t", "u">);
  SAME(rename_trigger<"t", "u", "v">);
  SAME(comment_on_trigger<"t", "u", "x">);
  SAME(enable_trigger<"t", "u">);
  SAME(disable_trigger<"t", "u">);
  SAME(enable_trigger_always<"t", "u">);
  SAME(enable_trigger_in_replicas<"t", "u">);
  SAME(create_event_trigger<"e", on_event<"sql_drop">, tags<"DROP TABLE">, calls<"f">>);
  SAME(disable_event_trigger<"e">);
  SAME(rename_event_trigger<"e", "g">);
  SAME(drop_event_trigger<"e">);
  SAME(create_policy<"p", "t", restrictive, for_select, to_roles<"a", "b">, using_<"x">, with_check<"y">>);
  SAME(alter_policy<"p", "t", to_roles<"a">, using_<"x">>);
  SAME(drop_policy<"p", "t">);
  SAME(rename_policy<"p", "t", "q">);
  SAME(comment_on_rule<"r", qualified("s", "t"), "it's">);
  SAME(comment_on_extension<"citext", "it's">);
  SAME(comment_on_policy<"p", "t", "x">);
  SAME(enable_row_security<"t">);
  SAME(no_force_row_security<"t">);
  SAME(create_view<qualified("app", "v"), "SELECT 1 AS a", columns<"b">, parameter<"check_option", "local">>);
  SAME(replace_view<"v", "SELECT 1 AS a", irreversible<"x">>);
  SAME(set_view_option<"v", parameter<"security_barrier", "true">>);
  SAME(rename_view<"v", "w">);
  SAME(drop_view<"v">);
  SAME(create_materialized_view<"m", "SELECT 1 AS a", no_data>);
  SAME(refresh_materialized_view<"m", concurrently>);
  SAME(refresh_materialized_view<"m", no_data>);
  SAME(comment_on_materialized_view<"m", "x">);
  SAME(create_rule<"r", "t", "DELETE", "DO INSTEAD NOTHING">);
  SAME(drop_rule<"r", "t">);
  SAME(create_object<"collation", "ci", uses<"t", "a">, uses_object<"collation", "b">, create<"CREATE COLLATION ci">>);
  SAME(drop_object<"collation", "ci", drop<"DROP COLLATION ci">>);
}

TEST_CASE("privileges, rows and what else a revision says as C++") {
  SAME(grant<privileges<"select", "insert">, on_table<"t", qualified("app", "u")>, to_roles<"a">, with_grant_option>);
  SAME(grant<privileges<"update">, on_table<"t">, for_columns<"a", "b">, to_roles<"a">>);
  SAME(grant<privileges<"execute">, on_function<"f", integer>, to_roles<"public">>);
  SAME(revoke_<privileges<"usage">, on_schema<"app">, from_roles<"a">, grant_option_alone>);
  SAME(grant_by_default<privileges<"select">, on_tables, in_schemas<"app">, for_role<"o">, to_roles<"a">>);
  SAME(revoke_by_default<privileges<"execute">, on_functions, from_roles<"public">>);
  SAME(insert_into<"t", columns<"a", "b">, row<1, "x">, row<nullptr, default_value>, on_conflict<on<"a">, do_update<"b">>>);
  SAME(insert_into<"t", columns<"a">, row<-2.5>, row<expression("now()")>, overriding_system_value, on_conflict<do_nothing>, undo<"">>);
  SAME(update_rows<"t", set<"a", true>, set<"b", expression("c + 1")>, where<"d">, undo<"UPDATE t SET a = NULL">>);
  SAME(delete_from<"t", columns<"a">, row<1>>);
  SAME(truncate_table<"t", restart_identity, cascade, loses_data>);
  SAME(execute<"SELECT 1", undo<"">, effects<create_schema<"a">, drop_schema<"b">>>);
  SAME(execute<"SELECT 1", irreversible<"why">>);
  SAME(steps<create_schema<"a">, create_schema<"b">>);
  SAME(frozen<"0123456789abcdef">);
  SAME(replaces<"a", "b">);
  SAME(outside_transaction);
  SAME(breaks_bodies);
  SAME(loses_data);
  SAME(irreversible<"why">);
}

TEST_CASE("properties as C++") {
  SAME(create_table<"t", column<"a", text>, owner<"app">, unlogged, tablespace<"fast">, replica_identity<"full">, clustered_on<"ix">, statistics_target<"a", 500>>);
  SAME(create_table<"t", replica_identity_index<"ix">>);
  SAME(set_owner<"t", "app">);
  SAME(set_schema_owner<"s", "current_user">);
  SAME(set_sequence_owner<"s", "app">);
  SAME(set_type_owner<"s", "app">);
  SAME(set_function_owner<"f", "app", integer>);
  SAME(set_unlogged<"t">);
  SAME(set_logged<"t">);
  SAME(set_tablespace<"t", "pg_default">);
  SAME(set_replica_identity<"t", "default">);
  SAME(set_replica_identity_index<"t", "ix">);
  SAME(cluster_on<"t", "ix">);
  SAME(set_without_cluster<"t">);
  SAME(set_statistics<"t", "a", 500>);
  SAME(set_statistics<"t", "a", -1>);
  SAME(comment_on_schema<"s", "x">);
}

TEST_CASE("a text becomes the literal that reads as it") {
  const auto literal = [](std::string_view s) { return render::cpp::literal(s); };
  CHECK(literal("it's") == "\"it's\"");
  CHECK(literal("größe") == "\"größe\"");
  CHECK(literal("a\nb") == "R\"sql(a\nb)sql\"");
  CHECK(literal("say \"x\"") == "\"say \\\"x\\\"\"");
  CHECK(literal("\"a\".\"b\"") == "R\"sql(\"a\".\"b\")sql\"");
  CHECK(literal("a\x01"
                "1\"") == "\"a\\0011\\\"\"");
  CHECK(literal("a)sql\"\n") == "\"a)sql\\\"\\012\"");
  CHECK(literal("what?"
                "?!") == "\"what?\\?!\"");
  CHECK(literal(std::string_view("a\0b", 3)) == "\"a\\000b\"");
  CHECK(std::string_view("what?\?!") ==
        "what?"
        "?!");
}
