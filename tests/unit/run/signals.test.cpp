// SPDX-License-Identifier: BSL-1.0
#include <skein/run/signals.hpp>

#include "database.hpp"

#include <csignal>
#include <thread>

using namespace skein::run;
using namespace skein::test;

using names = std::vector<std::string>;

namespace {

/// Five tables, but before the third one a long sleep.
skein::render::migrations with_a_sleep() {
  auto history = tables(5);
  history[2].up.insert(history[2].up.begin(), {"SELECT pg_sleep(60)", 1});
  return history;
}

/// Does something as soon as the runner's session sleeps.
template <class Action>
std::thread when_it_sleeps(database& db, Action action) {
  return std::thread([&db, action] {
    while (
        db.ask("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()") ==
        "0")
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    action();
  });
}

/// Runs the upgrade, which must be interrupted, and gives what it says.
interrupted interruption_of(database& db, const skein::render::migrations& history, const options& with) {
  try {
    db.runner(history, with).upgrade();
  } catch (const interrupted& stop) {
    return stop;
  }
  throw std::logic_error("it was not interrupted");
}

void end_the_sleep(skein::render::migrations& history) { history[2] = tables(3)[2]; }

}  // namespace

TEST_CASE("a signal cancels the statement; the same command continues", "[run][stop]") {
  for (const std::size_t batch : {1, 100})
    for (const int signal : {SIGINT, SIGTERM}) {
      database db;
      auto history = with_a_sleep();
      const stop_on_signals signals;
      std::thread sender = when_it_sleeps(db, [&] { ::kill(::getpid(), signal); });
      const interrupted stop = interruption_of(db, history, {.batch = batch, .stop = signals.token()});
      sender.join();
      CHECK(std::string(stop.what()) ==
            "stopped on request: 2 of 5 revisions are done; run the same command again, it continues with r003");
      CHECK(done(stop.so_far) == names{"+r001", "+r002"});
      CHECK(stop.so_far.pending == names{"r003", "r004", "r005"});
      CHECK(db.tables() == "t001 t002");
      CHECK(db.locks() == "0");
      end_the_sleep(history);
      CHECK(done(db.runner(history).upgrade()) == names{"+r003", "+r004", "+r005"});
    }
}

TEST_CASE("outside a transaction too", "[run][stop]") {
  database db;
  auto history = with_a_sleep();
  history[2].transactional = false;
  std::swap(history[2].up[0], history[2].up[1]);
  std::stop_source source;
  std::thread sender = when_it_sleeps(db, [&] { source.request_stop(); });
  const interrupted stop = interruption_of(db, history, {.stop = source.get_token()});
  sender.join();
  CHECK(stop.so_far.pending == names{"r003", "r004", "r005"});
  CHECK(db.runner(history).status().unfinished->statements_done == 1);
  history[2].up[1].sql = "SELECT 1";
  CHECK(done(db.runner(history).upgrade()) == names{"+r003", "+r004", "+r005"});
}

TEST_CASE("a request that comes first keeps anything from being done", "[run][stop]") {
  database db;
  std::stop_source source;
  source.request_stop();
  const interrupted stop = interruption_of(db, tables(2), {.stop = source.get_token()});
  CHECK(stop.so_far.done.empty());
  CHECK(db.tables().empty());
}

TEST_CASE("a connection lost on the way is said so; the same command continues", "[run][stop]") {
  database db;
  auto history = with_a_sleep();
  std::thread killer = when_it_sleeps(
      db, [&] { db.observer.run(fmt::format("SELECT pg_terminate_backend({})", db.session.backend_pid())); });
  CHECK_THROWS_WITH(
      db.runner(history, {.batch = 1}).upgrade(),
      containing("the connection to the server is lost: ") &&
          containing("done for certain: 2 revisions; run the same command again, it continues where the journal ends"));
  killer.join();
  end_the_sleep(history);
  session again(db.url);
  CHECK(done(runner(again, history).upgrade()) == names{"+r003", "+r004", "+r005"});
}
