// SPDX-License-Identifier: BSL-1.0
#include <skein/render/default_expression.hpp>

#include "database.hpp"
#include "support/catch.hpp"

#include <cstring>

using namespace skein;

namespace {

std::string default_of(std::string_view sql) { return render::default_expression(model::view(sql.data(), sql.size())); }

const char* const bare[]{"0",
                         "-1",
                         "3.14",
                         "true",
                         "NULL",
                         "'new'",
                         "'it''s'",
                         "now()",
                         "CURRENT_TIMESTAMP",
                         "'{}'::text[]",
                         "nextval('s'::regclass)",
                         "'a (b'",
                         "lower('A(')",
                         "ARRAY[1, 2]::integer[]",
                         "pg_catalog.now()",
                         "round(1.5, (1 + 2))",
                         "'1'::pg_catalog.int4"};
const char* const wrapped[]{"now() + '1 day'",
                            "NOT true",
                            "NOT(true)",
                            "1 IN (2)",
                            "1 = 2 OR true",
                            "'a' IS NULL",
                            "'a'LIKE'b'",
                            "interval '1 day'",
                            "E'\\n'",
                            "$$a$$",
                            "(1)",
                            "1 -- one",
                            "lower('a' -- )\n)",
                            "coalesce(\"current_user\"(), '')",
                            "'x'::varchar(3)",
                            "CASE WHEN true THEN 1 END"};

}  // namespace

TEST_CASE("a default stands bare where PostgreSQL takes it so, otherwise in parentheses") {
  for (const char* sql : bare) CHECK(default_of(sql) == sql);
  for (const char* sql : wrapped) CHECK(default_of(sql) == render::parenthesized(model::view(sql, std::strlen(sql))));
}

TEST_CASE("every default is accepted by the server") {
  test::database db;
  db.run("CREATE SEQUENCE s");
  const auto accepts = [&](const char* sql, const char* type) {
    CAPTURE(sql);
    CHECK_NOTHROW(
        db.run(fmt::format("CREATE TEMP TABLE t (c {} DEFAULT {} NOT NULL); DROP TABLE t", type, default_of(sql))));
  };
  for (const char* sql : {"0", "-1", "3.14", "NULL", "nextval('s'::regclass)", "round(1.5, (1 + 2))", "(1)", "1 -- one",
                          "'1'::pg_catalog.int4"})
    accepts(sql, "numeric");
  for (const char* sql : {"true", "NOT true", "NOT(true)", "1 IN (2)", "1 = 2 OR true", "'a' IS NULL", "'a'LIKE'b'"})
    accepts(sql, "boolean");
  for (const char* sql :
       {"'new'", "'it''s'", "'a (b'", "lower('A(')", "E'\\n'", "$$a$$", "lower('a' -- )\n)", "'x'::varchar(3)"})
    accepts(sql, "text");
  for (const char* sql : {"now()", "CURRENT_TIMESTAMP", "pg_catalog.now()", "now() + '1 day'"})
    accepts(sql, "timestamptz");
  accepts("'{}'::text[]", "text[]");
  accepts("ARRAY[1, 2]::integer[]", "integer[]");
  accepts("interval '1 day'", "interval");
}
