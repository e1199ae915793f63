// SPDX-License-Identifier: BSL-1.0
#include <skein/run/adopt/portion.hpp>

#include "support/catch.hpp"

using namespace skein::run::adoption;

namespace {

/// Each portion in brackets, round where the catalogs show it all.
std::string divided(std::string_view sql) {
  std::string out;
  for (const portion& p : portions_of(sql)) out += (p.shows ? "(" : "[") + p.text() + (p.shows ? ") " : "] ");
  return out;
}

}  // namespace

TEST_CASE("schema and data are apart, in their order", "[run][adopt]") {
  CHECK(divided("BEGIN; ALTER TABLE t ADD a int; UPDATE t SET a = 1; SELECT f(); ALTER TABLE t ALTER a SET NOT NULL; "
                "COMMIT;") ==
        "(ALTER TABLE t ADD a int) [UPDATE t SET a = 1; SELECT f()] (ALTER TABLE t ALTER a SET NOT NULL) ");
  CHECK(divided("CREATE TABLE a (x int); CREATE TABLE b AS SELECT 1; CREATE TABLE c (x text DEFAULT ('a'))") ==
        "(CREATE TABLE a (x int)) [CREATE TABLE b AS SELECT 1] (CREATE TABLE c (x text DEFAULT ('a'))) ");
  CHECK(divided("ALTER SEQUENCE s RESTART WITH 7; ALTER SEQUENCE s CACHE 2") ==
        "[ALTER SEQUENCE s RESTART WITH 7] (ALTER SEQUENCE s CACHE 2) ");
  CHECK(divided("-- nothing\n") == "");
}

TEST_CASE("what a difference would take for one thing is two portions", "[run][adopt]") {
  for (const char* two : {"DROP TABLE t| CREATE TABLE t (a int)", "ALTER TABLE t DROP a| ALTER TABLE t ADD a text",
                          "ALTER TABLE t ADD a int DEFAULT 1| ALTER TABLE t ALTER a DROP DEFAULT",
                          "CREATE TABLE u ()| ALTER TABLE t RENAME TO v",
                          "CREATE TYPE m AS ENUM ()| ALTER TABLE t ALTER a TYPE m USING f(a)",
                          "CREATE INDEX i ON t (a)| CREATE INDEX CONCURRENTLY j ON t (a)",
                          "ALTER TABLE t ADD a int| REFRESH MATERIALIZED VIEW v"}) {
    std::string sql = two;
    const std::size_t bar = sql.find('|');
    sql[bar] = ';';
    CHECK(divided(sql) == "(" + sql.substr(0, bar) + ") (" + sql.substr(bar + 2) + ") ");
  }
  for (const char* one :
       {"ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME a TO b; CREATE TABLE t (a int)",
        "DROP VIEW v; CREATE VIEW v AS SELECT 1", "ALTER TABLE t ADD a int; ALTER TABLE t ALTER a SET DEFAULT 1",
        "CREATE MATERIALIZED VIEW v AS SELECT 1 WITH NO DATA; REFRESH MATERIALIZED VIEW v"})
    CHECK(divided(one) == "(" + std::string(one) + ") ");
}

TEST_CASE("what is too long for a literal is divided between statements", "[run][adopt]") {
  std::string sql;
  for (int i = 0; i < 4; ++i) sql += "INSERT INTO t VALUES ('" + std::string(longest_text / 5, 'x') + "');\n";
  const auto all = portions_of(sql);
  REQUIRE(all.size() == 2);
  for (const portion& p : all) CHECK(p.statements.size() == 2);
}

TEST_CASE("settings of the session go with the data that they are about", "[run][adopt]") {
  CHECK(divided("SET search_path = app; SELECT pg_catalog.set_config('x.y', 'z', false); CREATE TABLE t (); INSERT "
                "INTO t VALUES (1)") ==
        "(SET LOCAL search_path = app; SELECT pg_catalog.set_config('x.y', 'z', true); CREATE TABLE t ()) "
        "[SET LOCAL search_path = app; SELECT pg_catalog.set_config('x.y', 'z', true); INSERT INTO t VALUES (1)] ");
  CHECK(divided("SET SESSION a.b = 1; SET LOCAL c.d = 2; DELETE FROM t") ==
        "[SET LOCAL a.b = 1; SET LOCAL c.d = 2; DELETE FROM t] ");
}
