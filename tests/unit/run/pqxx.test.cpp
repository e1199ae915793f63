// SPDX-License-Identifier: BSL-1.0
#include <skein/run/pqxx.hpp>

#include "support/catch.hpp"
#include "support/server.hpp"

#include <thread>

using namespace skein::run;
using skein::test::containing;
using skein::test::fresh_database;
using skein::test::server;

namespace {

/// The error of a statement that must have one.
template <class Action>
sql_error failure_of(Action action) {
  try {
    action();
  } catch (const sql_error& failure) {
    return failure;
  }
  throw std::logic_error("it did not fail");
}

}  // namespace

TEST_CASE("several statements are one message, and give the last one's rows", "[run][pqxx]") {
  session s(fresh_database());
  const rows found =
      s.run("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (NULL); SELECT a, a IS NULL FROM t ORDER BY a");
  CHECK(found.size() == 2);
  CHECK(found.columns() == 2);
  CHECK(found.at(0, 0) == "1");
  CHECK_FALSE(found.at(1, 0));
  CHECK(found.text(1, 0).empty());
  CHECK_FALSE(found.truth(0, 1));
  CHECK(found.truth(1, 1));
  CHECK(s.run("DELETE FROM t").empty());
}

TEST_CASE("transactions begin and end where the SQL says so", "[run][pqxx]") {
  session s(fresh_database());
  s.run("BEGIN; CREATE TABLE t (); SELECT 1");
  s.run("ROLLBACK");
  CHECK(s.run("SELECT to_regclass('t')").text(0, 0).empty());
  s.run({"BEGIN", "CREATE TABLE a ()", "COMMIT", "BEGIN", "CREATE TABLE b ()", "COMMIT"});
  CHECK(s.run("SELECT to_regclass('b')").text(0, 0) == "b");
  s.run("CREATE INDEX CONCURRENTLY i ON a ((1))");
}

TEST_CASE("parameters stay apart from the text, and may be NULL", "[run][pqxx]") {
  session s(fresh_database());
  const rows found = s.query("SELECT $1::text, $2::text IS NULL, $3::int + 1", {"it's", std::nullopt, "41"});
  CHECK(found.text(0, 0) == "it's");
  CHECK(found.truth(0, 1));
  CHECK(found.text(0, 2) == "42");
  CHECK(s.run("SELECT " + s.quoted("it's \\ so")).text(0, 0) == "it's \\ so");
}

TEST_CASE("a failure carries what the server said", "[run][pqxx]") {
  session s(fresh_database());
  s.run("CREATE TABLE t (a int UNIQUE)");
  const sql_error twice = failure_of([&] { s.run("INSERT INTO t VALUES (1), (1)"); });
  CHECK(twice.sqlstate == "23505");
  CHECK(twice.message == "duplicate key value violates unique constraint \"t_a_key\"");
  CHECK(twice.detail == "Key (a)=(1) already exists.");
  CHECK_FALSE(twice.transient());
  const sql_error unknown = failure_of([&] { s.query("SELECT $1::int, z FROM t", {"1"}); });
  CHECK(unknown.sqlstate == "42703");
  CHECK(unknown.line == 1);
  CHECK(s.alive());
}

TEST_CASE("a fault of parsing names its statement in a batch", "[run][pqxx]") {
  session s(fresh_database());
  const std::vector<std::string_view> batch{"BEGIN", "CREATE TABLE t (\n  a int\n)", "SELECT 1 -- a comment",
                                            "SELECT a,\n  b\nFROM t", "COMMIT"};
  const sql_error parse = failure_of([&] { s.run(batch); });
  CHECK(parse.statement == 3u);
  s.run("ROLLBACK");
  CHECK(s.run("SELECT to_regclass('t')").text(0, 0).empty());
  CHECK_FALSE(failure_of([&] { s.run({"SELECT 1", "SELECT 1/0"}); }).statement);
}

TEST_CASE("waiting for a lock has a limit", "[run][pqxx]") {
  const std::string url = fresh_database();
  session holder(url), waiter(url);
  holder.run("CREATE TABLE t ()");
  holder.run("BEGIN; LOCK TABLE t");
  const sql_error late = failure_of([&] { waiter.run("SET lock_timeout = '10ms'; SELECT * FROM t"); });
  CHECK(late.sqlstate == "55P03");
  CHECK(late.transient());
}

TEST_CASE("a statement is cancelled from another thread", "[run][pqxx]") {
  session s(fresh_database());
  std::jthread canceller([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    s.cancel();
  });
  CHECK(failure_of([&] { s.run("SELECT pg_sleep(60)"); }).sqlstate == "57014");
  CHECK(s.alive());
}

TEST_CASE("a lost connection is an error of its own, and is not replaced in silence", "[run][pqxx]") {
  const std::string url = fresh_database();
  session victim(url), killer(url);
  killer.query("SELECT pg_terminate_backend($1::int)", {std::to_string(victim.backend_pid())});
  CHECK_THROWS_AS(victim.run("SELECT 1"), connection_lost);
  CHECK_FALSE(victim.alive());
  CHECK_THROWS_AS(victim.run("SELECT 1"), connection_lost);
  CHECK_THROWS_AS(victim.query("SELECT 1", {}), connection_lost);
}

TEST_CASE("a connection that cannot be made is an error of its own", "[run][pqxx]") {
  CHECK_THROWS_AS(session("host=/nowhere"), connection_lost);
  CHECK_THROWS_AS(session(server().url("no_such_database")), connection_lost);
}

TEST_CASE("notices reach a function", "[run][pqxx]") {
  session s(fresh_database());
  std::string heard;
  s.on_notice([&](std::string_view text) { heard += text; });
  s.run("DROP TABLE IF EXISTS nothing");
  CHECK_THAT(heard, containing("table \"nothing\" does not exist, skipping"));
  heard.clear();
  s.on_notice(nullptr);
  s.run("DROP TABLE IF EXISTS nothing");
  CHECK(heard.empty());
}

TEST_CASE("an application's connection is borrowed", "[run][pqxx]") {
  pqxx::connection connection(fresh_database());
  {
    session s(connection);
    CHECK(s.run("SELECT current_user").text(0, 0) == "skein");
    CHECK(s.user() == "skein");
    CHECK(s.run("SELECT current_database()").text(0, 0) == s.database());
    CHECK(s.run("SELECT pg_backend_pid()").text(0, 0) == std::to_string(s.backend_pid()));
    CHECK(s.run("SHOW server_version_num").text(0, 0) == std::to_string(s.server_version()));
  }
  pqxx::work work(connection);
  CHECK(work.exec("SELECT 1").size() == 1);
}
