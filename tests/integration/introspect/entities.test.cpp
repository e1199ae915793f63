// SPDX-License-Identifier: BSL-1.0
#include "integration/introspect/round_trip.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::introspected_as, test::read_back;

TEST_CASE("types are read with what they are made of") {
  std::string left;
  CHECK(read_back(
            R"(CREATE SCHEMA "a b"; CREATE TYPE feature AS (name text COLLATE "C", n integer[], m numeric(4,1));
    COMMENT ON COLUMN feature.n IS 'it''s';
    CREATE DOMAIN positive AS integer NOT NULL DEFAULT 1 CONSTRAINT "is so" CHECK (VALUE > 0) CHECK (VALUE < 1000);
    COMMENT ON DOMAIN positive IS 'd';
    COMMENT ON CONSTRAINT "is so" ON DOMAIN positive IS 'c';
    ALTER DOMAIN positive ADD CONSTRAINT late CHECK (VALUE <> 7) NOT VALID;
    CREATE DOMAIN "a b".words AS varchar(10)[] COLLATE "C"; CREATE DOMAIN public."bit" AS text DEFAULT 'x\y';
    CREATE TYPE pair AS (a feature, b positive, c feature[]); CREATE TYPE mood AS ENUM ('a', 'B''c');
    COMMENT ON TYPE mood IS 'm';
    CREATE FUNCTION apart(integer, integer) RETURNS double precision IMMUTABLE LANGUAGE sql AS 'SELECT ($1 - $2)::float8';
    CREATE TYPE span AS RANGE (SUBTYPE = integer, SUBTYPE_DIFF = apart);
    CREATE TYPE "a b".texts AS RANGE (SUBTYPE = text, COLLATION = "C", SUBTYPE_OPCLASS = text_pattern_ops);
    CREATE TABLE t (a feature, b positive[], c "a b".words, d public."bit", e span, f span[], g mood[] DEFAULT '{a}',
    h refcursor, i oidvector, j bpchar, k pg_catalog."bit"(3)))",
            left) == "");
  CHECK(left == "");
}

TEST_CASE("views are read with their columns, options and indexes") {
  std::string left;
  CHECK(read_back(
            R"(CREATE TABLE t (a integer, b text, c timestamptz);
    CREATE VIEW v WITH (security_barrier) AS SELECT a AS "A", upper(b) AS b FROM t
    WHERE a > 3 WITH LOCAL CHECK OPTION;
    CREATE VIEW w (x, y) AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT r.n,
    v.b FROM r LEFT JOIN v ON v."A" = r.n;
    CREATE MATERIALIZED VIEW m WITH (fillfactor = 60) AS SELECT a, count(*) AS n, 'it''s \ so'::text AS q
    FROM t GROUP BY a; CREATE UNIQUE INDEX m_a ON m (a) WHERE a > 0;
    CREATE MATERIALIZED VIEW e AS SELECT * FROM w WITH NO DATA; COMMENT ON VIEW v IS 'of t';
    COMMENT ON COLUMN v."A" IS 'first'; COMMENT ON MATERIALIZED VIEW m IS 'counts';
    COMMENT ON INDEX m_a IS 'one'; ALTER VIEW v ALTER COLUMN "A" SET DEFAULT 5;
    CREATE RULE keep AS ON DELETE TO t WHERE old.a > 5 DO INSTEAD NOTHING;
    CREATE RULE "log It" AS ON INSERT TO t DO ALSO SELECT new.a; COMMENT ON RULE keep ON t IS 'kept')",
            left) == "");
  CHECK(left == "");
}

