// SPDX-License-Identifier: BSL-1.0
#include <skein/render/quote.hpp>

#include "database.hpp"
#include "support/catch.hpp"

using skein::render::identifier;
using skein::render::literal;

namespace {

const std::string hostile_names[]{"plain",
                                  "with space",
                                  "Upper",
                                  "1st",
                                  "_x",
                                  "a$b",
                                  "semi;colon",
                                  "quo\"te",
                                  "two\"\"quotes",
                                  "\"",
                                  "apo'strophe",
                                  "dot.ted",
                                  "new\nline",
                                  "tab\t",
                                  "back\\slash",
                                  "--comment",
                                  "/*comment*/",
                                  "$$",
                                  "grün",
                                  "日本語",
                                  "\xF0\x9F\xA6\xA2",
                                  " leading",
                                  "trailing ",
                                  std::string(63, 'n'),
                                  std::string(63, '"'),
                                  "select",
                                  "system_user",
                                  "json",
                                  "name",
                                  "type"};

}  // namespace

TEST_CASE("names that are lower case and no keyword stay bare") {
  CHECK(identifier("users") == "users");
  CHECK(identifier("_a1") == "_a1");
  CHECK(identifier("User") == "\"User\"");
  CHECK(identifier("order") == "\"order\"");
  CHECK(identifier("a\"b") == "\"a\"\"b\"");
  CHECK(identifier("") == "\"\"");
}

TEST_CASE("a schema is written where it was declared, and a dot is only a character") {
  static constexpr skein::model::object_name plain{"a.b"};
  static constexpr skein::model::object_name inside = skein::qualified("a", "b");
  CHECK(identifier(plain) == "\"a.b\"");
  CHECK(identifier(inside) == "a.b");
  CHECK(identifier(skein::qualified("public", "b")) == "public.b");
}

TEST_CASE("every keyword that the server does not take as a name is quoted, and no word without need") {
  skein::test::database db;
  const auto words = db.ask("SELECT string_agg(word, ' ') FROM pg_get_keywords() WHERE catcode <> 'U'") + " ";
  for (std::size_t from = 0, to; (to = words.find(' ', from)) != words.npos; from = to + 1) {
    const std::string word = words.substr(from, to - from);
    CHECK(identifier(word) == '"' + word + '"');
  }
  CHECK(db.ask("SELECT count(*) FROM pg_get_keywords() WHERE word IN ('name', 'type', 'key') AND catcode = 'U'") ==
        "3");
  for (const char* word : {"name", "type", "key"}) CHECK(identifier(word) == word);
}

TEST_CASE("hostile names are one name, spelled as the server itself spells it") {
  skein::test::database db;
  for (const std::string& name : hostile_names) {
    CAPTURE(name);
    const bool newer_keyword = name == "system_user" || name == "json";  // of PostgreSQL 16 and 17
    if (!newer_keyword) CHECK(identifier(name) == db.ask("SELECT quote_ident(" + literal(name) + ")"));
    db.run(
        fmt::format("CREATE TABLE {0} ({0} text); COMMENT ON COLUMN {0}.{0} IS {1}", identifier(name), literal(name)));
    CHECK(db.ask(fmt::format(
              "SELECT count(*) FROM pg_attribute WHERE attname = {0} AND attrelid = quote_ident({0})::regclass "
              "AND col_description(attrelid, attnum) = attname",
              literal(name))) == "1");
  }
}

TEST_CASE("a name of more than 63 bytes is cut where PostgreSQL would cut it") {
  static constexpr skein::model::ident longer{"a123456789b123456789c123456789d123456789e123456789f123456789g123456789"};
  CHECK(identifier(longer) == "a123456789b123456789c123456789d123456789e123456789f123456789g12");
}

TEST_CASE("a literal is its text, whatever standard_conforming_strings says") {
  skein::test::database db;
  for (const char* setting : {"on", "off"}) {
    db.run(fmt::format("SET standard_conforming_strings = {}; SET escape_string_warning = off", setting));
    for (const std::string& text : hostile_names) CHECK(db.ask("SELECT " + literal(text)) == text);
    CHECK(db.ask("SELECT " + literal("\\' OR ''=''; --")) == "\\' OR ''=''; --");
  }
  CHECK(literal("it's") == "'it''s'");
  CHECK(literal("a\\b") == "E'a\\\\b'");
}
