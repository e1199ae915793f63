// SPDX-License-Identifier: BSL-1.0
#include <skein/check/text/identifiers.hpp>

#include "support/catch.hpp"

#include <string>

namespace {

using namespace skein;

/// What may be a column in the text, in order; soft words in parentheses, quoted ones in quotes.
std::string columns(std::string_view sql) {
  std::string out;
  const model::text_view text = model::view(sql.data(), sql.size());
  for (checks::reader r(text); r.next();) {
    const std::string_view word(r.found.data, r.found.size);
    out.append(out.empty() ? "" : " ").append(r.found.soft ? "(" : r.found.quoted ? "\"" : "").append(word);
    out.append(r.found.soft ? ")" : r.found.quoted ? "\"" : "");
  }
  return out;
}

TEST_CASE("columns are told from keywords, calls and literals") {
  CHECK(columns("age > 18 AND name IS NOT NULL") == "age (name)");
  CHECK(columns("lower(email) LIKE '%@example.org'") == "email");
  CHECK(columns("price * 1.5e3 + tax") == "price tax");
  CHECK(columns("now()").empty());
  CHECK(columns("'it''s a name'").empty());
  CHECK(columns("E'it\\'s a name' || title") == "title");
  CHECK(columns("B'0101' || X'1F' || flags") == "flags");
  CHECK(columns("$$a name$$ || title || $tag$ $$ inner $tag$") == "title");
  CHECK(columns("state IN ('new', 'old')") == "state");
  CHECK(columns("CASE WHEN a THEN b ELSE c END") == "a b c");
}

TEST_CASE("types after a cast are none, before and after are") {
  CHECK(columns("a::integer + b") == "a b");
  CHECK(columns("a::public.mood = b") == "a b");
  CHECK(columns("CAST(a AS bigint) > b") == "a b");
  CHECK(columns("a COLLATE \"C\" < b") == "a b");
  CHECK(columns("a::numeric(10, 2) > b") == "a b");
  CHECK(columns("a::timestamp with time zone > b") == "a (time) (zone) b");
  CHECK(columns("date '2024-01-01' < born").find("born") != std::string::npos);
  CHECK(columns("a::double precision > b") == "a (precision) b");
  CHECK(columns("a :: text || b") == "a b");
}

TEST_CASE("qualified names") {
  CHECK(columns("users.age > 18") == "age");
  CHECK(columns("app.age_of(a)") == "a");
  CHECK(columns("a OPERATOR(pg_catalog.=) b") == "a b");
}

TEST_CASE("quoted identifiers are taken as they are") {
  CHECK(columns("\"Age\" > 18") == "\"Age\"");
  CHECK(columns("\"a \"\"b\"\"\" > 18") == "\"a \"\"b\"\"\"");
  CHECK(columns("\"select\" > 18") == "\"select\"");
}

TEST_CASE("comments") {
  CHECK(columns("a -- and b\n > c") == "a c");
  CHECK(columns("a /* and /* b */ not c */ > d") == "a d");
}

TEST_CASE("words of other languages") { CHECK(columns("größe > 0 AND 名前 <> ''") == "größe 名前"); }

TEST_CASE("named arguments are no columns") { CHECK(columns("make_interval(days => 10) + span") == "span"); }

TEST_CASE("an identifier means a name as PostgreSQL folds it") {
  const auto means = [](std::string_view sql, const model::ident& name) {
    checks::reader r(model::view(sql.data(), sql.size()));
    return r.next() && same(name, r.found);
  };
  CHECK(means("Age", model::ident("age")));
  CHECK_FALSE(means("Age", model::ident("Age")));
  CHECK(means("\"Age\"", model::ident("Age")));
  CHECK_FALSE(means("\"Age\"", model::ident("age")));
  CHECK(means("\"a\"\"b\"", model::ident("a\"b")));
}

}  // namespace
