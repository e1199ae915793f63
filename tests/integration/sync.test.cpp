// SPDX-License-Identifier: BSL-1.0
// Additive update of databases that somebody else made.
#include <skein/sync.hpp>

#include "support/catch.hpp"
#include "support/server.hpp"

#include <skein/run/catalog.hpp>

using namespace skein;
using run::sync_change;

namespace {

// clang-format off
struct mood : enum_type<"mood", "sad", "ok", "happy"> {};
struct users : table<"users",
    column<"id", bigint, identity, primary_key>,
    column<"email", varchar<255>, not_null, unique>,
    column<"bio", text>,
    column<"age", integer, check<"age > 0">>,
    column<"mood", type_named<"mood">, default_<"'ok'">>,
    indexed<"ix_users_bio", on<"bio">>> {};
struct posts : table<qualified("app", "posts"),
    column<"id", serial, primary_key>,
    column<"author", bigint, not_null, references<"users", "id">>,
    column<"title", text, not_null>,
    comment<"what they write">> {};
struct titles : view<"titles", "SELECT title FROM app.posts"> {};
// clang-format on
using all = models<users, posts, titles, mood>;

const char* const older =
    "CREATE TYPE mood AS ENUM ('ok');"
    "CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email varchar(255) UNIQUE, legacy text, mood mood DEFAULT 'ok');"
    "CREATE TABLE audit (at timestamptz);"
    "INSERT INTO users (email) VALUES ('a@b.c')";

run::sync_report sync_with(const std::string& url, run::sync_options with = {}) {
  pqxx::connection connection(url);
  return skein::sync<all>(connection, with);
}
std::string text_of(const run::sync_report& r) {
  constexpr const char* states[]{"planned", "added", "refused", "failed"};
  std::string out;
  for (const sync_change& c : r.changes)
    out += fmt::format("{}: {} {}{}{}\n", c.table, states[static_cast<int>(c.is)], c.what, c.note.empty() ? "" : "; " + c.note,
                       c.error.empty() ? "" : "; " + c.error);
  for (const run::leftover& l : r.left) out += fmt::format("left {}{}\n", l.what, l.why.empty() ? "" : ": " + l.why);
  for (const std::string& s : r.without_sense) out += s + "\n";
  return out;
}
std::vector<std::string> lines(const std::string& url) {
  run::session s(url);
  return run::catalog(s).lines();
}

}  // namespace

TEST_CASE("an empty database gets everything, and a second time nothing") {
  const std::string url = test::fresh_database();
  const run::sync_report first = sync_with(url);
  INFO(text_of(first));
  CHECK(first.complete());
  CHECK(first.tables == 0);
  CHECK(first.expected == 2);
  CHECK(first.count(sync_change::state::added) == first.changes.size());
  const auto there = lines(url);
  CHECK(there.size() > 20);
  const run::sync_report second = sync_with(url);
  CHECK(text_of(second) == "");
  CHECK(second.tables == 2);
  CHECK(lines(url) == there);
}

TEST_CASE("a database with rows gets what it lacks, and keeps what it has") {
  const std::string url = test::fresh_database();
  run::session s(url);
  s.run(older);
  const run::sync_report planned = sync_with(url, [] { run::sync_options o; o.dry = true; return o; }());
  CHECK(planned.count(sync_change::state::planned) == planned.changes.size());
  CHECK(s.run("SELECT FROM pg_class WHERE relname = 'posts'").empty());

  CHECK(text_of(sync_with(url)) ==
        "app: added schema app\n"
        "mood: added label sad\n"
        "mood: added label happy\n"
        "app.posts: added table app.posts: id serial, author bigint, title text\n"
        "titles: added view titles\n"
        "users: added column bio text\n"
        "users: added column age integer\n"
        "users: added constraint users_age_check\n"
        "users: added index ix_users_bio\n"
        "app.posts: added constraint posts_author_fkey\n"
        "left column users.email: is nullable, in the models not null\n"
        "left column users.legacy\n"
        "left table audit\n");
  CHECK(s.run("SELECT enum_range(NULL::mood)").text(0, 0) == "{sad,ok,happy}");
  CHECK(s.run("SELECT count(*) FROM users WHERE legacy IS NULL").text(0, 0) == "1");
  CHECK(sync_with(url).changes.empty());
}

TEST_CASE("what PostgreSQL refuses is said, and the rest is added; later it is tried again") {
  const std::string url = test::fresh_database();
  run::session s(url);
  s.run("CREATE TABLE users (id text PRIMARY KEY, email varchar(255) NOT NULL, age integer); INSERT INTO users VALUES ('1', 'a', -5), ('2', 'a', 5)");
  const run::sync_report r = sync_with(url);
  INFO(text_of(r));
  CHECK_FALSE(r.complete());
  const std::string said = text_of(r);
  CHECK(said.find("users: failed constraint users_email_key; could not create unique index") != said.npos);
  CHECK(said.find("users: failed constraint users_age_check; check constraint \"users_age_check\"") != said.npos);
  CHECK(said.find("users: added column bio text\n") != said.npos);
  CHECK(said.find("app.posts: refused constraint posts_author_fkey; ") != said.npos);  // bigint to text
  CHECK(said.find("left column users.id: is text, in the models bigint") != said.npos);
  CHECK(s.run("SELECT count(*) FROM users").text(0, 0) == "2");
  s.run("DELETE FROM users WHERE age < 0");
  const std::string again = text_of(sync_with(url));
  CHECK(again.find("added constraint users_email_key") != again.npos);
  CHECK(again.find("added constraint users_age_check") != again.npos);
}

TEST_CASE("a column that is not null is added nullable where there are rows, or refused") {
  const std::string url = test::fresh_database();
  run::session s(url);
  s.run(
      "CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY); INSERT INTO users DEFAULT VALUES;"
      "CREATE SCHEMA app; CREATE TABLE app.posts (id serial PRIMARY KEY)");
  run::sync_options strict;
  strict.strict = true;
  strict.dry = true;
  const std::string refused = text_of(sync_with(url, strict));
  CHECK(refused.find("users: refused column email varchar(255); it is not null and has no default") != refused.npos);
  CHECK(refused.find("app.posts: planned column title text\n") != refused.npos);  // no rows
  const std::string added = text_of(sync_with(url));
  CHECK(added.find("users: added column email varchar(255); added nullable: the table has rows") != added.npos);
  CHECK(s.run("SELECT attnotnull FROM pg_attribute WHERE attname = 'email'").text(0, 0) == "f");
  CHECK(s.run("SELECT attnotnull FROM pg_attribute WHERE attname = 'title' AND attrelid = 'app.posts'::regclass").text(0, 0) == "t");
}

TEST_CASE("models that do not fit together are said with their place, and the others are added") {
  const std::string url = test::fresh_database();
  pqxx::connection connection(url);
  const run::sync_report r = skein::sync<models<posts, users>>(connection);
  CHECK_FALSE(r.complete());
  REQUIRE(r.without_sense.size() == 2);
  CHECK(r.without_sense[0].starts_with("sync.test.cpp:"));
  CHECK(r.without_sense[0].find("mood") != std::string::npos);
}
