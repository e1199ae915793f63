// SPDX-License-Identifier: BSL-1.0
// Catalogs that break naive readers, and databases that change or hide things while they are read.
#include "integration/introspect/round_trip.hpp"

#include "support/catch.hpp"

#include <atomic>
#include <thread>

using namespace skein;
using test::read_back;

TEST_CASE("names of all kinds are read as they are") {
  std::string left;
  CHECK(read_back(R"sql(CREATE SCHEMA "EXTRA ""@/\#~_-"; CREATE SCHEMA "تست"; CREATE SCHEMA "a.b";
    CREATE TABLE "user" ("order" bigint PRIMARY KEY, "limit" integer DEFAULT 0, "time" time, "interval" interval, "desc" text, "null" text,
      "namespace" text, "class" text, "operator" text, "  col  w  space  " integer, "*id*" bigint UNIQUE, "(inside,parens)" text,
      ":arr->ow::cast" text, "a.dotted.column" text, "It's" text, "say ""so""" text, "back\slash" text, "%s $1 ?" text, "new
line" text, CONSTRAINT "entity_id not empty" CHECK ("limit" > 0), CONSTRAINT "Escap3e;_pkey" UNIQUE ("null", "It's"));
    CREATE TABLE "EXTRA ""@/\#~_-"."do$llar$s" (id bigint REFERENCES "user", "x" integer, CONSTRAINT same CHECK (x > 0));
    CREATE TABLE "a.b"."c.d" (id bigint, "x" integer, CONSTRAINT same CHECK (x > 0)); CREATE TABLE t (id integer, x integer, CONSTRAINT same CHECK (x > 0));
    CREATE TABLE "a.b".t (id integer); CREATE INDEX same_index ON t (id); CREATE INDEX same_index ON "a.b".t (id);
    CREATE DOMAIN "bıgınt" AS bigint; CREATE TYPE status AS ENUM ('on', 'o''ff', '', ' ', '"'); CREATE TYPE "bit" AS ENUM ('bit');
    CREATE TABLE "تست"."موارد" ("期间" "bıgınt", status status DEFAULT 'o''ff', "text" public."bit" DEFAULT 'bit'::public."bit", CONSTRAINT "期间" CHECK ("期间" > 0));
    CREATE INDEX "Index ""x""; DROP TABLE y; --" ON "تست"."موارد" (status DESC, ("期间" + 1));
    CREATE FUNCTION "case"("when" integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1'; CREATE TABLE "Calls" (a integer DEFAULT "case"(1));
    CREATE VIEW "View "" of it" AS SELECT "order" AS "select", "It's" AS "from" FROM "user";
    CREATE TABLE a_table_with_a_name_that_is_as_long_as_a_name_may_be_in_postgre (a_column_with_a_name_that_is_as_long_as_one_may_be_in_postgresq serial PRIMARY KEY);
    CREATE SEQUENCE "Seq "" ' \"; CREATE TABLE uses_it (a bigint DEFAULT nextval('"Seq "" '' \"')); COMMENT ON TABLE t IS 'it''s \ "so"
and $$ on')sql",
                  left) == "");
  CHECK(left == "");
}

TEST_CASE("expressions of all kinds are read as PostgreSQL prints them") {
  std::string left;
  CHECK(
      read_back(
          R"sql(CREATE TABLE t (id bigint PRIMARY KEY, a text DEFAULT E'--- []\n\\', b jsonb DEFAULT '"{}"', c tsvector DEFAULT '''.''', d varchar[] DEFAULT '{}',
      e timestamp DEFAULT NULL::timestamp NOT NULL, f double precision DEFAULT (EXTRACT(epoch FROM now()) * 1000), g tstzrange DEFAULT tstzrange(CURRENT_TIMESTAMP, 'infinity', '[]'),
      h bytea DEFAULT '\x', i integer DEFAULT (current_setting('app.current_tenant', true))::integer, j timestamptz DEFAULT now() + '90 days'::interval,
      k integer[][] DEFAULT '{{1,2},{3,4}}', l interval day to second(3) DEFAULT '1 day', m "char" DEFAULT 'x', n name DEFAULT 'y', o regclass DEFAULT 'pg_class'::regclass,
      p numeric(65,30), q bit(8) DEFAULT B'101', r money DEFAULT 5, s xml, u point DEFAULT '(1,2)', w date DEFAULT '2020-01-31', x boolean DEFAULT (NOT true),
      y text GENERATED ALWAYS AS (CASE WHEN a = ')' THEN '(' ELSE COALESCE(a, 'it''s') END) STORED,
      CHECK ((a ~ '^[^'']*$' AND id > 0) OR (id < 5 OR (id = 7 OR a IS NULL))), CHECK (length(a) + (id - (3 - 2)) > ALL (ARRAY[1, 2])));
    CREATE INDEX ON t (regexp_replace(a, '([a-z0-9])[a-z0-9'']*($|[^a-z0-9'']+)', '\1', 'g') COLLATE "C" text_pattern_ops DESC NULLS LAST, id) INCLUDE (b) WHERE COALESCE(a, ')') <> '(';
    CREATE INDEX ON t USING gin (b jsonb_path_ops, c); CREATE INDEX ON t USING gist (g); CREATE INDEX ON t USING brin (id); CREATE INDEX ON t USING hash (a);
    CREATE TABLE v (id bigint, parent bigint, state text, UNIQUE (id, state), FOREIGN KEY (parent, state) REFERENCES v (id, state) DEFERRABLE);
    CREATE TABLE x (id bigint PRIMARY KEY, y bigint); CREATE TABLE y (id bigint PRIMARY KEY, x bigint REFERENCES x); ALTER TABLE x ADD FOREIGN KEY (y) REFERENCES y NOT VALID;
    CREATE UNIQUE INDEX only_index ON x (y); CREATE TABLE z (y bigint REFERENCES x (y), w bigint REFERENCES x, CONSTRAINT twice FOREIGN KEY (w) REFERENCES x))sql",
          left) == "");
  CHECK(left == "");
}

