// SPDX-License-Identifier: BSL-1.0
#include <skein/render/cpp/step.hpp>
#include <skein/run/adopt/adopter.hpp>

#include "support/catch.hpp"

using namespace skein;
using namespace skein::run::adoption;
using test::containing;

namespace {

/// Migrations one after the other, on a server of their own.
class adopting {
 public:
  adopted_revision take(const std::string& up, std::optional<std::string> down = std::nullopt) {
    sql_migration m{std::to_string(++number_), "m", {"up.sql", up, true}, {}};
    if (down) m.down = sql_source{"down.sql", *down, true};
    return taking_.take(m);
  }
  run::scratch server;
  checks::arena in;

 private:
  adopter taking_{server, in};
  int number_ = 0;
};

std::string text(const step_list& steps) {
  std::string out;
  for (const model::step* x : steps) out += (out.empty() ? "" : " ") + render::cpp::step(*x);
  return out;
}

}  // namespace

TEST_CASE("what the catalogs show becomes steps", "[run][adopt]") {
  adopting a;
  const adopted_revision first = a.take("CREATE TABLE t (a int, b text)", "DROP TABLE t");
  CHECK(text(first.up) == "create_table<\"t\", column<\"a\", integer>, column<\"b\", text>>");
  CHECK(first.native);
  CHECK(!first.down);
  CHECK(first.original == way_back::restores);
  CHECK(text(a.take("ALTER TABLE t RENAME a TO c; ALTER TABLE t RENAME TO u; CREATE INDEX i ON u (c);").up) ==
        "rename_column<\"t\", \"a\", \"c\"> rename_table<\"t\", \"u\"> create_index<\"i\", \"u\", on<\"c\">>");
  CHECK(text(a.take("DROP INDEX CONCURRENTLY i; CREATE INDEX CONCURRENTLY j ON u (c)").up) ==
        "outside_transaction drop_index<\"i\", concurrently> create_index<\"j\", \"u\", on<\"c\">, concurrently>");
  CHECK(text(a.take("DROP INDEX IF EXISTS absent; ALTER TABLE u DROP b; ALTER TABLE u ADD b text").up) ==
        "drop_column<\"u\", \"b\", loses_data> add_column<\"u\", column<\"b\", text>>");
  CHECK(text(a.take("").up) == "");
}

TEST_CASE("labels are renamed, values converted, views filled as the statement says", "[run][adopt]") {
  adopting a;
  a.take(
      "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (a boolean, m mood); CREATE SCHEMA app;"
      "CREATE MATERIALIZED VIEW v AS SELECT m FROM t WITH NO DATA");
  CHECK(text(a.take("ALTER TYPE mood RENAME VALUE 'ok' TO 'it''s ok'").up) ==
        "rename_value<\"mood\", \"ok\", \"it's ok\">");
  CHECK(text(a.take("ALTER TABLE t ALTER a TYPE mood USING CASE WHEN a THEN 'sad'::mood END",
                    "ALTER TABLE t ALTER a TYPE boolean USING a = 'sad'")
                 .up) ==
        "alter_type<\"t\", \"a\", type_named<\"mood\">, using_<\"CASE WHEN a THEN 'sad'::mood END\">, undo_using<\"a = "
        "'sad'\">>");
  CHECK(text(a.take("REFRESH MATERIALIZED VIEW v").up) == "refresh_materialized_view<\"v\">");
  CHECK(text(a.take("CREATE TYPE app.pair AS (x int); CREATE DOMAIN d AS int").up).find("create_composite") == 0);
  CHECK(text(a.take("ALTER TYPE app.pair RENAME ATTRIBUTE x TO y; ALTER TYPE app.pair RENAME TO one; ALTER DOMAIN d "
                    "RENAME TO e; "
                    "ALTER TYPE mood SET SCHEMA app")
                 .up) ==
        "rename_attribute<qualified(\"app\", \"pair\"), \"x\", \"y\"> rename_type<qualified(\"app\", \"pair\"), "
        "\"one\"> rename_type<\"d\", \"e\"> set_type_schema<\"mood\", \"app\">");
  CHECK(text(a.take("ALTER TABLE t SET SCHEMA app").up) == "set_schema<\"t\", \"app\">");
}

