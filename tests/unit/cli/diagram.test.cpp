// SPDX-License-Identifier: BSL-1.0
// Pictures out of the driver: which revisions' state is drawn, and what is said of a wrong command line.
#include <skein/run.hpp>
#include <skein/skein.hpp>

#include "unit/cli/driven.hpp"

#include <nlohmann/json.hpp>

namespace skein::test {

namespace {

// clang-format off
struct users : skein::revision<"01", base, "users",
    create_table<"users", column<"id", bigint, primary_key>>> {};
struct posts : skein::revision<"02", revises<"01">, "posts",
    create_table<"posts", column<"id", bigint, primary_key>, column<"author", bigint, references<"users", "id">>>> {};
struct names : skein::revision<"03", revises<"01">, "names",
    add_column<"users", column<"name", text>>> {};
struct both : skein::revision<"04", revises<"02", "03">, "merge"> {};
// clang-format on
struct history : chain<users, posts, names, both> {};

outcome draw(std::vector<std::string> words) {
  return drive(rendered<history>(), {.words = std::move(words), .definition = model::revisions_of<history>});
}

const std::string at_first = "erDiagram\n  users {\n    bigint id PK\n  }\n";

}  // namespace

TEST_CASE("diagram draws the state at a revision, of a branch that branch's alone") {
  CHECK(draw({"diagram", "--revision", "01"}).out == at_first);
  CHECK(draw({"diagram", "--revision", "03"}).out == "erDiagram\n  users {\n    bigint id PK\n    text name\n  }\n");
  CHECK(draw({"diagram", "--revision", "base"}).out == "erDiagram\n");
  const std::string head =
      "erDiagram\n  users {\n    bigint id PK\n    text name\n  }\n  posts {\n    bigint id PK\n    bigint author FK\n  }\n"
      "  posts }o--o| users : \"author\"\n";
  CHECK(draw({"diagram"}).out == head);
  const outcome as_json = draw({"diagram", "--json", "--revision", "01"});
  CHECK(nlohmann::json::parse(as_json.out) == nlohmann::json{{"format", "mermaid"}, {"text", at_first}});
}

TEST_CASE("diagram --since draws what changed") {
  const std::string changed = draw({"diagram", "--since", "02"}).out;
  CHECK(changed.find("text name \"added\"") != changed.npos);
  CHECK(changed.find("posts:::added") == changed.npos);
  CHECK(draw({"diagram", "--since", "base"}).out.find("posts:::added") != std::string::npos);
  const std::string back = draw({"diagram", "--since", "head", "--revision", "01"}).out;
  CHECK(back.find("posts:::removed") != back.npos);
}

TEST_CASE("pictures for Graphviz, and of the history") {
  CHECK(draw({"diagram", "--format", "dot"}).out.starts_with("digraph schema {\n"));
  CHECK(draw({"history", "--format", "dot"}).out.find("\"02\" -> \"04\"") != std::string::npos);
  CHECK(draw({"history", "--format", "mermaid"}).out.starts_with("flowchart BT\n  r0[\"01 users\"]\n"));
}

TEST_CASE("a picture that cannot be drawn is one sentence") {
  const outcome unknown = draw({"diagram", "--revision", "99"});
  CHECK(unknown.code == 2);
  CHECK(unknown.out.empty());
  CHECK(unknown.err.find("99") != unknown.err.npos);
  CHECK(draw({"diagram", "--format", "png"}).code == 2);
  CHECK(draw({"history", "--format", "dot", "--verbose"}).code == 2);
}

}  // namespace skein::test
