// SPDX-License-Identifier: BSL-1.0
// A live database out of the driver, and into it. That what is printed compiles is what integration/import is about.
#include <skein/run.hpp>
#include <skein/skein.hpp>

#include "unit/cli/driven.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace skein::test {

namespace {

// clang-format off
struct users : table<"users", column<"id", bigint, primary_key>, column<"name", text>> {};
struct first : skein::revision<"01", base, "first",
    create_table<"users", column<"id", bigint, primary_key>, column<"name", text>>> {};
struct later : skein::revision<"02", revises<"01">, "later", add_column<"users", column<"l", text>>> {};
// clang-format on
struct both : chain<first, later> {};

std::string database_with(const std::string& sql) {
  const std::string url = fresh_database();
  run::session(url).run(sql);
  return url;
}
/// A driver without a history.
outcome import(const std::string& url, std::vector<std::string> words) {
  words.insert(words.begin(), "import");
  return drive({}, url, std::move(words));
}
outcome adopt(const std::string& url, std::vector<std::string> words) {
  words.insert(words.begin(), "baseline");
  words.insert(words.end(), {"--database", url});
  return drive(rendered<both>(), {.words = std::move(words), .definition = model::revisions_of<both>});
}

}  // namespace

TEST_CASE("import prints a header, and says what has no declaration") {
  const std::string url = database_with(
      "CREATE TABLE users (id bigint PRIMARY KEY, name text); CREATE SCHEMA app; CREATE TABLE app.notes (a integer);"
      "CREATE TYPE kind AS (a integer); CREATE TABLE typed OF kind");
  const outcome o = import(url, {});
  CHECK(o.code == 0);
  CHECK_THAT(o.out, containing("struct users : table<\"users\",\n    column<\"id\",   bigint, primary_key>,\n"));
  CHECK_THAT(o.out,
             containing("struct app_notes : table<qualified(\"app\", \"notes\"), column<\"a\", integer>> {};\n"));
  CHECK_THAT(o.out, containing("static_assert(verify<history, schema>::ok);\n"));
  CHECK_THAT(o.out, containing("//   type table typed: it is of a composite type (OF)"));
  CHECK_THAT(o.err, containing("type table typed: it is of a composite type (OF)"));

  const outcome some = import(url, {"--schema", "app", "--json"});
  const auto found = nlohmann::json::parse(some.out);
  CHECK(found["models"] == 1);
  CHECK(found["target"] == 12);
  CHECK(found["not_declared"].empty());

  const outcome none = import(url, {"--schema", "ap"});
  CHECK(none.code == 2);
  CHECK(none.out == "");
  CHECK(none.err == "error: the database has no schema ap; it has app and public\n");
}

TEST_CASE("import writes a header for each table, and loses no file unasked") {
  const std::string url = database_with(
      "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE users (m mood); CREATE SEQUENCE s; CREATE TABLE sequences (a "
      "mood)");
  const directory d;
  const std::string into = d.path() + "/new/place";
  const outcome o = import(url, {"--split", into});
  CHECK(o.code == 0);
  std::string names;
  for (const char* name : {"types", "sequences", "users", "sequences_2", "baseline", "schema"})
    names += into + "/" + name + ".hpp\n";
  CHECK(o.out == names);
  CHECK_THAT(d.read("new/place/users.hpp"), containing("#include \"types.hpp\"\n#include <skein/skein.hpp>\n"));
  CHECK_THAT(d.read("new/place/schema.hpp"), containing("struct schema : models<mood, s, users, sequences> {};\n"));

  std::ofstream(into + "/users.hpp") << "mine";
  const outcome again = import(url, {"--split", into});
  CHECK(again.code == 6);
  CHECK_THAT(again.err, containing("users.hpp"));
  CHECK_THAT(again.err, containing("there already; nothing is written. Give --overwrite to lose what is in"));
  CHECK(d.read("new/place/users.hpp") == "mine");
  CHECK(import(url, {"--split", into, "--overwrite"}).code == 0);
  CHECK_THAT(d.read("new/place/users.hpp"), containing("struct users"));
  CHECK(std::distance(std::filesystem::directory_iterator(into), {}) == 6);
  CHECK(import(url, {"--split", "/dev/null"}).code == 2);
}

TEST_CASE("baseline records where a database is, if it is there") {
  const std::string url = database_with("CREATE TABLE users (id bigint PRIMARY KEY, name text)");
  outcome o = adopt(url, {});
  CHECK(o.code == 8);
  CHECK_THAT(o.out, containing("this would take it there:\nALTER TABLE users ADD COLUMN l text;\n"));
  CHECK(o.err == "nothing is recorded; mend the one or the other, or give --despite-differences\n");
  o = adopt(url, {"01"});
  CHECK(o.code == 0);
  CHECK(o.out == "the database is what the history makes it; the database is at 01\n");
  CHECK(adopt(url, {"01"}).out == "nothing to do; the database is at 01\n");
  CHECK(drive(rendered<both>(), url, {"upgrade", "--quiet"}).code == 0);
  CHECK(adopt(url, {}).out == "nothing to do; the database is at 02\n");
  o = adopt(url, {"01"});
  CHECK(o.code == 6);
  CHECK_THAT(o.err, containing("error: the database is at 02 already, as its journal says; check compares it"));
}

TEST_CASE("baseline records a database that differs only when told to") {
  const std::string url = database_with("CREATE TABLE users (id bigint PRIMARY KEY)");
  const outcome refused = adopt(url, {"01", "--json"});
  CHECK(refused.code == 8);
  CHECK(nlohmann::json::parse(refused.out)["differences"]["sql"][0] == "ALTER TABLE users ADD COLUMN name text");
  const outcome told = adopt(url, {"01", "--despite-differences", "--json"});
  CHECK(told.code == 0);
  CHECK(nlohmann::json::parse(told.out)["recorded"][0] == "01");
}

}  // namespace skein::test