TEST_CASE("data are changed by the text of the original, in the schema that it was written for", "[run][adopt]") {
  adopting a;
  a.take("CREATE TABLE t (a int)");
  const adopted_revision mixed = a.take(
      "ALTER TABLE t ADD b int; UPDATE t SET b = a; ALTER TABLE t ALTER b SET NOT NULL;", "ALTER TABLE t DROP b");
  CHECK(text(mixed.up) ==
        "add_column<\"t\", column<\"b\", integer>> execute<\"UPDATE t SET b = a\", undo<\"\">> set_not_null<\"t\", "
        "\"b\">");
  CHECK(!mixed.native);
  CHECK(!mixed.down);
  CHECK(text(a.take("INSERT INTO t VALUES (1, 2)", "DELETE FROM t WHERE a = 1").up) ==
        "execute<\"INSERT INTO t VALUES (1, 2)\", undo<\"DELETE FROM t WHERE a = 1\">>");
  CHECK(text(a.take("DELETE FROM t").up) ==
        "irreversible<\"the original has no way back\"> execute<\"DELETE FROM t\", undo<\"\">>");
  const adopted_revision both =
      a.take("ALTER TABLE t ADD c int; UPDATE t SET c = 1", "UPDATE t SET a = c; ALTER TABLE t DROP c");
  CHECK(text(both.up) == "add_column<\"t\", column<\"c\", integer>> execute<\"UPDATE t SET c = 1\">");
  REQUIRE(both.down);
  CHECK(text(*both.down) ==
        "execute<R\"sql(UPDATE t SET a = c;\n\nALTER TABLE t DROP c)sql\", effects<drop_column<\"t\", \"c\">>>");
}

TEST_CASE("what runs as a program is told by what it did", "[run][adopt]") {
  adopting a;
  const adopted_revision made = a.take("DO $$ BEGIN CREATE TABLE made (a int); END $$");
  CHECK(text(made.up).starts_with("irreversible<"));
  const adopted_revision again = a.take("DO $$ BEGIN CREATE TABLE other (a int); END $$", "DROP TABLE other");
  CHECK(text(again.up) ==
        "execute<\"DO $$ BEGIN CREATE TABLE other (a int); END $$\", undo<\"DROP TABLE other\">, "
        "effects<create_table<\"other\", column<\"a\", integer>>>>");
  CHECK(text(a.take("ALTER TABLE other ADD b int").up) == "add_column<\"other\", column<\"b\", integer>>");
  a.take("CREATE SCHEMA app; CREATE TABLE app.kept (a int)");
  CHECK(text(a.take("ALTER SCHEMA app RENAME TO shop", "ALTER SCHEMA shop RENAME TO app").up)
            .starts_with("execute<\"ALTER SCHEMA app RENAME TO shop\", "));
  CHECK(text(a.take("ALTER TABLE shop.kept ADD b int").up) ==
        "add_column<qualified(\"shop\", \"kept\"), column<\"b\", integer>>");
}

TEST_CASE("an original down that leaves another schema is counted, and not kept", "[run][adopt]") {
  adopting a;
  a.take("CREATE TABLE t (a int, b text NOT NULL DEFAULT 'x')");
  const adopted_revision wrong = a.take("ALTER TABLE t DROP b", "ALTER TABLE t ADD b text");
  CHECK(wrong.original == way_back::differs);
  CHECK(wrong.why == "- column public.t.b text not null default 'x'::text");
  CHECK(!wrong.down);
  const adopted_revision broken = a.take("CREATE TABLE u ()", "DROP TABLE absent");
  CHECK(broken.original == way_back::differs);
  CHECK(broken.why == "it does not run: table \"absent\" does not exist");
  CHECK(a.take("SELECT 1", "").original == way_back::no_change);
  CHECK(a.take("CREATE TABLE v ()").original == way_back::absent);
}

