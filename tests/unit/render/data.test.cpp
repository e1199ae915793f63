// SPDX-License-Identifier: BSL-1.0
#include <skein/render/data.hpp>

#include "database.hpp"
#include "history.hpp"
#include "statements.hpp"
#include "support/catch.hpp"

#include <utility>

#include <skein/run/catalog.hpp>

using namespace skein;
using test::sql_of;

namespace {

// clang-format off
inline constexpr cell countries[][3]{
    {"de", "Germany", 84.5},
    {"fr", "France", nullptr},
    {"xx", "it's \\ \"nowhere\"", 0.1}};

struct r1 : revision<"1", base, "tables",
    create_table<"countries", column<"code", character<2>, primary_key>, column<"name", text, not_null>, column<"people", real>>,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"country", character<2>, references<"countries">>,
                 column<"active", boolean, not_null, default_<"true">>, column<"at", timestamptz, default_<"now()">>>> {};
struct r2 : revision<"2", revises<"1">, "countries",
    insert_into<"countries", columns<"code", "name", "people">, rows_of<countries>, row<"is", expression("initcap('iceland')"), 0.4>>> {};
struct r3 : revision<"3", revises<"2">, "users",
    insert_into<"users", columns<"id", "country", "active">, row<10, "de", default_value>, row<20, nullptr, false>, overriding_system_value>> {};
struct r4 : revision<"4", revises<"3">, "one less",
    delete_from<"countries", columns<"name", "people", "code">, row<"France", nullptr, "fr">>> {};
struct r5 : revision<"5", revises<"4">, "changes",
    update_rows<"users", set<"active", true>, set<"country", "is">, where<"country IS NULL">,
                undo<"UPDATE users SET active = false, country = NULL WHERE country = 'is'">>,
    insert_into<"countries", columns<"code", "name">, row<"de", "Deutschland">, row<"it", "Italia">, on_conflict<on<"code">, do_update<>>,
                undo<"DELETE FROM countries WHERE code = 'it'; UPDATE countries SET name = 'Germany' WHERE code = 'de'">>> {};
struct r6 : revision<"6", revises<"5">, "nothing",
    truncate_table<"users", together_with<"countries">, restart_identity, loses_data>> {};
struct history : chain<r1, r2, r3, r4, r5, r6> {};
// clang-format on

std::vector<std::string> contents(run::session& s) {
  std::vector<std::string> out;
  for (const char* sql : {"SELECT code || '|' || name || '|' || coalesce(people::text, '-') FROM countries ORDER BY 1",
                          "SELECT id || '|' || coalesce(country, '-') || '|' || active FROM users ORDER BY id"}) {
    const run::rows found = s.run(sql);
    for (std::size_t i = 0; i < found.size(); ++i) out.push_back(found.text(i, 0));
  }
  return out;
}

}  // namespace

TEST_CASE("each value's text") {
  const auto one = [](const model::value& v) { return render::value(v); };
  CHECK(one(nullptr) == "NULL");
  CHECK(one(default_value) == "DEFAULT");
  CHECK(one(true) == "true");
  CHECK(one(-7) == "-7");
  CHECK(one(0.1) == "0.1");
  CHECK(one(1e300) == "1e+300");
  CHECK(one(-HUGE_VAL) == "'-Infinity'");
  CHECK(one("it's") == "'it''s'");
  CHECK(one("\\x00") == "E'\\\\x00'");
}

