// SPDX-License-Identifier: BSL-1.0
// The next revision out of the driver. That what is printed compiles and verifies is what the test `revision` is about.
#include <skein/run.hpp>
#include <skein/skein.hpp>

#include "unit/cli/driven.hpp"

#include <nlohmann/json.hpp>

namespace skein::test {

namespace {

// clang-format off
struct first : skein::revision<"01", base, "first",
    create_table<"users", column<"id", bigint>, column<"name", text>>> {};
struct left : skein::revision<"02", revises<"01">, "left", add_column<"users", column<"l", text>>> {};
struct right : skein::revision<"03", revises<"01">, "right", add_column<"users", column<"r", text>>> {};
struct users : table<"users", column<"id", bigint>, column<"full_name", text>> {};
struct nothing : table<"nothing", column<"is", type_named<"absent">>> {};
// clang-format on
struct short_history : chain<first> {};
struct two_heads : chain<first, left, right> {};

outcome write(std::vector<std::string> words, model::models_def models = model::models_of<skein::models<users>>) {
  return drive(rendered<short_history>(),
               {.words = std::move(words), .definition = model::revisions_of<short_history>, .models = models});
}

}  // namespace

TEST_CASE("revision writes what leads to the models, and names a likely rename") {
  const outcome plain = write({"revision", "-m", "names are full"});
  CHECK(plain.code == 0);
  CHECK(plain.out.find(", revises<\"01\">, \"names are full\",\n    drop_column<\"users\", \"name\", loses_data>,\n"
                       "    add_column<\"users\", column<\"full_name\", text>>> {};\n") != std::string::npos);
  CHECK(plain.out.find("//   drop_column<\"users\", \"name\">\nstruct names_are_full : revision<\"2") != std::string::npos);
  CHECK(plain.err == "if it is only called otherwise, add --rename users.name:full_name\n");
  const outcome renamed = write({"revision", "--rename", "users.name:users.full_name"});
  CHECK(renamed.out.starts_with("struct next_revision : "));
  CHECK(renamed.out.find("    rename_column<\"users\", \"name\", \"full_name\">> {};\n") != std::string::npos);
  CHECK(renamed.err.empty());
  const auto json = nlohmann::json::parse(write({"revision", "--json"}).out);
  CHECK(json.at("revisions").size() == 1);
  CHECK(json["revisions"][0].at("steps") == 2);
  CHECK(json["revisions"][0].at("parents") == nlohmann::json{"01"});
}

TEST_CASE("a label that is added and used takes two revisions, one behind the other") {
  struct mood : enum_type<"mood", "sad", "ok"> {};
  struct base_of_it : skein::revision<"01", base, "moods", create_enum<"mood", "sad">> {};
  struct moods : chain<base_of_it> {};
  struct feelings : table<"feelings", column<"now", type_named<"mood">, not_null, default_<"'ok'">>> {};
  static constexpr auto held = moods::all;
  const model::history_def definition{held.items, moods::size};
  const auto ask = [&](std::vector<std::string> words) {
    return drive(render::render_history(definition), {.words = std::move(words),
                                                      .definition = definition,
                                                      .models = model::models_of<skein::models<mood, feelings>>});
  };
  const outcome o = ask({"revision", "-m", "feel"});
  CAPTURE(o.out);
  CHECK(o.err == "in 2 revisions: a label that is added to an enumeration can be used when it is committed\n");
  const auto json = nlohmann::json::parse(ask({"revision", "-m", "feel", "--json"}).out)["revisions"];
  REQUIRE(json.size() == 2);
  CHECK(json[1]["parents"][0] == json[0]["id"]);
  CHECK(json[1]["name"] == "feel_2");
  const std::size_t second = o.out.find("struct feel_2 : revision<\"");
  REQUIRE(second != o.out.npos);
  CHECK(o.out.find("add_value<\"mood\", \"ok\"") < second);
  CHECK(o.out.find("create_table<\"feelings\"") > second);
}

TEST_CASE("a column that rows have no value for is remarked upon") {
  struct strict : table<"users", column<"id", bigint>, column<"name", text>, column<"age", integer, not_null>,
                        column<"n", serial>> {};
  const std::string out = write({"revision"}, model::models_of<skein::models<strict>>).out;
  CAPTURE(out);
  CHECK(out.starts_with("// Rows that are there have no value for these columns: give them a default, or a revision that "
                        "fills them.\n//   add_column<\"users\", column<\"age\", integer, not_null>>\nstruct "));
}

TEST_CASE("revision --empty has no steps, and an identifier of its own each time") {
  const std::string out = write({"revision", "--empty", "-m", "by hand"}).out;
  CHECK(out.starts_with("struct by_hand : revision<\"2"));
  CHECK(out.ends_with("\", revises<\"01\">, \"by hand\"> {};\n"));
}

TEST_CASE("revision from a database") {
  const std::string database = fresh_database();
  run::session(database).run("CREATE TABLE users (id bigint, name text); CREATE TABLE posts (id integer NOT NULL)");
  const outcome found = drive(rendered<short_history>(), {.words = {"--database", database, "revision", "--from-database"},
                                                          .definition = model::revisions_of<short_history>});
  CHECK(found.err == "");
  CHECK(found.out.find("    create_table<\"posts\", column<\"id\", integer, not_null>>> {};\n") != std::string::npos);
}

TEST_CASE("what cannot be written is one sentence") {
  const outcome wrong = write({"revision", "--rename", "users.age:years"});
  CHECK(wrong.code == 2);
  CHECK(wrong.err == "error: --rename users.age:years names nothing that the history has; write old:new, as in "
                     "users.name:users.full_name\n");
  CHECK(write({"revision"}, model::models_of<skein::models<nothing>>).err.find("the models do not fit together: revision.test.cpp:") !=
        std::string::npos);
  CHECK(write({"merge"}).err == "error: the history has one head; there is nothing to merge\n");
}

TEST_CASE("a history that is where the models are has no next revision") {
  struct same : table<"users", column<"id", bigint>, column<"name", text>> {};
  const outcome none = write({"revision"}, model::models_of<skein::models<same>>);
  CHECK(none.code == 0);
  CHECK(none.out.empty());
}

TEST_CASE("merge writes the merge of the heads") {
  static constexpr auto held = two_heads::all;
  const model::history_def definition{held.items, two_heads::size};
  const render::migrations all = render::render_history(definition);
  const call what{.words = {"merge", "-m", "left and right"}, .definition = definition};
  const std::string out = drive(all, what).out;
  CHECK(out.starts_with("struct left_and_right : revision<\"2"));
  CHECK(out.ends_with("\", revises<\"02\", \"03\">, \"left and right\"> {};\n"));
  CHECK(drive(all, {.words = {"revision"}, .definition = definition}).code == 2);
}

}  // namespace skein::test
