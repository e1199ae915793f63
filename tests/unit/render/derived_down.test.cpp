// SPDX-License-Identifier: BSL-1.0
#include <skein/render/derived_down.hpp>

#include "database.hpp"
#include "history.hpp"
#include "support/catch.hpp"

#include <skein/run/catalog.hpp>

using namespace skein;

namespace {

// clang-format off
struct r01 : revision<"01", base, "everything that a table may have",
    create_schema<"app">,
    create_table<"users", comment<"people">,
        column<"id", bigint, identity_with<by_default, start<7>, cache<3>>, primary_key>,
        column<"email", varchar<255>, not_null, unique, collate<"C">, comment<"as given">>,
        column<"age", integer, default_<"0">, check<"age >= 0">>,
        column<"both", text, generated<"email || '!'">>,
        column<"number", serial>,
        parameter<"fillfactor", "70">,
        constraint<"uq", unique_on<"email", "age">, include<"number">, deferrable>,
        check_on<"ck", "id > 0">,
        indexed<"ix", on<desc("age"), expression("lower(email)")>, where<"age > 18">, unique>>,
    create_table<qualified("app", "posts"),
        column<"id", bigint, primary_key>,
        column<"author", bigint, references<"users", "id", on_delete<cascade>>>,
        column<"during", tsrange>,
        exclude_on<automatic, on<with("during", "&&")>, method<"gist">>>> {};
struct r02 : revision<"02", revises<"01">, "columns",
    add_column<"users", column<"nick", text, not_null, default_<"''">, unique, comment<"short">>>,
    alter_type<"users", "age", bigint, undo_using<"age::integer">>,
    set_not_null<"users", "age">, drop_default<"users", "age">, set_default<"users", "nick", "'x' || 'y'">,
    comment_on_column<"users", "email", "">, rename_column<"users", "nick", "Nick">> {};
struct r03 : revision<"03", revises<"02">, "lossy",
    drop_column<"users", "Nick", loses_data>, drop_column<"users", "both", loses_data>,
    drop_table<qualified("app", "posts"), loses_data>, drop_schema<"app">> {};
struct r04 : revision<"04", revises<"03">, "constraints and indexes",
    drop_constraint<"users", "uq">, drop_constraint<"users", "ck">, drop_index<"ix">,
    add_constraint<"users", constraint<"later", check<"id < 100">, not_valid>>, validate_constraint<"users", "later">,
    rename_constraint<"users", "later", "Later">, create_index<automatic, "users", on<"age">>,
    rename_index<"users_age_idx", "iy">> {};
struct r05 : revision<"05", revises<"04">, "identity",
    set_identity<"users", "id", identity_with<always, increment<5>>>,
    drop_identity<"users", "id">,
    add_identity<"users", "id", identity_with<always, cycle>>,
    execute<"CREATE VIEW v AS SELECT 1 AS x", undo<"DROP VIEW v">>> {};
struct r06 : revision<"06", revises<"05">, "tables",
    set_parameters<"users", parameter<"fillfactor", "80">, parameter<"toast.autovacuum_enabled", "false">>,
    reset_parameter<"users", "fillfactor">, comment_on_table<"users", "">,
    create_schema<"s 2">, set_schema<"users", "s 2">, rename_table<qualified("s 2", "users"), "People">> {};
struct r07 : revision<"07", revises<"06">, "outside",
    outside_transaction,
    create_index<"iz", qualified("s 2", "People"), on<"email">, concurrently>,
    drop_index<qualified("s 2", "iy"), concurrently>> {};
template <model::object_name Table>
struct add_owner : steps<
    add_column<Table, column<"owner", text>>, create_index<join<"ix_", Table, "_owner">, Table, on<"owner">>,
    execute<join_sql<"UPDATE ", Table, " SET owner = 'x'">, undo<"">>> {};
template <model::object_name Table>
struct drop_email : drop_column<Table, "email", loses_data> {};
struct people : table<qualified("s 2", "People")> {};
struct r08 : revision<"08", revises<"07">, "many tables",
    create_table<"notes", column<"email", text, unique>, indexed<"ix_notes", on<expression("lower(email)")>>>,
    drop_index<"ix_notes">, drop_index<qualified("s 2", "iz")>,
    for_each_table<names<qualified("s 2", "People"), "notes">, add_owner>,
    for_each_table<models<people>, drop_email>, steps<>, steps<comment_on_table<"notes", "n">, drop_email<"notes">>> {};
// clang-format on

struct derived : chain<r01, r02, r03, r04, r05, r06, r07, r08> {};

}  // namespace

TEST_CASE("every derived down leads back to the catalogs as they were") {
  const std::string url = test::fresh_database();
  run::session s(url);
  std::vector<run::catalog> before;
  const auto all = test::rendered<derived>();
  for (int times = 0; times < 2; ++times) {
    for (const auto& m : all) {
      before.emplace_back(s);
      for (const auto& each : m.up) s.run(each.sql);
    }
    for (std::size_t i = all.size(); i-- > 0;) {
      CAPTURE(all[i].id);
      for (const auto& each : all[i].down) {
        CAPTURE(each.sql);
        CHECK_NOTHROW(s.run(each.sql));
      }
      CHECK(difference(before[i], run::catalog(s)) == std::vector<std::string>{});
    }
    before.clear();
  }
}
