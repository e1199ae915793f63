// SPDX-License-Identifier: BSL-1.0
// What real schemas hold that breaks naive tools, each on a server: PostgreSQL takes it, the way back restores it, and the
// model alone creates the same catalogs.
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::proved;

TEST_CASE("reserved words, and words of C++, are names like others") {
  CHECK(proved<create_table<"user", column<"order", bigint, identity, primary_key>, column<"limit", integer, not_null, default_<"0">>,
                            column<"group", text, unique>, column<"primary", text>, column<"time", time_>, column<"interval", interval>,
                            column<"timestamp", timestamptz>, column<"desc", text>, column<"when", date>, column<"default", text>,
                            column<"null", text>, column<"do", text>, check<"\"limit\" > 0 OR \"null\" IS NULL">>,
               create_table<"case", column<"namespace", bigint, primary_key, references<"user">>, column<"class", text>, column<"template", text>,
                            column<"mutable", boolean>, column<"private", text>, column<"operator", text>, column<"double", double_precision>,
                            column<"char", internal_char>, column<"case", text>, column<"__proto", text>, column<"_", text>>,
               create_index<automatic, "case", on<"class", desc("template")>>, rename_column<"user", "limit", "select">,
               rename_table<"user", "from">, drop_table<"case", loses_data>>() == "");
}

TEST_CASE("a column is called like its table, or like its type") {
  CHECK(proved<create_enum<"status", "on", "off">,
               create_table<"state", column<"state", integer, primary_key>, column<"status", type_named<"status">, default_<"'on'">>,
                            column<"text", text, default_<"'text'">>, column<"date", date>>,
               rename_column<"state", "state", "id">, rename_table<"state", "text">>() == "");
}

TEST_CASE("mixed case, blanks, punctuation and quotes in names") {
  CHECK(proved<create_schema<"EXTRA \"@/\\#~_-">, create_schema<"a.b">,
               create_table<qualified("EXTRA \"@/\\#~_-", "do$llar$s"), column<"  col  w  space  ", integer, not_null>,
                            column<"*id*", bigint, primary_key>, column<"(inside,parens)", text, unique>, column<":arr->ow::cast", text>,
                            column<"a.dotted.column", text>, column<"It's", text>, column<"say \"so\"", text>, column<"back\\slash", text>,
                            column<"%s $1 ?", text>>,
               create_table<qualified("a.b", "c.d"), column<"stepId", bigint>,
                            constraint<"Step_actionId_tenantId_fkey", foreign_key<on<"stepId">, to<qualified("EXTRA \"@/\\#~_-", "do$llar$s"), "*id*">>>,
                            check_on<"entity_id not empty", "\"stepId\" > 0">, constraint<"Escap3e;_pkey", unique_on<"stepId">>>,
               create_index<"Index \"x\"; DROP TABLE y; --", qualified("a.b", "c.d"), on<"stepId">>,
               comment_on_table<qualified("a.b", "c.d"), "it's \\ \"quoted\", and\nlong">,
               rename_column<qualified("EXTRA \"@/\\#~_-", "do$llar$s"), "It's", "it''s">,
               rename_table<qualified("a.b", "c.d"), "e.f">, set_schema<qualified("a.b", "e.f"), "EXTRA \"@/\\#~_-">>() == "");
}

TEST_CASE("names in other scripts than Latin") {
  CHECK(proved<create_schema<"تست">, create_table<qualified("تست", "موارد"), column<"期间", integer, primary_key>, column<"naïve", text, unique>>,
               create_domain<"bıgınt", bigint>, create_table<"期间", column<"期间", type_named<"bıgınt">>, check_on<"期间", "期间 > 0">>,
               create_index<automatic, qualified("تست", "موارد"), on<"naïve">>, rename_column<"期间", "期间", "ä">>() == "");
}

TEST_CASE("names of 63 bytes, and automatic ones that PostgreSQL cuts, in the middle of no character") {
  CHECK(proved<create_table<"a_table_with_a_name_that_is_as_long_as_a_name_may_be_in_postgre", column<"a_column_with_a_name_that_is_as_long_as_one_may_be_in_postgreSQ", bigint, identity>,
                            column<"a_column_with_a_name_that_is_as_long_as_one_may_be_in_postgre_2", integer, unique>,
                            column<"äääääääääääääääääääääääääääää_ä", integer, unique, check<"\"äääääääääääääääääääääääääääää_ä\" > 0">>>,
               create_index<automatic, "a_table_with_a_name_that_is_as_long_as_a_name_may_be_in_postgre",
                            on<"a_column_with_a_name_that_is_as_long_as_one_may_be_in_postgreSQ">>,
               create_index<automatic, "a_table_with_a_name_that_is_as_long_as_a_name_may_be_in_postgre",
                            on<"a_column_with_a_name_that_is_as_long_as_one_may_be_in_postgreSQ">>>() == "");
}

