// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

TEST_CASE("sequences come, change and go as the model says") {
  CHECK(proved<create_schema<"app s">, create_sequence<"plain">,
               create_sequence<qualified("app s", "Größe\"n"), as<smallint>, increment<-2>, min_value<-100>, start<-4>, cache<3>, cycle>,
               create_sequence<"int", as<integer>, min_value<-5>, max_value<9007199>>,
               alter_sequence<"plain", increment<10>, cache<2>>, alter_sequence<"plain", as<integer>, start<7>>,
               alter_sequence<"plain", as<smallint>, cycle>, alter_sequence<"plain", no_cycle, max_value<9>, start<1>>,
               alter_sequence<"plain", as<bigint>>, alter_sequence<"plain", no_max_value, min_value<0>>,
               alter_sequence<"plain", min_value<-9223372036854775807 - 1>>, alter_sequence<"plain", as<smallint>>,
               restart_sequence<"plain", 500, undo_restart<1>>, comment_on_sequence<"plain", "counts">, rename_sequence<"plain", "user">,
               comment_on_sequence<"user", "">, set_sequence_schema<"user", "app s">, set_sequence_schema<qualified("app s", "user"), "public">,
               drop_sequence<"user", loses_data>, comment_on_sequence<"int", "it's">, drop_sequence<"int", loses_data>>() == "");
}

TEST_CASE("a limit that is that of the type goes with the type, others stay") {
  CHECK(proved<create_sequence<"s", as<integer>, max_value<32767>>, alter_sequence<"s", as<smallint>>, alter_sequence<"s", as<bigint>>,
               alter_sequence<"s", max_value<5>, min_value<-32768>>, alter_sequence<"s", as<smallint>>, alter_sequence<"s", as<integer>>>() == "");
}

TEST_CASE("sequences belong to columns, and go with them") {
  CHECK(proved<create_table<"t", column<"id", integer>, column<"b", bigint>>, create_table<"u", column<"id", bigint>>, create_sequence<"s", owned_by<"t", "id">>,
               create_sequence<"r">, alter_sequence<"r", owned_by<"t", "b">>, comment_on_sequence<"r", "of b">, alter_sequence<"s", owned_by<"t", "b">>,
               rename_table<"t", "Table">, rename_column<"Table", "b", "order">, create_schema<"app">, set_schema<"Table", "app">,
               alter_sequence<qualified("app", "r"), owned_by<>>, drop_column<qualified("app", "Table"), "order", loses_data>,
               alter_sequence<qualified("app", "r"), owned_by<qualified("app", "Table"), "id">>, drop_table<qualified("app", "Table"), loses_data>>() == "");
}

TEST_CASE("a serial column is an integer with a default and a sequence") {
  CHECK(proved<create_table<"t", column<"id", serial, primary_key>, column<"n", smallserial>>, alter_type<"t", "id", bigint>,
               alter_sequence<"t_id_seq", as<bigint>>, rename_table<"t", "u">, rename_column<"u", "id", "key">, rename_sequence<"t_id_seq", "u_key_seq">,
               drop_not_null<"u", "n">, drop_default<"u", "n">, set_default<"u", "n", "5">, set_default<"u", "n", "nextval('t_n_seq')">,
               comment_on_sequence<"t_n_seq", "said">, alter_sequence<"t_n_seq", owned_by<>>, set_not_null<"u", "n">, create_schema<"a b">,
               set_schema<"u", "a b">, alter_type<qualified("a b", "u"), "n", numeric<10>>, drop_column<qualified("a b", "u"), "n", loses_data>,
               set_default<qualified("a b", "u"), "key", "7">, drop_sequence<qualified("a b", "u_key_seq"), loses_data>>() == "");
  CHECK(proved<create_table<"t", column<"id", bigserial, primary_key>, column<"n", serial>>, rename_sequence<"t_n_seq", "N">, alter_sequence<"t_id_seq", start<5>>,
               drop_column<"t", "n", loses_data>, drop_table<"t", loses_data>>() == "");
}

TEST_CASE("defaults follow the sequences that they name") {
  CHECK(proved<create_schema<"app">, create_sequence<"s">, create_sequence<qualified("app", "My s")>,
               create_table<"t", column<"a", bigint, default_<"nextval('s')">>, column<"b", text, default_<"'n' || nextval('app.\"My s\"'::regclass)">>,
                            column<"d", regclass, default_<"'public.s'::regclass">>>,
               create_table<"u", column<"x", bigint, default_<"nextval('s'::regclass)">>,
                            column<"y", bigint, default_<"nextval('s') * 10 + pg_catalog.nextval( 'app.\"My s\"' )">>, column<"z", bigint, default_<"nextval('u_id_seq')">>, column<"id", bigint, identity>>,
               rename_sequence<"s", "it's">, rename_sequence<qualified("app", "My s"), "plain">, set_sequence_schema<"it's", "app">,
               drop_default<"u", "y">, set_default<"u", "y", "nextval('app.plain') + 1">, rename_sequence<qualified("app", "plain"), "S">, drop_column<"t", "b", loses_data>,
               rename_sequence<"u_id_seq", "ids">, drop_table<"u", loses_data>, drop_table<"t", loses_data>, drop_sequence<qualified("app", "S"), loses_data>>() == "");
}

TEST_CASE("the sequence of an identity has its type, and changes as it is said") {
  CHECK(proved<create_table<"t", column<"id", integer, identity_with<by_default, start<10>, max_value<32767>>>, column<"n", bigint, not_null>>,
               set_identity<"t", "id", identity_with<always, cache<5>>>, set_identity<"t", "id", identity_with<always, increment<2>, cycle>>,
               set_identity<"t", "id", identity_with<by_default, no_cycle, start<11>>>, alter_type<"t", "id", smallint>, alter_type<"t", "id", bigint>,
               rename_sequence<"t_id_seq", "ids">, restart_sequence<"ids", 77, undo_restart<10>>, comment_on_sequence<"ids", "numbers">,
               alter_sequence<"ids", increment<3>, no_max_value>, add_identity<"t", "n", identity_with<always, min_value<5>>>, drop_identity<"t", "id">,
               drop_identity<"t", "n">, drop_table<"t", loses_data>>() == "");
}
