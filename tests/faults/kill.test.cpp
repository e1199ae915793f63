// SPDX-License-Identifier: BSL-1.0
#include <skein/run/runner.hpp>

#include "gates.hpp"
#include "support/catch.hpp"
#include "support/replaced.hpp"
#include "unit/run/histories.hpp"

#include <csignal>
#include <cstring>
#include <functional>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

using namespace skein::run;
using namespace skein::test;

namespace {

/// Twenty revisions, each with a table and a row that shows when it was applied twice; two of them outside a
/// transaction.
skein::render::migrations twenty() {
  skein::render::migrations out{revision("r00", {}, {"CREATE TABLE log (id text)"}, {"DROP TABLE log"})};
  for (int i = 1; i < 20; ++i) {
    const std::string id = fmt::format("r{:02}", i), table = fmt::format("t{:02}", i);
    out.push_back(
        revision(id, {out.back().id},
                 {fmt::format("CREATE TABLE {} (id int)", table), fmt::format("INSERT INTO log VALUES ('{}')", id)},
                 {fmt::format("DELETE FROM log WHERE id = '{}'", id), fmt::format("DROP TABLE {}", table)}));
    if (i % 9) continue;
    out.back().transactional = false;
    out.back().up.push_back({fmt::format("CREATE INDEX CONCURRENTLY i{:02} ON {} (id)", i, table), 3});
  }
  return out;
}

/// The program under test: an upgrade to head in a process of its own.
class upgrade {
 public:
  upgrade(const std::string& url, const skein::render::migrations& history, const options& with) {
    auto [read, write] = open_file::pipe();
    child_ = ::fork();
    if (child_ == 0) run(url, history, with, write.get());
    said_ = std::move(read);
  }

  void kill() const { ::kill(child_, SIGKILL); }
  bool ended() { return ended_ || (ended_ = ::waitpid(child_, &status_, WNOHANG) == child_); }
  /// Its exit code, or the signal that ended it, and what it said.
  std::string outcome() {
    if (!ended_) ended_ = ::waitpid(child_, &status_, 0) == child_;
    char text[1000];
    const auto size = ::read(said_.get(), text, sizeof text);
    return fmt::format("{} {}", WIFSIGNALED(status_) ? WTERMSIG(status_) : WEXITSTATUS(status_),
                       std::string(text, static_cast<std::size_t>(std::max<long>(size, 0))));
  }

 private:
  [[noreturn]] static void run(const std::string& url, const skein::render::migrations& history, const options& with, int output) {
    try {
      session own(url);
      runner(own, history, with).upgrade();
    } catch (const std::exception& failure) {
      ::_exit(::write(output, failure.what(), std::strlen(failure.what())) > 0 ? 1 : 2);
    }
    ::_exit(0);
  }

  pid_t child_ = 0;
  int status_ = 0;
  bool ended_ = false;
  open_file said_;
};

std::string ask(const std::string& url, const std::string& sql) { return session(url).run(sql).text(0, 0); }

/// A server with a template for databases with gates.
struct gated_server {
  scratch server{{.settings = {"synchronous_commit = on"}}};
  int databases = 0;

