// SPDX-License-Identifier: BSL-1.0
#include <skein/check/text/raw_sql.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::first, test::judged, test::second, test::after;

using begin = first<create_table<"t", column<"a", integer>>>;

template <model::literal Sql>
std::string verdict_on() {
  return after<begin, execute<Sql, undo<"">>>();
}

TEST_CASE("raw SQL does not end the transaction that skein holds") {
  CHECK(verdict_on<"UPDATE t SET a = 1; COMMIT; UPDATE t SET a = 2">() == "ends_transaction in 1.0: text COMMIT");
  CHECK(verdict_on<"begin">() == "ends_transaction in 1.0: text begin");
  CHECK(verdict_on<"START\tTRANSACTION READ ONLY">() == "ends_transaction in 1.0: text START\tTRANSACTION");
  CHECK(verdict_on<"; end;">() == "ends_transaction in 1.0: text end");
  CHECK(verdict_on<"SELECT 'it''s'; ROLLBACK WORK">() == "ends_transaction in 1.0: text ROLLBACK WORK");
  CHECK(verdict_on<"Abort">() == "ends_transaction in 1.0: text Abort");
  CHECK(verdict_on<"PREPARE TRANSACTION 'x'">() == "ends_transaction in 1.0: text PREPARE TRANSACTION");
  CHECK(verdict_on<"SELECT 1 -- a comment; \n; COMMIT AND CHAIN">() == "ends_transaction in 1.0: text COMMIT AND");
  CHECK(verdict_on<"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END; COMMIT">() ==
        "ends_transaction in 1.0: text COMMIT");
  CHECK(after<begin, execute<"SELECT 1", undo<"COMMIT">>>() == "ends_transaction in 1.0: text COMMIT");
  CHECK(judged<begin, revision<"b", revises<"a">, "up and down", up<>, down<execute<"COMMIT">>>>() ==
        "ends_transaction in 1.0 down: text COMMIT");
}

TEST_CASE("what only looks like it is left alone") {
  CHECK(verdict_on<"SELECT ';commit;', E'\\'; commit', \"; commit\" FROM t">() == "none");
  CHECK(verdict_on<"SELECT $$; COMMIT;$$, $body$ ; $$ COMMIT; $body$">() == "none");
  CHECK(verdict_on<"-- ; COMMIT\n/* ; COMMIT /* nested */ ; ROLLBACK; */ SELECT 1">() == "none");
  CHECK(verdict_on<"DO $$ BEGIN PERFORM 1; END $$">() == "none");
  CHECK(verdict_on<"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE a WHEN 1 THEN 2 END FROM t; END">() == "none");
  CHECK(verdict_on<"CREATE RULE r AS ON INSERT TO t DO ALSO (UPDATE t SET a = 1; DELETE FROM t)">() == "none");
  CHECK(verdict_on<"SAVEPOINT s; ROLLBACK TO SAVEPOINT s; RELEASE s; ROLLBACK TRANSACTION TO s">() == "none");
  CHECK(verdict_on<"PREPARE p AS SELECT 1; SET TRANSACTION READ ONLY; COMMENT ON TABLE t IS 'commit'">() == "none");
  CHECK(verdict_on<"UPDATE t SET a = 1 WHERE b = e'\\'; COMMIT; ' AND note = 'x'">() == "none");
  CHECK(verdict_on<"">() == "none");
  CHECK(verdict_on<"SELECT '">() == "none");  // PostgreSQL says what is wrong with it
}

TEST_CASE("what PostgreSQL runs only outside a transaction") {
  CHECK(verdict_on<"VACUUM">() == "needs_no_transaction in 1.0: text VACUUM");
  CHECK(verdict_on<"CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)">() == "needs_no_transaction in 1.0: text CREATE UNIQUE");
  CHECK(verdict_on<"DROP INDEX CONCURRENTLY i">() == "needs_no_transaction in 1.0: text DROP INDEX");
  CHECK(verdict_on<"REINDEX (CONCURRENTLY) TABLE t">().substr(0, 20) == "needs_no_transaction");
  CHECK(verdict_on<"CREATE DATABASE x">() == "needs_no_transaction in 1.0: text CREATE DATABASE");
  CHECK(verdict_on<"ALTER SYSTEM SET work_mem = '1MB'">() == "needs_no_transaction in 1.0: text ALTER SYSTEM");
  CHECK(verdict_on<"CREATE INDEX i ON t (a); REINDEX TABLE t; REFRESH MATERIALIZED VIEW CONCURRENTLY v">() == "none");
  CHECK(after<begin, outside_transaction, execute<"VACUUM t", undo<"">>>() == "none");
  CHECK(after<begin, outside_transaction, execute<"BEGIN; UPDATE t SET a = 1; COMMIT", undo<"">>>() == "none");
}

TEST_CASE("long raw SQL stays within a constant expression's budget") {
  static constexpr auto text = []() consteval {
    char sql[40001]{};
    for (int i = 0; i < 40000; ++i) sql[i] = "INSERT INTO t VALUES (1, 'one');\n"[i % 33];
    return model::literal<40001>(sql);
  }();
  CHECK(after<begin, execute<text, undo<"">>, execute<text, undo<"">>>() == "none");
}

}  // namespace
