// SPDX-License-Identifier: BSL-1.0
// What the verb sync says of what is added, refused and left.
#include <skein/declare/listed.hpp>
#include <skein/run.hpp>
#include <skein/skein.hpp>

#include "support/server.hpp"
#include "unit/cli/driven.hpp"

#include <nlohmann/json.hpp>

namespace skein::test {

namespace {

// clang-format off
struct users : table<"users",
    column<"id", bigint, primary_key>,
    column<"name", text, not_null>,
    indexed<"ix_users_name", on<"name">>> {};
struct start : skein::revision<"01", base, "start"> {};
// clang-format on
struct history : chain<start> {};

outcome sync(const std::string& url, std::vector<std::string> words = {}, model::models_def of = model::models_of<models<users>>) {
  words.insert(words.begin(), {"sync", "--database", url});
  return drive(rendered<history>(), {.words = std::move(words), .definition = model::revisions_of<history>, .models = of});
}
std::string behind_first_line(const std::string& text) { return text.substr(text.find('\n') + 1); }

}  // namespace

TEST_CASE("sync says what it adds, and then that nothing is missing") {
  const std::string url = fresh_database();
  const outcome planned = sync(url, {"--dry-run"});
  CHECK(planned.code == 0);
  CHECK(behind_first_line(planned.out) == "  users\n    + table users: id bigint, name text\n1 to be added\n");
  const outcome first = sync(url);
  CHECK(first.code == 0);
  CHECK(first.err == "");
  CHECK(first.out.find(" tables, the models have 1\n") != first.out.npos);
  CHECK(behind_first_line(first.out) == "  users\n    ✓ table users: id bigint, name text\n1 added\n");
  CHECK(behind_first_line(sync(url).out) == "nothing is missing\n");
}

TEST_CASE("sync says what it could not add, and that it left what it does not know") {
  const std::string url = fresh_database();
  run::session(url).run("CREATE TABLE users (id bigint PRIMARY KEY, name integer, old text); INSERT INTO users VALUES (1)");
  run::session(url).run("CREATE TABLE ix_users_name (id integer)");
  const outcome o = sync(url);
  CHECK(o.code == 1);
  CHECK(behind_first_line(o.out) ==
        "  users\n"
        "    ✗ index ix_users_name\n"
        "      the name ix_users_name is taken by a table, and tables, indexes and sequences of a schema share their names; "
        "choose another\n"
        "left as it is:\n"
        "  column users.name is integer, in the models text; is nullable, in the models not null\n"
        "  column users.old\n"
        "  table ix_users_name\n"
        "0 added, 1 not; run it again when what is said is mended\n");
  const auto as_json = nlohmann::json::parse(sync(url, {"--json"}).out);
  CHECK(as_json["complete"] == false);
  CHECK(as_json["changes"][0]["state"] == "refused");
  CHECK(as_json["left"].size() == 3);
}

TEST_CASE("sync needs models") {
  const outcome o = sync(fresh_database(), {}, {});
  CHECK(o.code == 2);
  CHECK(o.err.find("without models") != o.err.npos);
}

}  // namespace skein::test