  gated_server() { gates(server.create_database("gated")).install(); }
  std::string database() {
    const std::string name = fmt::format("db{}", ++databases);
    const char* const faster = major() >= 15 ? " STRATEGY file_copy" : "";  // earlier ones know no other
    session(server.url()).run(fmt::format("CREATE DATABASE {} TEMPLATE gated{}", name, faster));
    return server.url(name);
  }
  /// Drops the last one, whoever is in it.
  void drop_database() {
    const std::string name = fmt::format("db{}", databases);
    session s(server.url());
    s.run(fmt::format("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'", name));
    s.run("DROP DATABASE " + name);
  }
  int major() const { return session(server.url()).server_version() / 10000; }
};

void require_everything_once(const std::string& url) {
  CHECK(ask(url, "SELECT string_agg(id, ' ' ORDER BY id) FROM log") ==
        "r01 r02 r03 r04 r05 r06 r07 r08 r09 r10 r11 r12 r13 r14 r15 r16 r17 r18 r19");
  CHECK(ask(url, "SELECT count(*) FROM skein_journal WHERE state = 'applied'") == "20");
  CHECK(ask(url, "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname ~ '^t[0-9]{2}$'") == "19");
  CHECK(ask(url, "SELECT count(*) FROM pg_index WHERE indrelid IN ('t09'::regclass, 't18'::regclass) AND indisvalid") ==
        "2");
}

/// What is upgraded, from where, and how it shows that all of it happened once.
struct subject {
  skein::render::migrations history = twenty();
  long gates = 80;  ///< at least
  std::function<void(const std::string& url)> prepare = [](const std::string&) {};
  std::function<void(const std::string& url)> require = require_everything_once;
};

/// From inside of a run that another revision replaces, or from before it.
subject replacing(const std::string& from) {
  const auto& history = skein::rendered<replaced::beside>();
  const auto prepare = [from](const std::string& url) {
    session s(url);
    if (from != "base") runner(s, skein::rendered<replaced::before>()).upgrade(from);
  };
  const auto require = [&history](const std::string& url) {
    session s(url);
    CHECK(runner(s, history).status().at_head());
    CHECK(ask(url, "SELECT string_agg(id::text, ' ' ORDER BY id) FROM tenants") == "1 2");
    CHECK(ask(url, "SELECT count(*) FROM pg_index WHERE indrelid = 'users'::regclass AND indisvalid") == "2");
  };
  return {history, 10, prepare, require};
}

/// Lets `damage` happen at every gate of an upgrade, one after the other, and then runs the same command again. Which
/// gate is the last shows when an upgrade ends without coming to the next: it is not the same each time, since a
/// revision that is tried again passes its gates again.
template <class Damage>
void at_every_gate(gated_server& at, const options& with, Damage damage, const subject& of = {}) {
  for (long gate = 1;; ++gate) {
    INFO("gate " << gate);
    const std::string url = at.database();
    of.prepare(url);
    gates(url).close(gates(url).passed() + gate);
    upgrade child(url, of.history, with);
    if (!gates(url).reached([&] { return child.ended(); })) {
      REQUIRE(child.outcome() == "0 ");
      of.require(url);
      CHECK(gate > of.gates);
      return;
    }
    damage(child);
    gates(url).open();
    REQUIRE(upgrade(url, of.history, with).outcome() == "0 ");
    of.require(url);
    at.drop_database();
  }
}

}  // namespace

TEST_CASE("kill -9 of the program between any two statements, the server not noticing", "[faults]") {
  gated_server at;
  const std::size_t batch = GENERATE(std::size_t{1}, std::size_t{100});
  at_every_gate(at, {.batch = batch}, [](upgrade& child) {
    child.kill();
    CHECK(child.outcome() == "9 ");
  });
}

TEST_CASE("kill -9 of the program between any two statements, the server noticing at once", "[faults]") {
  gated_server at;
  if (at.major() < 14) return;  // an earlier server looks after its client at the end of a statement only
  session s(at.server.url());
  s.run("ALTER SYSTEM SET client_connection_check_interval = '1ms'");
  s.run("SELECT pg_reload_conf()");
  at_every_gate(at, {}, [&](upgrade& child) {
    child.kill();
    CHECK(child.outcome() == "9 ");
    while (s.run("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep')").truth(0, 0))
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
  });
}

TEST_CASE("kill -9 on the way out of a run that another revision replaces, and into that one", "[faults]") {
  gated_server at;
  const std::string from = GENERATE("base", "r2");
  at_every_gate(at, {}, [](upgrade& child) {
    child.kill();
    CHECK(child.outcome() == "9 ");
  }, replacing(from));
}

TEST_CASE("a crash of the server between any two statements", "[faults]") {
  gated_server at;
  at_every_gate(at, {}, [&](upgrade& child) {
    at.server.stop(shutdown::immediate);
    CHECK_THAT(child.outcome(),
               containing("1 the connection to the server is lost: ") && containing("; run the same command again"));
    at.server.start();
  });
}
