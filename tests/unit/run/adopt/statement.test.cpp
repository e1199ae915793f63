// SPDX-License-Identifier: BSL-1.0
#include <skein/run/adopt/statement.hpp>

#include "support/catch.hpp"

using namespace skein::run::adoption;

namespace {

std::string words_of(std::string_view sql) {
  std::string out;
  for (const statement& s : statements_of(sql)) {
    for (const token& t : s.words) out += (t.what == token::kind::quoted ? "<" + t.name + ">" : t.name) + " ";
    out += "| ";
  }
  return out;
}

}  // namespace

TEST_CASE("statements are taken apart into words", "[run][adopt]") {
  CHECK(words_of("Create TABLE \"My \"\"T\"\"\"(x int); -- no; comment\n/* nor; /* nested; */ */ DROP table y") ==
        "create table <My \"T\"> ( x int ) ; | drop table y | ");
  CHECK(words_of("DO $a$ BEGIN; END $a$; SELECT 'a;''b', E'\\';', 1.5e3") ==
        "do $a$ BEGIN; END $a$ ; | select 'a;''b' , E'\\';' , 1.5e3 | ");
  CHECK(words_of("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END; SELECT 3") ==
        "create function f ( ) returns int begin atomic select 1 ; select 2 ; end ; | select 3 | ");
  CHECK(words_of(" ; -- nothing\n") == "");
}

TEST_CASE("a statement's text begins where the one before it ends", "[run][adopt]") {
  const std::string sql = "-- first\nBEGIN;\nSELECT 1;\n  VACUUM t";
  const auto all = statements_of(sql);
  REQUIRE(all.size() == 3);
  CHECK(all[0].text == "-- first\nBEGIN;");
  CHECK(all[1].text == "\nSELECT 1;");
  CHECK(all[2].text == "\n  VACUUM t");
  CHECK(all[0].controls_transaction);
  CHECK(!all[1].controls_transaction);
  CHECK(all[2].needs_no_transaction);
  CHECK(all[1].begins({"select"}));
  CHECK(!all[1].begins({"select", "2"}));
  CHECK(all[2].has_word("t"));
}

TEST_CASE("what is never closed ends with the text", "[run][adopt]") {
  for (const char* open : {"SELECT 'a;", "SELECT \"a;", "SELECT $$ a;", "SELECT 1 /* a;", "SELECT E'\\"}) {
    const std::string sql = open;
    const auto all = statements_of(sql);
    REQUIRE(all.size() == 1);
    CHECK(all[0].text == sql);
  }
}