TEST_CASE("an index that is only printed otherwise stays, unless the way back needs it as it was", "[run][adopt]") {
  adopting a;
  a.take(
      "CREATE FUNCTION f(varchar) RETURNS varchar LANGUAGE sql IMMUTABLE AS 'SELECT $1';"
      "CREATE TABLE t (a varchar(9), CHECK (a <> 'x')); CREATE INDEX i ON t (f(a))");
  const adopted_revision r = a.take("ALTER TABLE t ALTER a TYPE text", "ALTER TABLE t ALTER a TYPE varchar(9)");
  const std::string up = text(r.up);
  CHECK(up.find("irreversible") == up.npos);
  CHECK(up.find("drop_index") < up.find("alter_type"));
}

TEST_CASE("what may only have moved is not undone by what its effects suggest", "[run][adopt]") {
  adopting a;
  a.take("CREATE SCHEMA app; CREATE TABLE app.kept (a int)");
  CHECK(text(a.take("ALTER SCHEMA app RENAME TO shop").up).starts_with("irreversible<"));
  const adopted_revision alone =
      a.take("CREATE INDEX CONCURRENTLY i ON shop.kept (a); VACUUM shop.kept", "DROP INDEX CONCURRENTLY shop.i");
  CHECK(text(alone.up) ==
        "outside_transaction create_index<\"i\", qualified(\"shop\", \"kept\"), on<\"a\">, concurrently> "
        "execute<\"VACUUM shop.kept\", undo<\"\">>");
  CHECK(alone.known);
}

TEST_CASE("owners are taken over", "[run][adopt]") {
  adopting a;
  CHECK(text(a.take("CREATE TABLE t (a int); ALTER TABLE t OWNER TO someone").up) ==
        "create_table<\"t\", column<\"a\", integer>> set_owner<\"t\", \"someone\">");
}

TEST_CASE("roles are made for migrations that name them", "[run][adopt]") {
  run::scratch server;
  checks::arena in;
  adopter taking(server, in);
  const adopted_revision r =
      taking.take({"1", "m", {"up.sql", "CREATE TABLE t (a int); GRANT SELECT ON t TO \"some one\"", true}, {}});
  CHECK_THAT(text(r.up), containing("grant<"));
  CHECK(taking.roles() == std::set<std::string>{"some one"});
}

TEST_CASE("the oldest server is the one that can do all of it", "[run][adopt]") {
  adopting a;
  CHECK_THAT(text(a.take("CREATE TABLE t (a numeric(2, -3))").up), containing("numeric<2, -3>"));
  run::scratch server;
  checks::arena in;
  adopter taking(server, in);
  CHECK(taking.server() == 12);
  taking.take({"1", "m", {"up.sql", "CREATE TABLE t (a numeric(2, -3))", true}, {}});
  CHECK(taking.server() == 15);
}

TEST_CASE("what cannot be run is one sentence that names the file", "[run][adopt]") {
  adopting a;
  CHECK_THROWS_WITH(a.take("CREATE TABLE t (a int"), "up.sql: the server refuses it: syntax error at end of input");
  CHECK_THROWS_WITH(a.take("SELECT 'never closed"),
                    containing("up.sql: the server refuses it: unterminated quoted string"));
  CHECK_THROWS_WITH(a.take("COPY t FROM stdin;\n1\n\\."), containing("up.sql: COPY from stdin has its rows behind it"));
  CHECK_THROWS_WITH(a.take("SELECT '" + std::string(longest_text, 'x') + "'"),
                    containing("up.sql: 244 KB of SQL in one piece are more than a compiler takes"));
  CHECK_THROWS_WITH(a.take("ALTER TABLE absent ADD a int"),
                    "up.sql: the server refuses it: relation \"absent\" does not exist");
}