TEST_CASE("routines are read, overloads apart, before what calls them and behind what they name") {
  std::string left;
  CHECK(read_back(R"(CREATE TABLE t (id integer, n text);
    CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION "case"(a integer,
    VARIADIC b text[] DEFAULT '{}') RETURNS text LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE COST 7
      AS $$BEGIN RETURN 'it''s' || $1 || '\'; END$$; CREATE FUNCTION one(x t) RETURNS SETOF t LANGUAGE sql ROWS 5 SECURITY DEFINER SET search_path = app, "$user", public SET work_mem = '1MB' AS 'SELECT * FROM t';
    CREATE FUNCTION outs(IN a integer, OUT b integer, INOUT c text) LANGUAGE sql IMMUTABLE LEAKPROOF AS $$SELECT a,
    c$$;
    CREATE FUNCTION several(OUT b integer, OUT c text) RETURNS SETOF record LANGUAGE sql AS $$SELECT id, n FROM t$$;
    CREATE FUNCTION columns_of() RETURNS TABLE (x integer, y text) LANGUAGE sql AS 'SELECT * FROM several()';
    CREATE FUNCTION same(anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT $1';
    CREATE FUNCTION nothing() RETURNS void LANGUAGE plpgsql AS 'BEGIN END';
    CREATE PROCEDURE run_it(a integer, INOUT b text) LANGUAGE plpgsql AS 'BEGIN DELETE FROM t; END';
    CREATE FUNCTION parsed(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a + 1';
    CREATE FUNCTION lower_c(text) RETURNS text LANGUAGE internal IMMUTABLE STRICT AS 'lower';
    CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0', PARALLEL = SAFE);
    CREATE FUNCTION add_up(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
    CREATE AGGREGATE own_total(integer) (SFUNC = add_up, STYPE = integer, COMBINEFUNC = add_up);
    COMMENT ON FUNCTION one() IS 'one'; COMMENT ON PROCEDURE run_it IS 'p';
    COMMENT ON AGGREGATE total(integer) IS 'sum';
    CREATE TABLE u (a integer DEFAULT one(), b integer CHECK (parsed(b) > 0),
    c integer GENERATED ALWAYS AS (add_up(a, 1)) STORED); CREATE INDEX u_b ON u (add_up(a, b));
    CREATE VIEW v AS SELECT own_total(a) AS t, "case"(1) AS c FROM u)",
                  left) == "");
  CHECK(left == "");
}

TEST_CASE("bodies that PostgreSQL parses are read as it prints them") {
  if (!test::server_is(14)) return;
  std::string left;
  CHECK(read_back(
            R"(CREATE TABLE t (id integer); CREATE FUNCTION parsed(a integer) RETURNS integer LANGUAGE sql RETURN a + 1;
    CREATE FUNCTION blocks() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t; SELECT parsed(5); END;
    CREATE PROCEDURE p(OUT a integer) BEGIN ATOMIC INSERT INTO t VALUES (1); SELECT 1; END;
    CREATE TABLE u (a integer CHECK (parsed(a) > 0)))",
            left) == "");
  CHECK(left == "");
}

TEST_CASE("what hangs on tables is read: triggers, policies and row-level security") {
  std::string left;
  CHECK(read_back(
            R"(CREATE TABLE t (a integer, "B" text); CREATE VIEW v AS SELECT * FROM t;
    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
    CREATE FUNCTION g() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
    CREATE TRIGGER a BEFORE INSERT OR UPDATE OF a, "B" ON t FOR EACH ROW WHEN (new.a > 5
    AND new."B" <> ' WHEN (') EXECUTE FUNCTION f('x', 'it''s', '', 'a\b');
    CREATE TRIGGER "b WHEN (" AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS "N" FOR EACH STATEMENT EXECUTE FUNCTION f(); CREATE TRIGGER c INSTEAD OF DELETE ON v FOR EACH ROW EXECUTE FUNCTION f();
    CREATE CONSTRAINT TRIGGER d AFTER INSERT ON t FROM t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f(); CREATE TRIGGER e AFTER TRUNCATE ON t EXECUTE FUNCTION f();
    ALTER TABLE t DISABLE TRIGGER a; ALTER TABLE t ENABLE ALWAYS TRIGGER e; COMMENT ON TRIGGER a ON t IS 'first';
    ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY;
    CREATE POLICY p ON t USING (a > 0) WITH CHECK (("B" = current_user) OR (a = 1));
    CREATE POLICY "q r" ON t AS RESTRICTIVE FOR INSERT TO pg_monitor, skein WITH CHECK (true);
    CREATE POLICY s ON t FOR SELECT USING (EXISTS (SELECT 1 FROM v WHERE v.a = t.a));
    COMMENT ON POLICY p ON t IS 'p')",
            left) == "");
  CHECK(left == "");
  CHECK(read_back(
            R"(CREATE FUNCTION g() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
    CREATE EVENT TRIGGER e ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION g();
    ALTER EVENT TRIGGER e DISABLE)",
            left) == "");
  CHECK(left == "");
}

TEST_CASE("partitioned tables are read with all of their levels") {
  std::string left;
  CHECK(read_back(
            R"(CREATE TABLE target (id bigint PRIMARY KEY); CREATE TABLE m (at timestamptz NOT NULL,
    id bigint NOT NULL REFERENCES target, n integer CHECK (n > 0), PRIMARY KEY (at, id)) PARTITION BY RANGE (at);
    CREATE TABLE m_1 PARTITION OF m FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
    CREATE TABLE m_2 PARTITION OF m FOR VALUES FROM ('2021-01-01') TO (MAXVALUE) PARTITION BY HASH (id);
    CREATE TABLE m_2_0 PARTITION OF m_2 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
    CREATE TABLE m_2_1 PARTITION OF m_2 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
    CREATE TABLE m_d PARTITION OF m DEFAULT;
    CREATE INDEX m_n ON m (n); CREATE INDEX own ON m_1 (id);
    CREATE TABLE l (k text, n integer) PARTITION BY LIST (lower(k));
    CREATE TABLE l_a PARTITION OF l FOR VALUES IN ('a', 'it''s', NULL); CREATE TABLE r (a integer,
    b bigint) PARTITION BY RANGE (a, b);
    CREATE TABLE r_1 PARTITION OF r FOR VALUES FROM (-5, 1) TO (10, MAXVALUE))",
            left) == "");
  CHECK(left == "");
}

TEST_CASE("what roles may do is read as far as it was said") {
  std::string left;
  CHECK(read_back(
            R"(CREATE SCHEMA app; CREATE TABLE t (a integer, b text); CREATE TABLE app.u (id serial);
    CREATE SEQUENCE q; CREATE TYPE mood AS ENUM ('a'); CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
    CREATE FUNCTION f(text) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE VIEW v AS SELECT * FROM t;
    GRANT SELECT, INSERT ON t TO pg_monitor; GRANT UPDATE ON t, v TO pg_read_all_stats WITH GRANT OPTION;
    GRANT SELECT ON v TO PUBLIC; GRANT REFERENCES (b), SELECT (a) ON t TO pg_signal_backend;
    GRANT USAGE ON SEQUENCE q, app.u_id_seq TO pg_monitor; REVOKE EXECUTE ON FUNCTION f(text) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION f(integer) TO pg_monitor; REVOKE USAGE ON TYPE mood FROM PUBLIC;
    GRANT USAGE ON SCHEMA app TO PUBLIC; GRANT CREATE ON SCHEMA app TO pg_monitor;
    GRANT ALL ON SCHEMA public TO pg_monitor;
    ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor;
    ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT USAGE ON SEQUENCES TO pg_read_all_stats WITH GRANT OPTION;
    ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
    ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA app GRANT EXECUTE ON FUNCTIONS TO pg_read_all_stats)",
            left) == "");
  CHECK(left == "");
}
