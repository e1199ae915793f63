// SPDX-License-Identifier: BSL-1.0
#include <stdio.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>  // ::truncate is C's

#include <skein/declare/steps/data.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;

// clang-format off
// Rows that the application counts on.
inline constexpr cell countries[][3]{
    {"de", "Germany", 84.5},
    {"fr", "France",  68},
    {"va", "Vatican", nullptr},
};
struct create_countries : revision<"a", base, "countries and roles",
    create_table<"countries", column<"code", character<2>, primary_key>, column<"name", text, not_null>, column<"people", numeric<5, 1>>>,
    create_table<"roles", column<"id", integer, primary_key>, column<"name", varchar<40>, not_null>, column<"rank", smallint>>,
    insert_into<"countries", columns<"code", "name", "people">, rows_of<countries>>> {};

struct add_roles : revision<"b", revises<"a">, "roles",
    insert_into<"roles", columns<"id", "name">, row<1, "admin">, row<2, "reader">>> {};     // its down deletes the two

struct rank_roles : revision<"c", revises<"b">, "roles have a rank",
    update_rows<"roles", set<"rank", expression("10 * id")>, where<"rank IS NULL">,
                undo<"UPDATE roles SET rank = NULL">>,
    insert_into<"roles", columns<"id", "name">, row<1, "administrator">, row<3, "guest">,
                on_conflict<on<"id">, do_update<"name">>, loses_data>> {};                  // its down leaves them
// clang-format on

TEST_CASE("rows stand in a history") {
  CHECK(test::judged<create_countries, add_roles, rank_roles>() == "none");
}

TEST_CASE("a step keeps what it is given") {
  using step = insert_into<"t", columns<"a", "b">, row<1, "x">, rows_of<countries>, overriding_system_value,
                           on_conflict<on<"a">, do_update<"b">>, undo<"SELECT 1">>;
  const model::data_def& d = model::data_of(step::step);
  CHECK(model::row_count(d) == 4);
  CHECK(d.columns.size == 2);
  CHECK(d.overriding);
  CHECK(d.conflict_key.size == 1);
  CHECK(d.conflict_columns.size == 1);
  CHECK(std::string_view(step::step.undo.data) == "SELECT 1");
  CHECK(model::each_row(d, [](const model::row_def& r, model::u32 n) { return r.size == (n == 1 ? 2u : 3u); }));

  using values = row<-1, 9223372036854775807LL, true, 1.5, "text", "", nullptr, default_value, expression("now()")>;
  using kind = model::value::kind;
  const kind kinds[]{kind::integer, kind::integer, kind::boolean, kind::real, kind::text, kind::text, kind::null, kind::default_value, kind::expression};
  const model::row_def& r = values::block.own;
  for (model::u32 i = 0; i < r.size; ++i) CHECK(r[i].what == kinds[i]);
  CHECK(r[4].size == 4);
  CHECK(r[5].size == 0);
  CHECK(std::string_view(r[8].data, r[8].size) == "now()");
}

/// For many tables at once.
template <model::object_name Table>
struct add_default_row : insert_into<Table, columns<"id">, row<0>> {};

TEST_CASE("rows go into many tables as into one") {
  using start = test::first<create_table<"a", column<"id", integer, primary_key>>, create_table<"b", column<"id", integer, primary_key>>>;
  CHECK(test::after<start, for_each_table<names<"a", "b">, add_default_row>>() == "none");
  CHECK(test::after<start, drop_column<"b", "id", loses_data>, for_each_table<names<"a", "b">, add_default_row>>() ==
        "no_column in 1.1, leaf 2: table b, column id");
}

}  // namespace