TEST_CASE("two sequences of one CREATE TABLE are given the same name, by PostgreSQL too, where both columns are cut to it") {
  CHECK_THAT((test::objection_to<create_table<"a_table_with_a_name_that_is_as_long_as_a_name_may_be_in_postgre",
                                        column<"a_column_with_a_name_that_is_as_long_as_one_may_be_in_postgreSQ", bigint, identity>,
                                        column<"a_column_with_a_name_that_is_as_long_as_one_may_be_in_postgre_2", bigserial>>>()),
             test::containing("already exists"));
}

TEST_CASE("one constraint name on two tables, one table name in two schemas") {
  CHECK(proved<create_schema<"app">, create_table<"users", column<"id", bigint, primary_key>, check_on<"positive", "id > 0">>,
               create_table<qualified("app", "users"), column<"id", bigint, primary_key>, column<"other", bigint, references<"users">>,
                            check_on<"positive", "id > 0">>,
               create_table<"orders", column<"id", bigint>, check_on<"positive", "id > 0">, constraint<"to_users", foreign_key<on<"id">, to<"users">>>,
                            constraint<"to_users_again", foreign_key<on<"id">, to<"users">>>>,
               create_index<"by_id", "users", on<"id">>, create_index<"by_id", qualified("app", "users"), on<"id">>,
               drop_constraint<"users", "positive">, drop_table<qualified("app", "users"), loses_data>>() == "");
}

TEST_CASE("defaults with newlines, backslashes and quotes") {
  CHECK(proved<create_table<"t", column<"a", text, default_<"'--- []\n'">>, column<"b", bytea, default_<"'\\x'::bytea">>,
                            column<"c", jsonb, default_<"'\"{}\"'::jsonb">>, column<"d", tsvector, default_<"'''.'''::tsvector">>,
                            column<"e", array<varchar<>>, default_<"'{}'::character varying[]">>,
                            column<"f", text, default_<"E'tab\\tand\\\\backslash'">>, column<"g", text, default_<"$$it's$$">>,
                            column<"h", timestamptz, default_<"(now() + '90 days'::interval)">>,
                            column<"i", tstzrange, default_<"tstzrange(CURRENT_TIMESTAMP, 'infinity', '[]')">>,
                            column<"j", double_precision, default_<"(EXTRACT(epoch FROM now()) * (1000)::numeric)">>,
                            column<"k", integer, default_<"(current_setting('app.tenant'::text, true))::integer">>,
                            column<"l", text, default_<"'/* no comment */ -- nor this'">>>,
               set_default<"t", "a", "'\\n is no newline'">, rename_column<"t", "a", "z">>() == "");
}

