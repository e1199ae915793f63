// SPDX-License-Identifier: BSL-1.0
#include <skein/model/expression_name.hpp>

#include "support/catch.hpp"
#include "unit/render/database.hpp"

namespace {

using namespace skein;

std::string name_of(std::string_view sql) {
  const model::ident n = model::expression_name(model::view(sql.data(), sql.size()));
  return {n.text, n.kept()};
}

TEST_CASE("an expression is called as the server calls it") {
  static constexpr std::string_view all[]{
      // columns, casts, collations
      "a", "(a)", "t.a", "public.t.a", "\"A b\"", "(\"q\"\"q\")", "c::varchar(3)", "(c::text)::varchar", "c COLLATE \"C\"",
      "(c) COLLATE pg_catalog.\"C\"", "CAST(c AS varchar(10))", "a::int::text", "A", "/* x */ a -- y\n",
      "a_column_of_sixty_three_bytes_is_the_longest_that_postgres_kept_and_more",
      // functions
      "lower(c)", "LOWER(c)", "pg_catalog.lower(c)", "lower(c) COLLATE \"C\"", "lower(c COLLATE \"C\")", "(lower(c))",
      "lower(c)::varchar", "coalesce(a, b)", "nullif(a, b)", "greatest(a, b)", "least(a,b)", "abs(-a)",
      "extract(year FROM d AT TIME ZONE 'UTC')", "substring(c from 1 for 3)", "\"substring\"(c, 1)", "overlay(c placing 'x' from 1)",
      "position('x' in c)", "trim(c)", "trim(both 'x' from c)", "TRIM(LEADING FROM c)", "trim(trailing 'x' from c)", "btrim(c)",
      "normalize(c, nfc)", "date_trunc('day', d AT TIME ZONE 'UTC')", "left(c, 3)", "md5(lower(c) || 'x')",
      "jsonb_extract_path_text(j, 'a')::int", "xmlserialize(content '<a/>'::xml as text)",
      // operators
      "a + b", "-a", "+ a", "a+1::bigint", "lower(c) || 'x'", "a IS NULL", "NOT (a IS NULL)", "a = ANY (ARRAY[1, 2])", "a IN (1, 2)",
      "a BETWEEN 1 AND 2", "c LIKE 'x%' ESCAPE '!'", "j ->> 'a'", "j->'a'->>'b'", "(j ->> 'a') COLLATE \"C\"", "a > 0 AND b > 0",
      "c IS DISTINCT FROM 'x'", "c IS NORMALIZED", "c IS NFC NORMALIZED", "c IS NOT NORMALIZED", "a ISNULL",
      "(time '1:00', time '2:00') OVERLAPS (time '1:30', time '3:00')",
      // casts of what has no name
      "(a + b)::bigint", "(a + b)::int8", "(j ->> 'a')::int", "(j ->> 'a')::integer", "(j->>'a')::numeric(10, 2)", "(j->>'a')::boolean",
      "CAST(j ->> 'a' AS double precision)", "CAST(j ->> 'a' AS real)", "(a + 1)::smallint", "(a + 1)::int::text",
      "(a + 1)::decimal", "(a + 1)::float", "(a + 1)::float(10)", "(a + 1)::float(30)", "(j->>'a')::char(3)", "(j->>'a')::character varying",
      "(j->>'a')::\"char\"", "(j->>'a')::pg_catalog.text", "(j->>'a')::uuid", "('{1,2}'::int[])[1]", "'{1}'::int[]", "'{1}'::int array",
      "(j->>'a')::char varying(7)", "B'101'::bit(3)", "B'101'::bit varying", "('x' || c)::national character varying(4)",
      "'12:00'::time with time zone", "'2020-01-01'::timestamp(3) without time zone", "'1'::interval day to second(3)",
      // constants
      "3", "'lit'::text", "date '2020-01-01'", "interval '1 day'", "interval '1' day", "INTERVAL(3) '1 second'", "interval '1' day to second (2)",
      "time with time zone '12:00'", "timestamp '2020-01-01'", "timestamp(3) without time zone '2020-01-01'", "float8 '1'", "float(3) '1'",
      "double precision '1'", "decimal(3, 1) '1'", "bit varying '1'", "bit(3) '101'", "national character varying(4) 'x'", "null::int", "B'101'",
      "1.5e3", "E'it\\'s'::text", "$$it's$$::text", "pg_catalog.int4 '1'", "\"char\" 'x'",
      // the rest of the grammar
      "CASE WHEN a > 0 THEN b END", "CASE WHEN a > 0 THEN b ELSE a END", "case a when 1 then 2 else 3 end", "CASE WHEN a > 0 THEN 1 ELSE (3::bigint) END",
      "CASE WHEN a > 0 THEN c ELSE lower(c) END", "CASE WHEN a > 0 THEN CASE WHEN b > 0 THEN 1 ELSE 2 END ELSE b END", "(CASE WHEN a > 0 THEN c END)::varchar",
      "CASE WHEN a > 0 THEN b ELSE a END + 1", "ARRAY[a, b]", "(ARRAY[a, b])[1]", "(ARRAY[a, b])::bigint[]", "d AT TIME ZONE 'UTC'",
      "(d AT TIME ZONE 'UTC')::date", "d AT TIME ZONE 'UTC' - interval '1 day'", "d AT TIME ZONE 'UTC'::text", "(d AT TIME ZONE 'UTC') + '1'", "arr[1]",
      "(p).x", "(p).x::text", "(p).x + 1", "arr[1:2]", "(arr)[1]", "t.arr[a]"};
  test::database db;
  db.run(
      "CREATE TYPE pair AS (x int, y int); CREATE TABLE t (a int, b int, c text, d timestamptz, j jsonb, arr int[], p pair, \"A b\" int, "
      "\"q\"\"q\" int, a_column_of_sixty_three_bytes_is_the_longest_that_postgres_kept int)");
  for (const std::string_view sql : all) {
    const std::string expected = db.ask(fmt::format(
        "DO $do$ BEGIN EXECUTE $sql$CREATE INDEX ON t (({}\n)) WHERE a = 17$sql$; END $do$; "
        "SELECT relname FROM pg_class WHERE relkind = 'i' AND relnamespace = 'public'::regnamespace",
        sql));
    db.run("DO $$ BEGIN EXECUTE (SELECT 'DROP INDEX ' || oid::regclass FROM pg_class WHERE relkind = 'i' AND relnamespace = "
           "'public'::regnamespace); END $$");
    CAPTURE(sql);
    std::string index = "t_" + name_of(sql) + "_idx";
    if (index.size() > 63) index = expected.substr(0, 2) + name_of(sql).substr(0, 57) + "_idx";
    CHECK(index == expected);
  }
}

TEST_CASE("what is no expression has some name, and ends") {
  for (const std::string_view sql : {"", "(", "a::", "case", "case when", "cast(", "trim(", "a at time", "a[", "'", "\"", "$x$", "/*", "a.", "interval", "::", "a b", ")", "array"})
    CHECK(!name_of(sql).empty());
}

static_assert(same(expression("lower(c)").column, model::ident("lower")));

}  // namespace