TEST_CASE("columns that were dropped, and a check of 4000 characters") {
  std::string left, list = "0";
  for (int i = 1; list.size() < 4000; ++i) list += ", " + std::to_string(i);
  CHECK(read_back(
            "CREATE TABLE t (a integer, b integer, c integer CHECK (c IN (" + list +
                ")), d text); CREATE INDEX ON t (d, c); ALTER TABLE t DROP COLUMN b; ALTER TABLE t ADD b text UNIQUE",
            left) == "");
  CHECK(left == "");
}

TEST_CASE("some schemas are read, and what they use in others is said to be missing") {
  run::session s(test::fresh_database());
  s.run(
      "CREATE SCHEMA a; CREATE SCHEMA b; CREATE TYPE a.mood AS ENUM ('x'); CREATE TABLE a.t (id bigint PRIMARY KEY); "
      "CREATE TABLE b.u (id bigint REFERENCES a.t); "
      "CREATE TABLE b.v (m a.mood); CREATE TABLE public.w (id integer)");
  run::introspect_options with;
  with.schemas = {"b"};
  const run::introspected found = run::introspect(s, with);
  CHECK(test::creation_sql(found.state) ==
        std::vector<std::string>{"CREATE SCHEMA b", "CREATE TABLE b.u (\n  id bigint\n)"});
  CHECK(test::said(found.left_out) ==
        "foreign key u_id_fkey of b.u: it references a table that was not read\n"
        "table b.v: type type_named<qualified(a, mood)> does not exist; create it before, with create_enum or "
        "create_extension, or mend the name\n");
}

TEST_CASE("the journal and what belongs to extensions is left out") {
  run::session s(test::fresh_database());
  s.run(
      "CREATE TABLE skein_journal (id text); CREATE TABLE t (id integer); CREATE TABLE of_extension (id integer); "
      "ALTER EXTENSION plpgsql ADD TABLE of_extension");
  CHECK(test::creation_sql(run::introspect(s).state) == std::vector<std::string>{"CREATE TABLE t (\n  id integer\n)"});
}

TEST_CASE("who has no privileges reads the same, and the session keeps its settings") {
  const std::string url = test::fresh_database();
  run::session s(url);
  s.run(
      "CREATE SCHEMA hidden; CREATE TABLE hidden.t (id serial PRIMARY KEY, a text DEFAULT 'x'); CREATE VIEW hidden.v "
      "AS SELECT id FROM hidden.t; "
      "REVOKE ALL ON SCHEMA hidden FROM PUBLIC; DROP ROLE IF EXISTS nobody; CREATE ROLE nobody");
  const std::vector<std::string> all = test::creation_sql(run::introspect(s).state);
  s.run("SET ROLE nobody; SET search_path = hidden; SET DateStyle = 'German'");
  CHECK(test::creation_sql(run::introspect(s).state) == all);
  CHECK(s.run("SELECT current_setting('search_path') || current_setting('DateStyle')").text(0, 0) ==
        "hiddenGerman, DMY");
  s.run("RESET ROLE; DROP ROLE nobody");
}

TEST_CASE("a database without schema public") {
  run::session s(test::fresh_database());
  s.run("DROP SCHEMA public; CREATE SCHEMA app; CREATE TABLE app.t (id integer)");
  const run::introspected found = run::introspect(s);
  CHECK(test::creation_sql(found.state).size() == 2);
  CHECK(test::said(found.left_out) == "schema public: the database has none; skein takes it to be there\n");
}

TEST_CASE("a database that changes meanwhile is read as it was, or again") {
  const std::string url = test::fresh_database();
  run::session s(url);
  std::atomic<bool> done = false;
  std::thread other([&] {
    run::session there(url);
    while (!done)
      there.run(
          "BEGIN; CREATE TABLE come (id integer, g integer GENERATED ALWAYS AS (id + 1) STORED); CREATE INDEX ON come "
          "((id + 1)) WHERE id > 5; CREATE VIEW go AS SELECT id FROM come; "
          "CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'; COMMIT; DROP VIEW go; DROP TABLE come; DROP "
          "FUNCTION f()");
  });
  std::string failed;
  for (int i = 0; i < 30 && failed.empty(); ++i) try {
      (void)run::introspect(s);
    } catch (const run::error& e) {
      failed = e.what();
    }
  done = true;
  other.join();
  CHECK(failed == "");
}
