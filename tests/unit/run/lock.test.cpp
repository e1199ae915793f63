// SPDX-License-Identifier: BSL-1.0
#include <skein/run/lock.hpp>

#include "database.hpp"
#include "support/pooler.hpp"

#include <thread>

using namespace skein::run;
using namespace skein::test;

using names = std::vector<std::string>;
using std::chrono::milliseconds;

namespace {

const options soon{.lock_wait = milliseconds(150)};

}  // namespace

TEST_CASE("the lock is held, and let go at the end", "[run][lock]") {
  database db;
  {
    const migration_lock lock(db.session, "public.skein_journal", {});
    CHECK(db.locks() == "1");
    const migration_lock other_table(db.observer, "public.other", soon);
    CHECK(db.locks() == "2");
  }
  CHECK(db.locks() == "0");
}

TEST_CASE("a statement waits longer for its locks than the server takes to find a deadlock", "[run][lock]") {
  database db;
  const auto patience = [&](const char* timeout, const options& with) {
    db.session.run(std::string("SET deadlock_timeout = ") + timeout);
    return migration_lock(db.session, "public.skein_journal", with).statement_patience(with);
  };
  CHECK(patience("'1s'", {}) == milliseconds(2000));
  CHECK(patience("'3s'", {}) == milliseconds(3500));
  CHECK(patience("'3s'", {.lock_timeout = milliseconds(10)}) == milliseconds(10));
}

TEST_CASE("who holds the lock is named", "[run][lock]") {
  database db;
  db.observer.run("SET application_name = 'deploy 7'");
  const migration_lock lock(db.observer, "public.skein_journal", {});
  std::string waiting;
  options with = soon;
  with.on_progress = [&](const progress& p) {
    if (p.what == progress::event::waiting) waiting = p.note;
  };
  const std::string holder = fmt::format("process {} (user skein, application deploy 7, from local, since ",
                                         db.observer.backend_pid());
  CHECK_THROWS_WITH(db.runner(tables(1), with).upgrade(),
                    containing("another session is migrating this database: " + holder) &&
                        containing("it kept the lock for 0.15 s, wait for it and run the same command again"));
  CHECK_THAT(waiting, containing(holder));
  CHECK_THROWS_AS(db.runner(tables(1), soon).stamp("head"), lock_not_acquired);
  CHECK(db.tables().empty());
}

TEST_CASE("nothing to do needs no lock", "[run][lock]") {
  database db;
  const auto history = tables(1);
  db.runner(history).upgrade();
  const migration_lock lock(db.observer, "public.skein_journal", {});
  CHECK(db.runner(history, soon).upgrade().done.empty());
  CHECK_THROWS_AS(db.runner(history, soon).downgrade("base"), lock_not_acquired);
}

TEST_CASE("who waited goes by what the journal says then", "[run][lock]") {
  database db;
  const auto history = data(3);
  session other(db.url);
  std::optional<migration_lock> lock(std::in_place, db.observer, "public.skein_journal", options{});
  options with;
  with.on_progress = [&](const progress& p) {
    if (p.what != progress::event::waiting) return;
    lock.reset();
    runner(other, history).upgrade("r002");
  };
  CHECK(done(db.runner(history, with).upgrade()) == names{"+r003"});
  CHECK(db.ask("SELECT id FROM log ORDER BY at") == "r001 r002 r003");
}

TEST_CASE("the wait can be stopped", "[run][lock]") {
  database db;
  const migration_lock lock(db.observer, "public.skein_journal", {});
  std::stop_source source;
  std::thread stopper([&] {
    std::this_thread::sleep_for(milliseconds(100));
    source.request_stop();
  });
  CHECK_THROWS_AS(db.runner(tables(1), {.stop = source.get_token()}).upgrade(), interrupted);
  stopper.join();
}

TEST_CASE("a lock ends with its session", "[run][lock]") {
  database db;
  session other(db.url);
  const migration_lock lock(other, "public.skein_journal", {});
  db.observer.run(fmt::format("SELECT pg_terminate_backend({})", other.backend_pid()));
  CHECK(db.runner(tables(1)).upgrade().done.size() == 1);
}

TEST_CASE("a pooler of transactions is refused, and keeps no lock", "[run][lock]") {
  database db;
  const pooler between("transaction");
  const std::string url = between.url(db.session.database());
  session pooled(url), other(url);
  other.run("BEGIN");  // so that there are two sessions behind the pooler
  CHECK(pooled.run("SELECT pg_backend_pid()").text(0, 0) != other.run("SELECT pg_backend_pid()").text(0, 0));
  other.run("COMMIT");
  for (int i = 0; i < 2; ++i)  // it takes them in turn
    CHECK_THROWS_MATCHES(
        runner(pooled, tables(1)).upgrade(), pooled_connection,
        Catch::Matchers::Message("the connection goes through a pooler; one that pools transactions would hand the "
                                 "lock to others, so connect to the server itself, or say that it pools sessions: "
                                 "--session-pooler, in a program options::session_pooler"));
  CHECK(db.locks() == "0");
  CHECK(db.ask("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == "0");
}

TEST_CASE("a pooler of sessions does, where it is said to be one", "[run][lock]") {
  database db;
  const auto history = tables(2);
  const pooler between("session");
  session pooled(between.url(db.session.database()));
  CHECK_THROWS_AS(runner(pooled, history).upgrade(), pooled_connection);
  runner one(pooled, history, {.session_pooler = true});
  CHECK(done(one.upgrade()) == names{"+r001", "+r002"});
  CHECK(done(one.downgrade("-1")) == names{"-r002"});
  CHECK(db.locks() == "0");
}
