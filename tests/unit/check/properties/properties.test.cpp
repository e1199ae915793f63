// SPDX-License-Identifier: BSL-1.0
#include <skein/check/properties/set_property.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using checks::property_rule;
using test::after, test::compared, test::first, test::judged, test::second, test::third;

std::string refused(property_rule rule, const std::string& facts, const char* place = "1.0") {
  return "property_refused in " + std::string(place) + ": " + facts +
         (rule == property_rule{} ? "" : ", number " + std::to_string(static_cast<int>(rule)));
}

struct start
    : first<create_schema<"app">, create_enum<"mood", "sad">, create_sequence<"s">,
            create_table<"notes", column<"id", bigserial, primary_key>, column<"title", text, not_null>,
                         column<"body", text>, indexed<"ix", on<"title">, unique>,
                         indexed<"some", on<"title">, unique, where<"id > 7">>,
                         indexed<"words", on<"body">, method<"gin">>, indexed<"both", on<"title", "body">, unique>>,
            create_table<"other", column<"id", bigint, primary_key>, column<"note", bigint, references<"notes", "id">>>,
            create_function<"f", arguments<integer>, returns<integer>, language<"sql">, body<"SELECT 1">>,
            grant<privileges<"select">, on_table<"notes">, to_roles<"reader">>> {};

