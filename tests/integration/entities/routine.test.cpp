// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

TEST_CASE("functions come, change and go as the model says") {
  CHECK(proved<create_schema<"app s">, create_enum<"Mood", "sad">, create_table<"users", column<"id", bigint, primary_key>>,
               create_function<"add", arguments<in<"a", integer>, in<"select", integer, default_<"1 + 1">>>, returns<integer>, language<"sql">, immutable, strict,
                               parallel_safe, leakproof, cost<"1.5">, body<"SELECT a">>,
               create_function<"add", arguments<varchar<20>, array<type_named<"Mood">>>, returns_setof<type_named<"users">>, language<"plpgsql">, stable, security_definer,
                               rows<"7">, set_config<parameter<"search_path", "public, pg_temp">, parameter<"work_mem", "'1MB'">>,
                               body<"BEGIN\n  RETURN QUERY SELECT * FROM users; -- it's $body$\nEND">>,
               create_function<qualified("app s", "Größe of"), arguments<in<"u", type_named<"users">>, inout<"n", bigint>, out<"m", timestamp>>, language<"sql">,
                               body<"SELECT 1::bigint, now()::timestamp">>,
               create_function<"pairs", returns_table<column<"id", bigint>, column<"Name", varchar<3>>>, language<"sql">, body<"SELECT 1::bigint, 'x'::varchar">>,
               create_function<"joined", arguments<variadic<"parts", array<text>>>, returns<text>, language<"sql">, body<"SELECT array_to_string(parts, '')">>,
               create_function<"same", arguments<type_named<"anyelement">>, returns<type_named<"anyelement">>, language<"sql">, body<"SELECT $1">>,
               create_function<"touch", returns_trigger, language<"plpgsql">, body<"BEGIN RETURN NEW; END">>,
               create_function<"nothing", returns_void, language<"sql">, body<"">>,
               create_function<"atomic", arguments<in<"a", integer>>, returns<integer>, standard_body<"BEGIN ATOMIC SELECT a + 1; SELECT a; END">>,
               create_function<"plus", arguments<integer, integer>, returns<integer>, language<"internal">, strict, immutable, body<"int4pl">>,
               comment_on_function<"add", "it's", integer, integer>, comment_on_function<"add", "", integer, integer>, comment_on_function<"nothing", "void">,
               replace_function<"add", arguments<varchar<>, array<type_named<"Mood">>>, returns_setof<type_named<"users">>, language<"plpgsql">, body<"BEGIN\n  RETURN QUERY SELECT * FROM people;\nEND">>,
               rename_type<"Mood", "feeling">, rename_table<"users", "people">,
               replace_function<"add", arguments<varchar<>, array<type_named<"feeling">>>, returns_setof<type_named<"people">>, language<"sql">, body<"SELECT * FROM people">>,
               rename_function<"add", "plus", varchar<3>, array<type_named<"feeling">>>, set_function_schema<"plus", "app s", integer, integer>,
               drop_function<qualified("app s", "Größe of"), type_named<"people">, bigint>>() == "");
}

TEST_CASE("procedures and aggregates come, change and go as the model says") {
  CHECK(proved<create_schema<"app">, create_table<"log", column<"line", text>>,
               create_procedure<"note", arguments<in<"line", text, default_<"'it''s'">>>, language<"sql">, security_definer, body<"INSERT INTO log VALUES (line)">>,
               create_procedure<"note", arguments<integer, inout<"total", bigint>, out<"other", text>>, language<"plpgsql">, body<"BEGIN total := 1; END">>,
               replace_procedure<"note", arguments<in<"line", text, default_<"''">>>, language<"sql">, body<"DELETE FROM log">>,
               comment_on_procedure<"note", "one of two", integer, bigint>, rename_procedure<"note", "count", integer, bigint>,
               set_procedure_schema<"count", "app", integer, bigint>, drop_procedure<"note", text>>() == "");
  CHECK(proved<create_schema<"app">, create_function<"step", arguments<integer, bigint>, returns<integer>, language<"sql">, body<"SELECT 1">>,
               create_function<qualified("app", "done"), arguments<integer>, returns<text>, language<"sql">, body<"SELECT ''">>,
               create_aggregate<"total", arguments<in<"each", bigint>>, transition_function<"step">, state_type<integer>, initial_state<"0">,
                                final_function<qualified("app", "done")>, combine_function<"int4pl">, parallel_safe>,
               create_aggregate<"total", transition_function<"int8inc">, state_type<bigint>, initial_state<"0">>,
               create_aggregate<"least_of", arguments<integer>, transition_function<"int4smaller">, state_type<integer>, sort_operator<"<">>,
               comment_on_aggregate<"total", "it's", bigint>, comment_on_aggregate<"total", "none">, rename_function<"step", "Step", integer, bigint>,
               rename_aggregate<"total", "sum of", bigint>, set_aggregate_schema<"total", "app">, drop_aggregate<"sum of", bigint>>() == "");
}

TEST_CASE("what PostgreSQL says to a replacement that the model refuses") {
  using f = create_function<"f", arguments<in<"a", integer>, in<"b", text, default_<"'x'">>>, returns<integer>, language<"sql">, body<"SELECT 1">>;
  CHECK(objection_to<f, replace_function<"f", arguments<in<"a", integer>, in<"b", text, default_<"'x'">>>, returns<bigint>, language<"sql">, body<"SELECT 1::bigint">>>() ==
        "ERROR:  cannot change return type of existing function\nHINT:  Use DROP FUNCTION f(integer,text) first.\n");
  CHECK(objection_to<f, replace_function<"f", arguments<in<"c", integer>, in<"b", text, default_<"'x'">>>, returns<integer>, language<"sql">, body<"SELECT 1">>>() ==
        "ERROR:  cannot change name of input parameter \"a\"\nHINT:  Use DROP FUNCTION f(integer,text) first.\n");
  CHECK(objection_to<f, replace_function<"f", arguments<in<"a", integer>, in<"b", text>>, returns<integer>, language<"sql">, body<"SELECT 1">>>() ==
        "ERROR:  cannot remove parameter defaults from existing function\nHINT:  Use DROP FUNCTION f(integer,text) first.\n");
}

TEST_CASE("a function keeps its identity when a type that it takes is renamed") {
  CHECK(proved<create_enum<"Mood", "sad">, create_table<"users", column<"id", bigint, primary_key>>,
               create_function<"add", arguments<varchar<20>, array<type_named<"Mood">>>, returns_setof<type_named<"users">>, language<"plpgsql">, body<"BEGIN END">>,
               rename_type<"Mood", "feeling">, rename_function<"add", "plus", varchar<>, array<type_named<"feeling">>>,
               drop_function<"plus", varchar<>, array<type_named<"feeling">>>>() == "");
}
