// SPDX-License-Identifier: BSL-1.0
#include <skein/check/text/plpgsql.hpp>

#include "support/catch.hpp"

#include <string>
#include <string_view>

namespace {

using namespace skein;

/// What is left as SQL, blanks made one, pieces that are nothing left out.
std::string sql(std::string_view body) {
  const checks::plpgsql_reader<> r(model::view(body.data(), body.size()));
  CHECK(r.sql().size == body.size());
  CHECK(r.sql().data[body.size()] == '\0');
  std::string out, piece;
  const auto end = [&] {
    while (!piece.empty() && piece.back() == ' ') piece.pop_back();
    if (!piece.empty()) out += (out.empty() ? "" : "; ") + piece;
    piece.clear();
  };
  for (const char c : std::string_view(r.sql().data, r.sql().size)) {
    const bool blank = c == ' ' || c == '\n';
    if (c == ';') end();
    else if (!blank) piece += c;
    else if (!piece.empty() && piece.back() != ' ') piece += ' ';
  }
  end();
  return out;
}

TEST_CASE("statements stay, what is around them goes") {
  CHECK(sql("BEGIN SELECT a INTO b FROM t; RETURN b; END") == "SELECT a FROM t; b");
  CHECK(sql("BEGIN\n  INSERT INTO t (a) VALUES (1);\nEND;") == "INSERT INTO t (a) VALUES (1)");
  CHECK(sql("BEGIN PERFORM f(a) FROM t; END") == "select f(a) FROM t");
  CHECK(sql("BEGIN perform 1; CALL p(1); NULL; END") == "select 1; p(1); NULL");
  CHECK(sql("BEGIN a := (SELECT b FROM t); a.b = 2; END") == "a := (SELECT b FROM t); a.b = 2");
  CHECK(sql("") == "");
  CHECK(sql("BEGIN END") == "");
}

TEST_CASE("conditions and branches are expressions and statements") {
  CHECK(sql("BEGIN IF EXISTS (SELECT 1 FROM t) THEN DELETE FROM t; ELSIF a THEN UPDATE t SET a = 1; ELSE SELECT 1; END IF; END") ==
        "EXISTS (SELECT 1 FROM t); DELETE FROM t; a; UPDATE t SET a = 1; SELECT 1");
  CHECK(sql("BEGIN CASE a WHEN 1, 2 THEN DELETE FROM t; ELSE DELETE FROM u; END CASE; END") == "a; 1, 2; DELETE FROM t; DELETE FROM u");
  CHECK(sql("BEGIN SELECT CASE WHEN a THEN b ELSE c END INTO x FROM t; END") == "SELECT CASE WHEN a THEN b ELSE c END FROM t");
  CHECK(sql("BEGIN RETURN CASE WHEN a THEN 1 END; END") == "CASE WHEN a THEN 1 END");
  CHECK(sql("BEGIN DELETE FROM t; EXCEPTION WHEN unique_violation OR others THEN DELETE FROM u; WHEN x THEN RAISE; END") ==
        "DELETE FROM t; unique_violation OR others; DELETE FROM u; x");
}

TEST_CASE("loops") {
  CHECK(sql("BEGIN FOR r IN SELECT a FROM t LOOP DELETE FROM u; END LOOP; END") == "SELECT a FROM t; DELETE FROM u");
  CHECK(sql("BEGIN FOR i IN REVERSE 10..1 BY 2 LOOP f(i); END LOOP; END") == "10..1 BY 2; f(i)");
  CHECK(sql("BEGIN FOREACH x SLICE 1 IN ARRAY (SELECT a FROM t) LOOP END LOOP; END") == "(SELECT a FROM t)");
  CHECK(sql("BEGIN <<outer>> FOR a, b IN EXECUTE 'x' USING c LOOP EXIT outer WHEN a; END LOOP outer; END") == "'x' USING c; outer; a");
  CHECK(sql("BEGIN WHILE a LOOP CONTINUE; END LOOP; LOOP SELECT 1; END LOOP; END") == "a; SELECT 1");
}

TEST_CASE("what INTO fills goes") {
  CHECK(sql("BEGIN SELECT a, b INTO STRICT x, r.y FROM t WHERE c; END") == "SELECT a, b FROM t WHERE c");
  CHECK(sql("BEGIN SELECT INTO x[1] a FROM t; END") == "SELECT a FROM t");
  CHECK(sql("BEGIN INSERT INTO t VALUES (1) RETURNING a INTO x; END") == "INSERT INTO t VALUES (1) RETURNING a");
  CHECK(sql("BEGIN EXECUTE 'x' INTO y USING z; END") == "'x' USING z");
  CHECK(sql("BEGIN MERGE INTO t USING u ON a WHEN MATCHED THEN DELETE; DELETE FROM t; END") == "MERGE INTO t USING u ON a WHEN MATCHED THEN DELETE; DELETE FROM t");
}

TEST_CASE("a declaration has a type and a value") {
  CHECK(sql("DECLARE a integer; n CONSTANT text NOT NULL := 'x'; r t%ROWTYPE; BEGIN END") == "::integer; :: ::text NOT NULL; 'x'; ::t%ROWTYPE");
  CHECK(sql("DECLARE a t.b%TYPE DEFAULT f(1); c CURSOR (p integer) FOR SELECT a FROM t; BEGIN OPEN c(1); FETCH NEXT FROM c INTO a; CLOSE c; END") ==
        "::t.b%TYPE; f(1); ::CURSOR (p integer); SELECT a FROM t; (1)");
  CHECK(sql("BEGIN DECLARE x app.mood = 'a'; BEGIN OPEN c FOR SELECT 1 FROM t; END; END") == "::app.mood = 'a'; SELECT 1 FROM t");
}

TEST_CASE("returns, raises, literals and comments") {
  CHECK(sql("BEGIN RETURN QUERY SELECT a FROM t; RETURN NEXT x; RETURN; RETURN NEW; END") == "SELECT a FROM t; x; NEW");
  CHECK(sql("BEGIN RETURN QUERY EXECUTE 'SELECT' USING x; END") == "'SELECT' USING x");
  CHECK(sql("BEGIN RAISE NOTICE 'then; %', a USING HINT = 'x'; RAISE EXCEPTION USING ERRCODE = b; RAISE division_by_zero; END") ==
        "'then; %', a USING HINT = 'x'; USING ERRCODE = b; division_by_zero");
  CHECK(sql("BEGIN SELECT 'a; THEN', $q$ b; $q$, \"loop\" FROM t /* ; */; GET DIAGNOSTICS n = ROW_COUNT; END") == "SELECT 'a; THEN', $q$ b; $q$, \"loop\" FROM t /*; */");
  CHECK(sql("BEGIN -- then\n ASSERT a > b; COMMIT; END") == "-- then; a > b; COMMIT");
}

TEST_CASE("who prefers variables says so") {
  constexpr std::string_view plain = "BEGIN a # b; END", column = "#variable_conflict use_column\nBEGIN END", variable = "#variable_conflict use_variable\nDECLARE a text; BEGIN END";
  CHECK(!checks::plpgsql_reader<>(model::view(plain.data(), plain.size())).prefers_variables());
  CHECK(!checks::plpgsql_reader<>(model::view(column.data(), column.size())).prefers_variables());
  CHECK(checks::plpgsql_reader<>(model::view(variable.data(), variable.size())).prefers_variables());
  CHECK(sql(variable) == "::text");
}

}  // namespace