TEST_CASE("each statement on rows") {
  CHECK(sql_of<insert_into<qualified("app", "t"), columns<"a", "B">, row<1, "x">>>() == "INSERT INTO app.t (a, \"B\") VALUES (1, 'x')");
  CHECK(sql_of<insert_into<"t", columns<"a">, row<1>, row<expression("now() -- soon")>, overriding_system_value>>() ==
        "INSERT INTO t (a) OVERRIDING SYSTEM VALUE VALUES\n  (1),\n  (now() -- soon\n)");
  CHECK(sql_of<insert_into<"t", columns<"a", "b", "c">, row<1, 2, 3>, on_conflict<on<"b">, do_update<>>>>() ==
        "INSERT INTO t (a, b, c) VALUES (1, 2, 3) ON CONFLICT (b) DO UPDATE SET a = EXCLUDED.a, c = EXCLUDED.c");
  CHECK(sql_of<insert_into<"t", columns<"a", "b">, row<1, 2>, row<2, 3>, on_conflict<on<"a", "b">, do_update<"a">>>>() ==
        "INSERT INTO t (a, b) VALUES\n  (1, 2),\n  (2, 3)\nON CONFLICT (a, b) DO UPDATE SET a = EXCLUDED.a");
  CHECK(sql_of<insert_into<"t", columns<"a">, row<1>, on_conflict<do_nothing>>>() == "INSERT INTO t (a) VALUES (1) ON CONFLICT DO NOTHING");
  CHECK(sql_of<update_rows<"t", set<"a", nullptr>, set<"b", expression("b + 1")>, where<"a > 3">>>() == "UPDATE t SET a = NULL, b = b + 1 WHERE a > 3");
  CHECK(sql_of<update_rows<"t", set<"a", default_value>>>() == "UPDATE t SET a = DEFAULT");
  CHECK(sql_of<delete_from<"t", where<"a > 3">>>() == "DELETE FROM t WHERE a > 3");
  CHECK(sql_of<delete_from<"t", columns<"a">, row<1>>>() == "DELETE FROM t WHERE a = 1");
  CHECK(sql_of<delete_from<"t", columns<"a">, row<0.1>, row<2>>>() == "DELETE FROM t WHERE a IN ('0.1', 2)");
  CHECK(sql_of<delete_from<"t", columns<"a", "b">, row<1, "x">, row<2, "y">>>() == "DELETE FROM t WHERE (a, b) IN ((1, 'x'), (2, 'y'))");
  CHECK(sql_of<delete_from<"t", columns<"a", "b">, row<1, "x">, row<2, nullptr>>>() ==
        "DELETE FROM t WHERE (a = 1 AND b = 'x')\n  OR (a = 2 AND b IS NULL)");
  CHECK(sql_of<truncate_table<"t">>() == "TRUNCATE t");
  CHECK(sql_of<truncate_table<"t", together_with<"u", "v">, restart_identity, cascade>>() == "TRUNCATE t, u, v RESTART IDENTITY CASCADE");
}

template <class>
struct counted;
template <int... N>
struct counted<std::integer_sequence<int, N...>> {
  static constexpr cell rows[][1]{{N}...};
};

TEST_CASE("rows go to the server a hundred at a time") {
  using step = insert_into<"t", columns<"a">, rows_of<counted<std::make_integer_sequence<int, 250>>::rows>>;
  const auto sql = render::statements(step::step);
  REQUIRE(sql.size() == 3);
  CHECK(sql[2].substr(0, 37) == "INSERT INTO t (a) VALUES\n  (200),\n  (");
}

TEST_CASE("rows are there after the up, and as they were after the down; the catalogs stay") {
  run::session s(test::fresh_database());
  s.run("SET standard_conforming_strings = off");
  const auto all = test::rendered<history>();
  for (const auto& each : all[0].up) s.run(each.sql);
  const run::catalog before(s);
  std::vector<std::vector<std::string>> found{contents(s)};
  for (std::size_t i = 1; i < all.size(); ++i) {
    for (const auto& each : all[i].up) s.run(each.sql);
    found.push_back(contents(s));
  }
  using lines = std::vector<std::string>;
  const std::string nowhere = "xx|it's \\ \"nowhere\"|0.1";
  CHECK(found[0] == lines{});
  CHECK(found[1] == lines{"de|Germany|84.5", "fr|France|-", "is|Iceland|0.4", nowhere});
  CHECK(found[2] == lines{"de|Germany|84.5", "fr|France|-", "is|Iceland|0.4", nowhere, "10|de|true", "20|-|false"});
  CHECK(found[3] == lines{"de|Germany|84.5", "is|Iceland|0.4", nowhere, "10|de|true", "20|-|false"});
  CHECK(found[4] == lines{"de|Deutschland|84.5", "is|Iceland|0.4", "it|Italia|-", nowhere, "10|de|true", "20|is|true"});
  CHECK(found[5] == lines{});
  CHECK(difference(before, run::catalog(s)) == lines{});

  s.run(R"(INSERT INTO countries VALUES ('de', 'Deutschland', 84.5), ('is', 'Iceland', 0.4), ('it', 'Italia', NULL), ('xx', E'it''s \\ "nowhere"', 0.1))");
  s.run("INSERT INTO users (id, country, active) OVERRIDING SYSTEM VALUE VALUES (10, 'de', true), (20, 'is', true)");
  REQUIRE(contents(s) == found[4]);
  for (std::size_t i = 4; i > 0; --i) {
    CAPTURE(i);
    for (const auto& each : all[i].down) s.run(each.sql);
    CHECK(contents(s) == found[i - 1]);
  }
  CHECK(difference(before, run::catalog(s)) == lines{});
}
