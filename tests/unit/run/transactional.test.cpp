// SPDX-License-Identifier: BSL-1.0
#include <skein/run/transactional.hpp>

#include "database.hpp"

#include <thread>

using namespace skein::run;
using namespace skein::test;

using names = std::vector<std::string>;

namespace {

/// Round trips as the server sees them: it logs every message of the simple protocol once.
struct message_counter {
  database& db;
  std::size_t from = 0;

  explicit message_counter(database& of) : db(of) {
    db.session.run("SET log_statement = 'all'");
    from = server().log().size();
  }
  std::size_t count() const {
    const std::string log = server().log().substr(from);
    std::size_t n = 0;
    for (std::size_t at = log.find("statement: "); at != log.npos; at = log.find("statement: ", at + 1)) ++n;
    return n;
  }
};

/// What an upgrade that fails has to say.
statement_failed failure_of(database& db, const skein::render::migrations& history, options with = {}) {
  try {
    db.runner(history, std::move(with)).upgrade();
  } catch (const statement_failed& failure) {
    return failure;
  }
  throw std::logic_error("it did not fail");
}

}  // namespace

TEST_CASE("a hundred revisions take a handful of round trips, none take one", "[run][round-trips]") {
  database db;
  const auto history = tables(100);
  SECTION("upgrade") {
    message_counter messages(db);
    CHECK(db.runner(history).upgrade().done.size() == 100);
    CHECK(messages.count() == 4);  // journal? lock, create it, all revisions and unlock
    db.session.run("RESET log_statement");
    message_counter nothing(db);
    CHECK(db.runner(history).upgrade().done.empty());
    CHECK(nothing.count() == 1);
    message_counter down(db);
    CHECK(db.runner(history).downgrade("base").done.size() == 100);
    CHECK(down.count() == 4);
  }
  SECTION("unbatched") {
    message_counter messages(db);
    CHECK(db.runner(history, {.batch = 1}).upgrade().done.size() == 100);
    CHECK(messages.count() == 103);
  }
  SECTION("messages have a limit") {
    message_counter messages(db);
    CHECK(db.runner(history, {.batch_bytes = 5'000}).upgrade().done.size() == 100);
    CHECK(messages.count() > 7);
    CHECK(messages.count() < 20);
  }
}

TEST_CASE("a failure inside a batch names revision, step and statement", "[run][batch]") {
  database db;
  auto history = tables(9);
  history[4].up = {{"CREATE TABLE t005 (id int)", 1},
                   {"CREATE TABLE t005b (id int)", 2},
                   {"INSERT INTO t005b VALUES (1), (0)", 2},
                   {"INSERT INTO t005 SELECT 1 / id\nFROM t005b", 3},
                   {"CREATE TABLE never ()", 4}};
  const statement_failed failure = failure_of(db, history);
  CHECK(failure.failure.revision == "r005");
  CHECK(failure.failure.step == 3);
  CHECK(failure.failure.statement == 4);
  CHECK(failure.failure.sqlstate == "22012");
  CHECK(std::string(failure.what()) ==
        "the up of revision r005, step 3, statement 4, failed: division by zero (22012); the statement is: INSERT INTO "
        "t005 SELECT 1 / id FROM t005b; the revision was rolled back; 4 of 9 revisions are done; correct the cause and "
        "run the same command again, it continues with r005");
  CHECK(done(failure.so_far) == names{"+r001", "+r002", "+r003", "+r004"});
  CHECK(failure.so_far.pending == names{"r005", "r006", "r007", "r008", "r009"});
  CHECK(failure.so_far.current == names{"r004"});
  CHECK(db.tables() == "t001 t002 t003 t004");
  CHECK(db.locks() == "0");
  history[4] = tables(5)[4];
  CHECK(done(db.runner(history).upgrade()) == names{"+r005", "+r006", "+r007", "+r008", "+r009"});
}

TEST_CASE("a syntax error, which keeps the server from running anything of the message", "[run][batch]") {
  database db;
  auto history = tables(6);
  history[3].up.push_back({"CREATE TALBE x ()", 2});
  const statement_failed failure = failure_of(db, history);
  CHECK(failure.failure.revision == "r004");
  CHECK(failure.failure.step == 2);
  CHECK(failure.failure.message == "syntax error at or near \"TALBE\"");
  CHECK(db.journal() == "r001 r002 r003");
  CHECK(failure_of(db, history).failure.revision == "r004");  // as the first of its message
}

TEST_CASE("a failure at the commit, and one of the runner's own statements", "[run][batch]") {
  database db;
  auto history = tables(3);
  history[1].up.push_back({"ALTER TABLE t002 ADD UNIQUE (id) DEFERRABLE INITIALLY DEFERRED", 2});
  history[1].up.push_back({"INSERT INTO t002 VALUES (1), (1)", 3});
  const statement_failed failure = failure_of(db, history);
  CHECK(failure.failure.statement == 0);
  CHECK_THAT(failure.what(), containing("the up of revision r002, its commit, failed: duplicate key") &&
                                 containing("; detail: Key (id)=(1)"));
  CHECK(db.journal() == "r001");
}

TEST_CASE("comments and several statements in one are no trouble", "[run][batch]") {
  database db;
  auto history = tables(3);
  history[0].up.push_back({"CREATE TABLE a (); CREATE TABLE b () -- and that is it", 2});
  history[1].up.push_back({"/* nothing; */ SELECT 1 /* at all */", 2});
  CHECK(db.runner(history).upgrade().done.size() == 3);
  CHECK(db.tables() == "a b t001 t002 t003");
}

TEST_CASE("what stands in the way for a while is tried again", "[run][retry]") {
  database db;
  auto history = tables(3);
  db.runner(history).upgrade("r001");
  history[1].up.push_back({"ALTER TABLE t001 ADD COLUMN more int", 2});
  db.observer.run("BEGIN; LOCK TABLE t001");
  names retried;
  options with{.lock_timeout = std::chrono::milliseconds(50), .attempts = 50, .pause = std::chrono::milliseconds(20)};
  with.on_progress = [&](const progress& p) {
    if (p.what != progress::event::retrying) return;
    retried.push_back(p.revision->id);
    if (retried.size() == 2) db.observer.run("COMMIT");
  };
  CHECK(done(db.runner(history, with).upgrade()) == names{"+r002", "+r003"});
  CHECK(retried == names{"r002", "r002"});
}

TEST_CASE("attempts come to an end", "[run][retry]") {
  database db;
  auto history = tables(2);
  db.runner(history).upgrade("r001");
  history[1].up.push_back({"ALTER TABLE t001 ADD COLUMN more int", 2});
  db.observer.run("BEGIN; LOCK TABLE t001");
  const statement_failed failure =
      failure_of(db, history,
                 {.lock_timeout = std::chrono::milliseconds(20), .attempts = 2, .pause = std::chrono::milliseconds(1)});
  CHECK(failure.failure.sqlstate == "55P03");
  CHECK_THAT(failure.what(), containing("canceling statement due to lock timeout (55P03); hint: the oldest open "
                                        "transactions are of process " +
                                        std::to_string(db.observer.backend_pid())));
  CHECK(failure.failure.step == 2);
  CHECK(failure_of(db, history, {.lock_timeout = std::chrono::milliseconds(20), .attempts = 1}).failure.step == 2);
}

TEST_CASE("a deadlock is tried again", "[run][retry]") {
  database db;
  auto history = tables(2);
  history[0].up.push_back({"CREATE TABLE other (id int)", 2});
  db.runner(history).upgrade("r001");
  history[1].up = {
      {"LOCK TABLE t001", 1}, {"SELECT pg_sleep(0.3)", 1}, {"LOCK TABLE other", 1}, {"CREATE TABLE t002 ()", 1}};
  db.observer.run("BEGIN; SET LOCAL deadlock_timeout = '1h'; LOCK TABLE other");
  std::thread rival([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    db.observer.run("LOCK TABLE t001; COMMIT");
  });
  int retries = 0;
  options with{.pause = std::chrono::milliseconds(50)};
  with.on_progress = [&](const progress& p) {
    retries += p.what == progress::event::retrying && p.note.starts_with("deadlock detected");
  };
  CHECK(done(db.runner(history, with).upgrade()) == names{"+r002"});
  CHECK(retries == 1);
  rival.join();
}

TEST_CASE("limits are the transaction's, and the session's own stay", "[run][batch]") {
  database db;
  const skein::render::migrations history{revision("a", {},
                                                   {"CREATE TABLE seen AS SELECT current_setting('lock_timeout') AS l, "
                                                    "current_setting('statement_timeout') AS s"},
                                                   {"DROP TABLE seen"})};
  db.session.run("SET statement_timeout = '77s'");
  db.runner(history).upgrade();
  CHECK(db.ask("SELECT l, s FROM seen") == "2s|77s");
  db.runner(history).downgrade("base");
  db.runner(history, {.lock_timeout = std::chrono::seconds(7), .statement_timeout = std::chrono::seconds(9)}).upgrade();
  CHECK(db.ask("SELECT l, s FROM seen") == "7s|9s");
  CHECK(db.session.run("SELECT current_setting('lock_timeout'), current_setting('statement_timeout')").text(0, 1) ==
        "77s");
}

TEST_CASE("progress is told in order, with times", "[run][progress]") {
  database db;
  names told;
  options with;
  with.on_progress = [&](const progress& p) {
    told.push_back(fmt::format("{} {} {}/{}", p.what == progress::event::done ? "done" : "starting", p.revision->id,
                               p.number, p.total));
    if (p.what == progress::event::done) CHECK(p.time.count() > 0);
  };
  db.runner(tables(2), with).upgrade();
  CHECK(told == names{"starting r001 1/2", "starting r002 2/2", "done r001 1/2", "done r002 2/2"});
}