TEST_CASE("everything that has an owner can get another one, by its own step") {
  CHECK(after<start, set_owner<"notes", "app">, set_sequence_owner<"s", "app">, set_schema_owner<"app", "app">,
              set_type_owner<"mood", "app">, set_function_owner<"f", "app", integer>, set_owner<"notes", "other">,
              set_owner<"notes", "current_user">>() == "none");
  CHECK(after<start, set_owner<"note", "app">>() == "no_table in 1.0: table note, hint notes");
  CHECK(after<start, set_type_owner<"moo", "app">>() == "no_entity in 1.0: table moo, is type, hint mood");
  CHECK(after<start, set_schema_owner<"apps", "app">>() == "no_schema in 1.0: schema apps, hint app");
  CHECK(after<start, set_function_owner<"f", "app">>().substr(0, 16) == "no_entity in 1.0");
  CHECK(after<start, set_procedure_owner<"f", "app", integer>>().substr(0, 16) == "no_entity in 1.0");
  CHECK(after<start, set_owner<"notes", "current_user">>() == "no_effect in 1.0: table notes");
  CHECK(after<start, set_owner<"notes", "app">, rename_table<"notes", "papers">, set_owner<"papers", "app">>() ==
        "no_effect in 1.2: table papers");
  CHECK(after<start, set_owner<"notes", "public">>() == refused(property_rule::public_owns_nothing, "table notes"));
  CHECK(after<start, set_schema_owner<"public", "app">>() ==
        refused(property_rule::of_schema_public, "schema public, role app"));
}
TEST_CASE("a schema has a comment, that of public is the server's") {
  CHECK(after<start, comment_on_schema<"app", "a">, comment_on_schema<"app", "a">>() == "no_effect in 1.1: schema app");
  CHECK(after<start, comment_on_schema<"apps", "a">>() == "no_schema in 1.0: schema apps, hint app");
  CHECK(after<start, comment_on_schema<"public", "a">>() == refused(property_rule::comment_on_public, "schema public"));
  CHECK(after<start, up<comment_on_schema<"app", "a">>, down<comment_on_schema<"app", "">>>() == "none");
  CHECK(after<start, up<comment_on_schema<"app", "a">>, down<>>() ==
        "down_differs in 1.0 down: left schema_differs, schema app");
}
TEST_CASE("an owner has no privileges of his own") {
  CHECK(after<start, set_owner<"notes", "reader">>() ==
        refused(property_rule::has_privileges, "table notes, role reader"));
  CHECK(after<start, revoke_<privileges<"select">, on_table<"notes">, from_roles<"reader">>,
              set_owner<"notes", "reader">>() == "none");
  CHECK(after<start, set_owner<"notes", "app">, grant<privileges<"insert">, on_table<"notes">, to_roles<"app">>>() ==
        refused(property_rule::is_owner, "table notes, role app", "1.1"));
  CHECK(after<start, grant<privileges<"insert">, on_table<"notes">, to_roles<"app">>>() == "none");
}
TEST_CASE("a sequence that a column owns is whose its table is") {
  CHECK(after<start, set_sequence_owner<"notes_id_seq", "app">>() ==
        refused(property_rule::of_its_table, "object notes_id_seq, other table notes, is sequence, role app"));
  CHECK(after<start, set_owner<"other", "app">, alter_sequence<"s", owned_by<"other", "id">>>() ==
        refused(property_rule::other_owner, "object s, other table other, is sequence", "1.1"));
  CHECK(after<start, set_owner<"other", "app">, set_sequence_owner<"s", "app">,
              alter_sequence<"s", owned_by<"other", "id">>, set_owner<"other", "current_user">,
              alter_sequence<"s", owned_by<>>, set_sequence_owner<"s", "app">>() == "none");
  CHECK(after<start, set_owner<"other", "app">, set_sequence_owner<"s", "app">,
              alter_sequence<"s", owned_by<"other", "id">>, alter_sequence<"s", owned_by<>>,
              set_sequence_owner<"s", "app">>() == "no_effect in 1.4: object s, is sequence");
}
TEST_CASE("a logged table references none that is not") {
  CHECK(after<start, set_unlogged<"notes">>() ==
        refused(property_rule::references_unlogged, "table other, other table notes"));
  CHECK(after<start, set_unlogged<"other">, set_unlogged<"notes">, set_logged<"other">>() ==
        refused(property_rule::references_unlogged, "table other, other table notes", "1.2"));
  CHECK(after<start, set_unlogged<"other">, set_unlogged<"notes">,
              add_constraint<"notes", constraint<"fk", foreign_key<on<"id">, to<"other", "id">>>>>()
            .substr(0, 4) == "none");
  CHECK(
      after<start,
            create_table<"t", column<"id", bigint, primary_key>, column<"up", bigint, references<"t", "id">>, unlogged>,
            create_table<"u", column<"t", bigint, references<"t", "id">>>>() ==
      refused(property_rule::references_unlogged, "table u, other table t", "1.1"));
  CHECK(after<start, set_logged<"notes">>() == "no_effect in 1.0: table notes");
}
TEST_CASE("an index by which rows are told apart or ordered is one that PostgreSQL takes, and stays") {
  CHECK(after<start, set_replica_identity_index<"notes", "ix">, cluster_on<"notes", "notes_pkey">,
              set_replica_identity_index<"notes", "notes_pkey">, drop_index<"ix">, set_without_cluster<"notes">,
              set_replica_identity<"notes", "full">, set_replica_identity<"notes", "default">>() == "none");
  CHECK(after<start, set_replica_identity_index<"notes", "some">>() ==
        refused(property_rule::no_identity, "table notes, object some"));
  CHECK(after<start, set_replica_identity_index<"notes", "both">>() ==
        refused(property_rule::no_identity, "table notes, object both"));
  CHECK(after<start, set_replica_identity_index<"notes", "words">>() ==
        refused(property_rule::no_identity, "table notes, object words"));
  CHECK(after<start, set_replica_identity_index<"notes", "other_pkey">>() ==
        refused(property_rule::not_of_table, "table notes, object other_pkey"));
  CHECK(after<start, cluster_on<"notes", "none">>() ==
        refused(property_rule::not_of_table, "table notes, object none"));
  CHECK(after<start, cluster_on<"notes", "words">>() ==
        refused(property_rule::not_to_cluster, "table notes, object words"));
  CHECK(after<start, cluster_on<"notes", "some">>() ==
        refused(property_rule::not_to_cluster, "table notes, object some"));
  CHECK(after<start, set_replica_identity<"notes", "all">>().substr(0, 40) ==
        "misplaced in 1.0: text a replica identit");
  CHECK(after<start, set_replica_identity_index<"notes", "ix">, drop_index<"ix">>() ==
        refused(property_rule::identity_in_use, "table notes, object ix", "1.1"));
  CHECK(after<start, set_replica_identity_index<"notes", "ix">, drop_not_null<"notes", "title">>() ==
        refused(property_rule::identity_column, "table notes, column title", "1.1"));
  CHECK(after<start, cluster_on<"notes", "ix">, drop_index<"ix">, set_without_cluster<"notes">>() ==
        "no_effect in 1.2: table notes");
}
TEST_CASE("columns have statistics targets, tables tablespaces, partitioned tables neither") {
  CHECK(after<start, set_statistics<"notes", "title", 500>, set_statistics<"notes", "title", 0>,
              rename_column<"notes", "title", "name">, set_statistics<"notes", "name", -1>>() == "none");
  CHECK(after<start, set_statistics<"notes", "titel", 500>>() ==
        "no_column in 1.0: table notes, column titel, hint title");
  CHECK(after<start, set_statistics<"notes", "title", 10001>>() ==
        refused(property_rule::statistics_range, "table notes, column title"));
  CHECK(after<start, set_statistics<"notes", "title", -2>>() ==
        refused(property_rule::statistics_range, "table notes, column title"));
  CHECK(after<start, set_tablespace<"notes", "fast">, set_tablespace<"notes", "pg_default">>() == "none");
  CHECK(after<start, create_table<"t", column<"a", integer>, partition_by_range<"a">>, set_unlogged<"t">>() ==
        refused(property_rule::of_partitions, "table t", "1.1"));
  CHECK(after<start, create_table<"t", column<"a", integer>, partition_by_range<"a">>, set_owner<"t", "app">>() ==
        "none");
}