TEST_CASE("a check of 4,000 characters") {
  CHECK(proved<create_table<"t", column<"code", text>, check_on<"allowed",
    "code = 'value number 000 of those that are allowed' OR code = 'value number 001 of those that are allowed' OR code = 'value number 002 of those that are allowed'"
    " OR code = 'value number 003 of those that are allowed' OR code = 'value number 004 of those that are allowed' OR code = 'value number 005 of those that are allowed'"
    " OR code = 'value number 006 of those that are allowed' OR code = 'value number 007 of those that are allowed' OR code = 'value number 008 of those that are allowed'"
    " OR code = 'value number 009 of those that are allowed' OR code = 'value number 010 of those that are allowed' OR code = 'value number 011 of those that are allowed'"
    " OR code = 'value number 012 of those that are allowed' OR code = 'value number 013 of those that are allowed' OR code = 'value number 014 of those that are allowed'"
    " OR code = 'value number 015 of those that are allowed' OR code = 'value number 016 of those that are allowed' OR code = 'value number 017 of those that are allowed'"
    " OR code = 'value number 018 of those that are allowed' OR code = 'value number 019 of those that are allowed' OR code = 'value number 020 of those that are allowed'"
    " OR code = 'value number 021 of those that are allowed' OR code = 'value number 022 of those that are allowed' OR code = 'value number 023 of those that are allowed'"
    " OR code = 'value number 024 of those that are allowed' OR code = 'value number 025 of those that are allowed' OR code = 'value number 026 of those that are allowed'"
    " OR code = 'value number 027 of those that are allowed' OR code = 'value number 028 of those that are allowed' OR code = 'value number 029 of those that are allowed'"
    " OR code = 'value number 030 of those that are allowed' OR code = 'value number 031 of those that are allowed' OR code = 'value number 032 of those that are allowed'"
    " OR code = 'value number 033 of those that are allowed' OR code = 'value number 034 of those that are allowed' OR code = 'value number 035 of those that are allowed'"
    " OR code = 'value number 036 of those that are allowed' OR code = 'value number 037 of those that are allowed' OR code = 'value number 038 of those that are allowed'"
    " OR code = 'value number 039 of those that are allowed' OR code = 'value number 040 of those that are allowed' OR code = 'value number 041 of those that are allowed'"
    " OR code = 'value number 042 of those that are allowed' OR code = 'value number 043 of those that are allowed' OR code = 'value number 044 of those that are allowed'"
    " OR code = 'value number 045 of those that are allowed' OR code = 'value number 046 of those that are allowed' OR code = 'value number 047 of those that are allowed'"
    " OR code = 'value number 048 of those that are allowed' OR code = 'value number 049 of those that are allowed' OR code = 'value number 050 of those that are allowed'"
    " OR code = 'value number 051 of those that are allowed' OR code = 'value number 052 of those that are allowed' OR code = 'value number 053 of those that are allowed'"
    " OR code = 'value number 054 of those that are allowed' OR code = 'value number 055 of those that are allowed' OR code = 'value number 056 of those that are allowed'"
    " OR code = 'value number 057 of those that are allowed' OR code = 'value number 058 of those that are allowed' OR code = 'value number 059 of those that are allowed'"
    " OR code = 'value number 060 of those that are allowed' OR code = 'value number 061 of those that are allowed' OR code = 'value number 062 of those that are allowed'"
    " OR code = 'value number 063 of those that are allowed' OR code = 'value number 064 of those that are allowed' OR code = 'value number 065 of those that are allowed'"
    " OR code = 'value number 066 of those that are allowed' OR code = 'value number 067 of those that are allowed' OR code = 'value number 068 of those that are allowed'"
    " OR code = 'value number 069 of those that are allowed' OR code = 'value number 070 of those that are allowed' OR code = 'value number 071 of those that are allowed'"
    " OR code = 'value number 072 of those that are allowed' OR code = 'value number 073 of those that are allowed' OR code = 'value number 074 of those that are allowed'">>,
               rename_column<"t", "code", "Code of it">>() == "");
}

TEST_CASE("a table without columns") {
  CHECK(proved<create_table<"nothing">, comment_on_table<"nothing", "yet">, add_column<"nothing", column<"id", bigint>>,
               drop_column<"nothing", "id", loses_data>, rename_table<"nothing", "empty">>() == "");
}

TEST_CASE("tables that refer to each other, and a key of several columns to its own table") {
  CHECK(proved<create_table<"a", column<"id", bigint, primary_key>, column<"b", bigint>>,
               create_table<"b", column<"id", bigint, primary_key>, column<"a", bigint, references<"a">>>,
               add_constraint<"a", foreign_key<on<"b">, to<"b">, on_delete<set_null>>>,
               create_table<"volumes", column<"id", bigint, primary_key>, column<"state", text, not_null>, column<"parent_id", bigint>,
                            column<"parent_state", text>, unique_on<"id", "state">,
                            foreign_key<on<"parent_id", "parent_state">, to<"volumes", "id", "state">, deferrable>>,
               rename_column<"volumes", "state", "status">>() == "");
}

TEST_CASE("a foreign key to a unique index that is no constraint") {
  CHECK(proved<create_table<"users", column<"id", bigint, primary_key>, column<"email", text, not_null>>,
               create_index<"users_email", "users", on<"email">, unique>,
               create_table<"mails", column<"to", text, references<"users", "email", on_update<cascade>>>>,
               rename_index<"users_email", "Email!">, rename_column<"users", "email", "address">>() == "");
}

TEST_CASE("expressions of an index full of quotes and backslashes, operator classes and orders") {
  CHECK(proved<create_table<"t", column<"name", text>, column<"data", jsonb>, column<"at", timestamptz>>,
               create_index<"cleaned", "t", on<expression("regexp_replace(name, '([a-z0-9])[a-z0-9'']*($|[^a-z0-9'']+)', '\\1', 'g')")>>,
               create_index<"mixed", "t", on<opclass(collated("name", "C"), "text_pattern_ops"), desc("at")>, include<"data">, where<"COALESCE(name, '') <> ''">>,
               create_index<"inside", "t", on<opclass("data", "jsonb_path_ops")>, method<"gin">>,
               rename_column<"t", "name", "Name">, rename_column<"t", "data", "select">>() == "");
}
