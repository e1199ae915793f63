// SPDX-License-Identifier: BSL-1.0
#include <skein/render/expression.hpp>

#include "database.hpp"
#include "support/catch.hpp"

using namespace skein;

TEST_CASE("a comment at the end of an expression swallows nothing") {
  test::database db;
  db.apply<create_table<"t", column<"a", integer, default_<"1 -- one">, check<"a > 0 -- positive">>,
                        column<"b", integer, generated<"a + 1 -- more">>, check_on<"ck", "b > a -- always">>,
           create_index<"ix", "t", on<expression("a + b -- sum")>, where<"a > 1 -- many">>>();
  CHECK(db.constraints("t") == "ck|CHECK ((b > a))\nt_a_check|CHECK ((a > 0))");
  CHECK(db.index("ix") == "CREATE INDEX ix ON public.t USING btree (((a + b))) WHERE (a > 1)");
}

TEST_CASE("raw statements lose their last semicolon and nothing else") {
  CHECK(render::without_semicolon("SELECT 1; \n") == "SELECT 1");
  CHECK(render::without_semicolon("SELECT ';'") == "SELECT ';'");
  CHECK(render::without_semicolon(" ; ;\n") == "");
  CHECK(render::terminated("SELECT 1") == "SELECT 1;");
  CHECK(render::terminated("SELECT 1 -- one") == "SELECT 1 -- one\n;");
}
