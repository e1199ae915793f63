// SPDX-License-Identifier: BSL-1.0
// A history out of another tool's files, and its record of a live database as the journal's. That what is printed
// compiles is what the test `adopt` is about.
#include <skein/run.hpp>
#include <skein/skein.hpp>

#include "unit/cli/driven.hpp"
#include "unit/run/adopt/files.hpp"

#include <nlohmann/json.hpp>

namespace skein::test {

namespace {

// clang-format off
struct create_t : skein::revision<"0001", base, "create t", create_table<"t", column<"a", integer>>> {};
struct add_b : skein::revision<"0002", revises<"0001">, "add b", add_column<"t", column<"b", text>>> {};
struct add_c : skein::revision<"0003", revises<"0002">, "add c", add_column<"t", column<"c", text>>> {};
struct add_d : skein::revision<"0003b", revises<"0002">, "add d", add_column<"t", column<"d", text>>> {};
struct both : skein::revision<"0004", revises<"0003", "0003b">, "both"> {};
// clang-format on
struct line : chain<create_t, add_b, add_c> {};
struct fork : chain<create_t, add_b, add_c, add_d, both> {};

}  // namespace

TEST_CASE("adopt prints a header, and what it found on the way") {
  files in;
  in.write("0001_create_t.up.sql", "CREATE TABLE t (a int, b text NOT NULL);")
      .write("0001_create_t.down.sql", "DROP TABLE t;");
  in.write("0002_drop_b.up.sql", "ALTER TABLE t DROP b; UPDATE t SET a = 1;")
      .write("0002_drop_b.down.sql", "ALTER TABLE t ADD b text;");
  in.write("README.md", "");
  const outcome o = drive({}, {.words = {"adopt", in.path.string()}});
  CHECK(o.code == 0);
  CHECK(o.err ==
        "passed over: README.md\n2 revisions: 1 native, 1 with SQL of the original\n"
        "1 of 2 original downs leave another schema than there was:\n  0002  drop b: - column public.t.b text not "
        "null\n");
  CHECK(o.out == "// Adopted from " + in.path.filename().string() + ": 2 revisions, 1 of them native.\n\n" +
                     R"text(#pragma once

#include <skein/skein.hpp>

namespace adopted {

using namespace skein;

struct r0001_create_t : revision<"0001", base, "create t",
    create_table<"t",
        column<"a", integer>,
        column<"b", text, not_null>>> {};

// The original's way down was another one: - column public.t.b text not null
struct r0002_drop_b : revision<"0002", revises<"0001">, "drop b",
    drop_column<"t", "b", loses_data>,
    execute<"UPDATE t SET a = 1", undo<"">>> {};

struct history : chain<r0001_create_t, r0002_drop_b> {};

static_assert(verify<history>::ok);

}  // namespace adopted
)text");
  const auto found = nlohmann::json::parse(drive({}, {.words = {"--json", "--quiet", "adopt", in.path.string()}}).out);
  CHECK(found["native"] == 1);
  CHECK(found["wrong_ways_down"] == 1);
  CHECK(found["revisions"][1]["difference"] == "- column public.t.b text not null");
  CHECK(found["code"] == o.out);
}

TEST_CASE("adopt takes a list of files, and says in one sentence what it cannot take") {
  files in;
  in.write("x.sql", "CREATE TABLE t ();").write("list.tsv", "revision\tup\n1\tx.sql\n");
  CHECK(drive({}, {.words = {"adopt", in.path.string(), "--order", (in.path / "list.tsv").string()}}).code == 0);
  const outcome unnamed = drive({}, {.words = {"adopt", in.path.string()}});
  CHECK(unnamed.code == 1);
  CHECK(unnamed.err == "error: " + (in.path / "x.sql").string() +
                           ": its name is that of no migration; move it away, or list the files that "
                           "count with --order\n");
  CHECK(unnamed.out == "");
  const outcome without = drive({}, {.words = {"adopt"}});
  CHECK(without.code == 2);
  CHECK(without.err == "error: adopt requires a directory of migrations, or --from-alembic and the like\n");
  CHECK(drive({}, {.words = {"adopt", "x", "--from-goose"}}).code == 2);
  CHECK(drive({}, {.words = {"adopt", "--from-goose", "--from-sqlx"}}).code == 2);
}

TEST_CASE("adopt --from-… makes of another tool's record a stamp") {
  const std::string url = fresh_database();
  run::session s(url);
  s.run(
      "CREATE TABLE schema_migrations (version bigint, dirty boolean); INSERT INTO schema_migrations VALUES (2, false);"
      "CREATE TABLE t (a integer, b text)");
  const outcome o = drive(rendered<line>(), url, {"adopt", "--from-golang-migrate"});
  CHECK(o.err == "");
  CHECK(o.out == "recorded 2 revisions; the database is at 0002\n");
  CHECK(drive(rendered<line>(), url, {"adopt", "--from-golang-migrate"}).out ==
        "recorded 0 revisions; the database is at 0002\n");
  CHECK(drive(rendered<line>(), url, {"upgrade", "--quiet"}).code == 0);
  CHECK(s.run("SELECT c FROM t").columns() == 1);
  const outcome later = drive(rendered<line>(), url, {"adopt", "--from-golang-migrate"});
  CHECK(later.code == 5);
  CHECK(
      later.err ==
      "error: the journal is ahead of golang-migrate, or of another history: the database is at 0003, and not at 0002; "
      "from now on it counts alone\n");
}

TEST_CASE("adopt --from-… refuses what it cannot be sure of") {
  const std::string url = fresh_database();
  CHECK(drive(rendered<line>(), url, {"adopt", "--from-sqlx"}).code == 5);
  run::session s(url);
  s.run("CREATE TABLE public.mine (version bigint, success boolean)");
  CHECK(drive(rendered<line>(), url, {"adopt", "--from-sqlx", "--version-table", "mine"}).err ==
        "nothing to do: sqlx has applied nothing\n");
  s.run("INSERT INTO mine VALUES (1, true), (3, true)");
  CHECK(drive(rendered<line>(), url, {"adopt", "--from-sqlx", "--version-table", "mine"}).err ==
        "error: sqlx has applied 0003 and not 0002, which comes before it; apply that with sqlx first\n");
  CHECK(drive(rendered<fork>(), url, {"adopt", "--from-sqlx", "--version-table", "mine"}).err ==
        "error: the history branches at 0003b, and sqlx records one line; use stamp\n");
  CHECK(s.query("SELECT to_regclass($1)", {std::string("skein_journal")}).text(0, 0) == "");
}

}  // namespace skein::test