struct mood : enum_type<"mood", "sad"> {};
using owned =
    first<create_table<"t", column<"a", bigint, primary_key>>, create_enum<"mood", "sad">,
          set_type_owner<"mood", "app">, set_owner<"t", "app">, cluster_on<"t", "t_pkey">, set_statistics<"t", "a", 7>>;

TEST_CASE("models say the same of properties as the history") {
  struct t
      : table<"t", column<"a", bigint, primary_key>, owner<"app">, clustered_on<"t_pkey">, statistics_target<"a", 7>> {
  };
  struct less : table<"t", column<"a", bigint, primary_key>, owner<"app">, clustered_on<"t_pkey">> {};
  struct more : table<"t", column<"a", bigint, primary_key>, owner<"app">, clustered_on<"t_pkey">,
                      statistics_target<"a", 7>, unlogged> {};
  struct another : table<"t", column<"a", bigint, primary_key>, owner<"other">, clustered_on<"t_pkey">,
                         statistics_target<"a", 7>> {};
  struct mood_owner : owner<"app", on_type<"mood">> {};
  struct several : owner<"app", on_type<"mood", "moon">> {};
  CHECK(compared<owned, t, mood, mood_owner>() == "none");
  CHECK(compared<owned, t, mood>() == "model_property_extra: table mood, is type, hint app");
  CHECK(compared<owned, less, mood, mood_owner>() == "model_property_extra: table t, column a, hint 7");
  CHECK(compared<owned, more, mood, mood_owner>() == "model_property_missing: table t, hint unlogged");
  CHECK(compared<owned, another, mood, mood_owner>() == "model_property_missing: table t, hint other");
  CHECK(compared<owned, t, mood, several>().substr(0, 15) == "model_misplaced");
}
TEST_CASE("a written down gives the owner back") {
  CHECK(after<start, up<set_owner<"notes", "app">>, down<set_owner<"notes", "current_user">>>() == "none");
  CHECK(after<start, up<set_owner<"notes", "app">>, down<>>() ==
        "down_differs in 1.0 down: left property_differs, table notes");
  CHECK(after<start, up<set_type_owner<"mood", "app">>, down<>>() ==
        "down_differs in 1.0 down: left property_differs, table mood, is type");
}
TEST_CASE("branches that say something of one object do not commute") {
  struct left : revision<"l", revises<"a">, "l", set_owner<"notes", "app">> {};
  struct right : revision<"r", revises<"a">, "r", set_owner<"notes", "other">> {};
  struct granted_right
      : revision<"r", revises<"a">, "r", grant<privileges<"insert">, on_table<"notes">, to_roles<"app">>> {};
  struct apart : revision<"r", revises<"a">, "r", set_statistics<"notes", "title", 5>> {};
  struct merged : revision<"m", revises<"l", "r">, "m"> {};
  CHECK(judged<start, left, right, merged>().substr(0, 8) == "conflict");
  CHECK(judged<start, left, granted_right, merged>().substr(0, 8) == "conflict");
  CHECK(judged<start, left, apart, merged>() == "none");
}

}  // namespace
