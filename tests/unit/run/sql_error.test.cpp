// SPDX-License-Identifier: BSL-1.0
#include <skein/run/sql_error.hpp>

#include "support/catch.hpp"

using skein::run::sql_error;

TEST_CASE("an error falls into its parts", "[run][sql_error]") {
  const sql_error e(
      "ERROR:  column \"x\" does not exist\nLINE 12: SELECT x\n               ^\nDETAIL:  one\ntwo\nHINT:  "
      "look\nCONTEXT:  here\n",
      "42703");
  CHECK(e.message == "column \"x\" does not exist");
  CHECK(e.line == 12);
  CHECK(e.detail == "one\ntwo");
  CHECK(e.hint == "look");
  CHECK(e.context == "here");
  CHECK_FALSE(e.statement);
  CHECK_FALSE(e.transient());
}

TEST_CASE("an error without parts is its message", "[run][sql_error]") {
  const sql_error e("no more\n", "40P01");
  CHECK(e.message == "no more");
  CHECK(e.line == 0);
  CHECK(e.detail.empty());
  CHECK(e.transient());
}
