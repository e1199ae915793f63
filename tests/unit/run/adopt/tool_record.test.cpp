// SPDX-License-Identifier: BSL-1.0
#include <skein/run/adopt/tool_record.hpp>

#include "support/catch.hpp"
#include "support/server.hpp"

using namespace skein::run;
using namespace skein::run::adoption;

namespace {

/// Where the database is after that SQL, by the record of a tool.
std::string after(tool of, const std::string& sql,
                  const std::vector<std::string>& revisions = {"0001", "0002", "0010_x"},
                  const std::string& table = "") {
  session s(skein::test::fresh_database());
  s.run(sql);
  try {
    return last_recorded(s, of, revisions, table);
  } catch (const history_mismatch& fault) {
    return fault.what();
  }
}

}  // namespace

TEST_CASE("a version is a revision's whatever zeros it begins with", "[run][adopt]") {
  CHECK(is_version("0002", "2"));
  CHECK(is_version("20240101000000", "20240101000000"));
  CHECK(is_version("0010_x", "10"));
  CHECK(is_version("1.2", "1.2.0"));
  CHECK(is_version("ae10", "ae10"));
  CHECK(!is_version("ae10", "10"));
  CHECK(!is_version("0002", "20"));
  CHECK(!is_version("10ae", "10"));
}

TEST_CASE("Alembic records where the database is", "[run][adopt]") {
  const std::string table = "CREATE TABLE alembic_version (version_num text);";
  CHECK(after(tool::alembic, table + "INSERT INTO alembic_version VALUES ('1bf2')", {"ae10", "1bf2", "77"}) == "1bf2");
  CHECK(after(tool::alembic, table) == "");
  CHECK(after(tool::alembic, table + "INSERT INTO alembic_version VALUES ('a'), ('b')") ==
        "Alembic records 2 versions at once, a and b; bring the database to one first");
  CHECK(after(tool::alembic, table + "INSERT INTO alembic_version VALUES ('x')") ==
        "Alembic has applied x, which this history does not have; adopt its files as they are now");
  CHECK(after(tool::alembic, "") ==
        "the database has no table alembic_version, in which Alembic records what it applied; name it "
        "with --version-table if it is another");
}

TEST_CASE("golang-migrate records where the database is, and whether that failed", "[run][adopt]") {
  const std::string table = "CREATE TABLE schema_migrations (version bigint, dirty boolean);";
  CHECK(after(tool::golang_migrate, table + "INSERT INTO schema_migrations VALUES (10, false)") == "0010_x");
  CHECK(after(tool::golang_migrate, table + "INSERT INTO schema_migrations VALUES (2, true)") ==
        "golang-migrate stopped on its way in 2, which it records as failed; repair that with golang-migrate first");
  CHECK(after(tool::golang_migrate, table + "INSERT INTO schema_migrations VALUES (-1, false)") == "");
  CHECK(after(tool::golang_migrate, "CREATE TABLE schema_migrations (version text)") ==
        "table schema_migrations is not as golang-migrate makes it: column \"dirty\" does not exist");
  CHECK(after(tool::golang_migrate,
              "CREATE SCHEMA m; CREATE TABLE m.\"V\" (version bigint, dirty boolean); INSERT INTO m.\"V\" VALUES (1, "
              "false)",
              {"0001"}, "m.\"V\"") == "0001");
}

TEST_CASE("diesel and dbmate record every migration", "[run][adopt]") {
  for (const tool t : {tool::diesel, tool::dbmate}) {
    const std::string name = facts_of(t).table,
                      table = "CREATE TABLE " + name + " (version text); INSERT INTO " + name + " VALUES ";
    CHECK(after(t, table + "('0001'), ('0002')") == "0002");
    CHECK(after(t, table + "('0001'), ('0010')") ==
          std::string(facts_of(t).name) + " has applied 0010_x and not 0002, which comes before it; apply that with " +
              facts_of(t).name + " first");
  }
}

TEST_CASE("sqlx records whether each migration succeeded", "[run][adopt]") {
  const std::string table =
      "CREATE TABLE _sqlx_migrations (version bigint, success boolean); INSERT INTO _sqlx_migrations VALUES ";
  CHECK(after(tool::sqlx, table + "(1, true), (2, true)") == "0002");
  CHECK(after(tool::sqlx, table + "(1, true), (2, false)") ==
        "sqlx stopped on its way in 2, which it records as failed; repair that with sqlx first");
}

TEST_CASE("goose records each way that was taken", "[run][adopt]") {
  const std::string table =
      "CREATE TABLE goose_db_version (id serial, version_id bigint, is_applied boolean); INSERT INTO goose_db_version "
      "(version_id, is_applied) VALUES ";
  CHECK(after(tool::goose, table + "(0, true), (1, true), (2, true), (2, false)") == "0001");
  CHECK(after(tool::goose, table + "(0, true), (1, true), (2, true), (2, false), (2, true)") == "0002");
}

TEST_CASE("Flyway records versions, undos, and what is repeatable", "[run][adopt]") {
  const std::string table =
      "CREATE TABLE flyway_schema_history (installed_rank int, version text, type text, script text, success boolean);"
      "INSERT INTO flyway_schema_history VALUES ";
  const std::vector<std::string> revisions{"1", "1.2", "R__views"};
  CHECK(after(tool::flyway, table + "(1, '1', 'SQL', 'V1__a.sql', true), (2, '1.2', 'SQL', 'V1_2__b.sql', true)",
              revisions) == "1.2");
  CHECK(after(tool::flyway,
              table + "(0, NULL, 'SCHEMA', '\"app\"', true), (1, '1', 'SQL', 'V1__a.sql', true), (2, '1.2', 'SQL', "
                      "'V1_2__b.sql', true), "
                      "(3, NULL, 'SQL', 'R__views.sql', true)",
              revisions) == "R__views");
  CHECK(after(tool::flyway,
              table + "(1, '1', 'SQL', 'V1__a.sql', true), (2, '1.2', 'SQL', 'V1_2__b.sql', true), (3, '1.2', "
                      "'UNDO_SQL', 'U1_2__b.sql', true)",
              revisions) == "1");
  CHECK(after(tool::flyway, table + "(1, '1', 'SQL', 'V1__a.sql', false)", revisions) ==
        "Flyway stopped on its way in V1__a.sql, which it records as failed; repair that with Flyway first");
  CHECK(after(tool::flyway, table + "(1, '1', 'BASELINE', '<< Flyway Baseline >>', true)", revisions) ==
        "Flyway took the database over at 1, so that nothing says what it had then; compare it with check, and use "
        "stamp");
}
