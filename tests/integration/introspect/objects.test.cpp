// SPDX-License-Identifier: BSL-1.0
#include "integration/introspect/round_trip.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::read_back;

TEST_CASE("objects of other kinds are kept with their SQL, in the order in which they need each other") {
  std::string left;
  CHECK(read_back(R"(CREATE SCHEMA app; COMMENT ON SCHEMA app IS 'it''s'; COMMENT ON SCHEMA public IS 'ours';
    CREATE COLLATION app.plain (PROVIDER = libc, LOCALE = 'C'); CREATE COLLATION ci (PROVIDER = icu,
    LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);
    COMMENT ON COLLATION ci IS 'no case'; CREATE TYPE mood AS ENUM ('a');
    CREATE DOMAIN words AS text COLLATE app.plain;
    CREATE FUNCTION mood_of(text) RETURNS mood LANGUAGE sql IMMUTABLE AS $$SELECT 'a'::mood$$;
    CREATE CAST (text AS mood) WITH FUNCTION mood_of(text) AS ASSIGNMENT;
    CREATE FUNCTION near(point, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
    CREATE FUNCTION near(integer, point) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
    CREATE OPERATOR <~> (FUNCTION = near, LEFTARG = point, RIGHTARG = integer, COMMUTATOR = OPERATOR(public.<~>));
    CREATE OPERATOR <~> (FUNCTION = near, LEFTARG = integer, RIGHTARG = point, COMMUTATOR = OPERATOR(public.<~>));
    CREATE TEXT SEARCH DICTIONARY dict (TEMPLATE = simple, STOPWORDS = 'english');
    CREATE TEXT SEARCH CONFIGURATION app.conf (PARSER = default);
    ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR asciiword, word WITH dict, simple;
    CREATE DEFAULT CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
    CREATE TABLE t (a integer, b text COLLATE ci, c words, p point, CHECK (p <~> a));
    CREATE STATISTICS st (dependencies) ON a, b FROM t;
    CREATE INDEX t_b ON t (b COLLATE app.plain); CREATE VIEW v AS SELECT to_tsvector('app.conf', b) AS d,
    b::mood AS m FROM t WHERE p <~> a;
    CREATE FOREIGN DATA WRAPPER w OPTIONS (debug 'true'); CREATE SERVER s TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER w OPTIONS (host 'it''s');
    CREATE FOREIGN TABLE f (a integer NOT NULL DEFAULT 5, b text OPTIONS (col 'x') COLLATE "C",
    CONSTRAINT c CHECK (a > 0)) SERVER s OPTIONS (tab 'y');
    GRANT CREATE ON SCHEMA public TO PUBLIC)",
                  left) == "");
  CHECK(left == "");
}

TEST_CASE("publications are kept with their tables, schemas, rows and columns") {
  std::string left;
  CHECK(read_back(
            R"(CREATE TABLE t (a integer, "B" text); CREATE TABLE u (a integer); CREATE PUBLICATION p FOR TABLE t,
    u WITH (publish = 'insert, update');
    CREATE PUBLICATION every FOR ALL TABLES; CREATE PUBLICATION empty; COMMENT ON PUBLICATION p IS 'two')",
            left) == "");
  CHECK(left == "");
  if (!test::server_is(15)) return;
  CHECK(read_back(
            R"(CREATE SCHEMA app; CREATE TABLE t (a integer, "B" text); CREATE PUBLICATION p FOR TABLE t (a, "B")
    WHERE (a > 5);
    CREATE PUBLICATION s FOR TABLES IN SCHEMA app WITH (publish_via_partition_root = true))",
            left) == "");
  CHECK(left == "");
}

TEST_CASE("what the model refuses is kept with its SQL, and it says why") {
  std::string left;
  CHECK(read_back(
            R"(CREATE TABLE r (a integer, b numeric) PARTITION BY RANGE ((b + 1)); CREATE TABLE r_1 PARTITION OF r FOR VALUES
    FROM (1.5) TO (10))",
            left) == "");
  CHECK(left.starts_with("partition r_1: table r_1 has a bound whose place among others is not known, 1.5; "));
  CHECK(left.ends_with(" (kept)\n"));
}

TEST_CASE("what has no place in the model, and no SQL, is listed") {
  std::string left;
  CHECK(read_back("CREATE OPERATOR FAMILY fam USING btree; CREATE TYPE shell", left) != "");
  CHECK(left ==
        "operator family public.fam USING btree: skein does not know this kind\n"
        "type public.shell: skein does not know this kind\n");
}
