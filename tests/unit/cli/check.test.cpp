// SPDX-License-Identifier: BSL-1.0
// Whether a database is what the program says, and what leads from one schema to another.
#include <skein/declare/listed.hpp>
#include <skein/run.hpp>
#include <skein/skein.hpp>

#include "support/server.hpp"
#include "unit/cli/driven.hpp"

#include <nlohmann/json.hpp>

namespace skein::test {

namespace {

// clang-format off
struct r01 : skein::revision<"01", base, "people",
    create_enum<"mood", "sad", "ok">,
    create_table<"people",
        column<"id", serial, primary_key>,
        column<"email", varchar<255>, not_null, default_<"lower('A' || '@')">, check<"email <> '' AND id > 0">>,
        column<"mood", type_named<"mood">, default_<"'ok'">>,
        indexed<"ix_lower", on<expression("lower(email)")>, where<"id > 5 OR email IS NOT NULL">>>,
    create_function<"shout", arguments<in<"what", text>>, returns<text>, language<"sql">, body<"select upper(what)">>,
    create_view<"emails", "SELECT p.email, count(*) AS n FROM people p GROUP BY p.email">> {};
struct r02 : skein::revision<"02", revises<"01">, "posts",
    create_schema<"app">,
    create_table<qualified("app", "posts"),
        column<"id", bigint, identity, primary_key>,
        column<"author", integer, references<"people", "id", on_delete<cascade>>>>> {};
struct r03 : skein::revision<"03", revises<"02">, "names", add_column<"people", column<"name", text>>> {};
// clang-format on
struct history : chain<r01, r02, r03> {};

struct people : table<"people",
                      column<"id", serial, primary_key>,
                      column<"email", varchar<255>, not_null, default_<"lower('A' || '@')">, check<"email <> '' AND id > 0">>> {};
struct notes : table<"notes", column<"text", text>> {};

outcome driven(const std::string& url, std::vector<std::string> words) {
  words.insert(words.end(), {"--database", url});
  return drive(rendered<history>(), {.words = std::move(words),
                                     .definition = model::revisions_of<history>,
                                     .models = model::models_of<models<people, notes>>});
}
using json = nlohmann::json;

}  // namespace

TEST_CASE("a database that was migrated is what its revision makes it, whatever PostgreSQL has made of the expressions") {
  const std::string url = fresh_database();
  REQUIRE(driven(url, {"upgrade"}).code == 0);
  const outcome o = driven(url, {"check"});
  CHECK(o.code == 0);
  CHECK(o.err == "");
  CHECK(o.out.find("2 tables, expected 2\n") != o.out.npos);
  CHECK(o.out.ends_with("the database is what its revision makes it\n"));
  CHECK(driven(url, {"diff", "database", "head"}).out == "");
}

TEST_CASE("what somebody changed by hand is found, and the SQL that is printed takes it back") {
  const std::string url = fresh_database();
  REQUIRE(driven(url, {"upgrade", "02"}).code == 0);
  run::session s(url);
  s.run(
      "ALTER TABLE people ADD shoe_size integer; DROP INDEX ix_lower; ALTER TABLE people ALTER email DROP NOT NULL;"
      "ALTER TYPE mood ADD VALUE 'happy'; CREATE TABLE besides (id integer);"
      "CREATE OR REPLACE FUNCTION shout(what text) RETURNS text LANGUAGE sql AS 'select what'");
  const outcome o = driven(url, {"check", "--json"});
  CHECK(o.code == 8);
  const json found = json::parse(o.out);
  CAPTURE(found.dump(2));
  CHECK(found["tables"] == 3);
  CHECK(found["expected"] == 2);
  CHECK(found["tables_besides"] == json{"besides"});
  CHECK(found["models_without_table"] == json{"notes"});
  CHECK(found["tables_without_model"] == json{"app.posts", "besides"});
  CHECK(found["pending"] == json{"03"});
  CHECK(found["to_head"]["sql"].size() == found["to_revision"]["sql"].size() + 1);
  CHECK(found["to_head"]["steps"].size() == found["to_revision"]["steps"].size() + 1);
  CHECK(found["to_revision"]["complete"] == true);
  for (const json& sql : found["to_revision"]["sql"]) s.run(sql.get<std::string>());
  const outcome after = driven(url, {"check"});
  INFO(after.out);
  CHECK(after.code == 0);
}

TEST_CASE("drift is printed as SQL, or as the steps of a revision, and head is compared, too") {
  const std::string url = fresh_database();
  REQUIRE(driven(url, {"upgrade", "02"}).code == 0);
  run::session s(url);
  s.run("ALTER TABLE people ADD name text");
  const std::string sql = driven(url, {"check"}).out;
  CAPTURE(sql);
  CHECK(sql.find("this would take it there:\nALTER TABLE people DROP COLUMN name;\n") != sql.npos);
  CHECK(sql.ends_with("it is what head makes it already: stamp head records that\n"));
  const std::string cpp = driven(url, {"check", "--format", "cpp"}).out;
  CAPTURE(cpp);
  CHECK(cpp.find("this would take it there:\ndrop_column<\"people\", \"name\", loses_data>\n") != cpp.npos);
  s.run("ALTER TABLE people DROP name");
  CHECK(driven(url, {"check"}).out.ends_with("head is 1 statement away: diff database heads prints them\n"));
  CHECK(driven(url, {"check", "--format", "yaml"}).code == 2);
}

TEST_CASE("a database that was never migrated is not told to drop everything") {
  const std::string url = fresh_database();
  CHECK(driven(url, {"check"}).code == 0);
  run::session(url).run("CREATE TABLE people (id serial PRIMARY KEY)");
  const outcome o = driven(url, {"check"});
  CAPTURE(o.out);
  CHECK(o.code == 8);
  CHECK(o.out.find("the database is not empty, but no revision made it so\nhead is ") != o.out.npos);
  CHECK(o.out.find("DROP") == o.out.npos);
}

TEST_CASE("diff leads from any schema to any other") {
  const std::string url = fresh_database(), other = fresh_database();
  CHECK(driven(url, {"diff", "02", "03"}).out == "ALTER TABLE people ADD COLUMN name text;\n");
  CHECK(driven(url, {"diff", "03", "02"}).out == "ALTER TABLE people DROP COLUMN name;\n");
  CHECK(driven(url, {"diff", "01", "01"}).code == 0);
  const std::string steps = driven(url, {"diff", "01", "03", "--format", "cpp"}).out;
  CAPTURE(steps);
  CHECK(steps.find("create_schema<\"app\">,\n") != steps.npos);
  CHECK(steps.find("add_column<\"people\", column<\"name\", text>>") != steps.npos);
  CHECK(steps.ends_with(">\n"));
  const outcome o = driven(url, {"diff", "base", "models"});
  CHECK(o.code == 8);
  run::session s(url);
  s.run(o.out);
  CHECK(driven(url, {"diff", "database", "models"}).code == 0);
  CHECK(driven(url, {"diff", other, "base"}).code == 0);
  CHECK(driven(url, {"diff", other, "database"}).out == o.out);
  const outcome unknown = driven(url, {"diff", "nothing", "models"});
  CHECK(unknown.code == 2);
  CHECK(unknown.out == "");
}

}  // namespace skein::test
