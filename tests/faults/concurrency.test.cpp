// SPDX-License-Identifier: BSL-1.0
#include "gates.hpp"
#include "support/catch.hpp"
#include "support/server.hpp"

#include <algorithm>
#include <fstream>
#include <vector>

using namespace skein::run;
using namespace skein::test;

namespace {

constexpr std::size_t crowd = 32;

/// An upgrade by the program of faults/history.cpp, in a process of its own.
class driver {
 public:
  driver(const std::string& url, const std::string& target, const std::string& lock_wait) {
    static int number = 0;
    said_ = server().directory() / fmt::format("driver-{}", ++number);
    const auto output = open_file::open(said_, O_WRONLY | O_CREAT | O_TRUNC);
    process_ = process({.words = {SKEIN_FAULTS_DRIVER, "upgrade", target, "--database", url, "--lock-wait", lock_wait},
                        .group = ::getpgid(server().server_id()),  // ends with the server, whatever happens here
                        .output = output.get()});
  }

  int wait() { return process_.wait(); }
  std::string said() const {
    std::ifstream file(said_);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  std::filesystem::path said_;
  process process_;
};

/// Starts all of them, and lets none go on before one has the lock and all others have met it. One does everything
/// then, the others nothing; one that comes too late to wait for them says who keeps it waiting.
void upgrade_all_at_once(const std::string& url, const std::string& summary) {
  const gates here(url);
  here.close(here.passed() + 1);
  std::vector<driver> drivers;
  for (std::size_t i = 0; i < crowd; ++i) drivers.emplace_back(url, "head", "600");
  CHECK(here.reached([] { return false; }));
  session observer(url);
  const auto ask = [&](const char* sql) { return observer.run(sql).text(0, 0); };
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(5);
  while (ask("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
             "AND query LIKE '%pg_try_advisory_lock%'") != std::to_string(crowd - 1)) {
    REQUIRE(std::chrono::steady_clock::now() < deadline);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }

  const std::string holder = ask(
      "SELECT string_agg(pid::text, ' ') FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT "
      "oid FROM pg_database WHERE datname = current_database())");
  driver late(url, "head", "0.5");
  CHECK(late.wait() == 4);
  CHECK_THAT(late.said(),
             containing("another session is migrating this database: process " + holder + " (user skein, ") &&
                 containing("it kept the lock for 0.5 s, wait for it and run the same command again"));

  here.open();
  std::size_t worked = 0, idle = 0;
  for (driver& d : drivers) {
    CHECK(d.wait() == 0);
    const std::string said = d.said();
    INFO(said);
    const bool all = said.find(summary) != said.npos, nothing = said.find("nothing to do") != said.npos;
    CHECK(all != nothing);
    worked += all;
    idle += nothing;
  }
  CHECK(worked == 1);
  CHECK(idle == crowd - 1);
  CHECK(ask("SELECT count(*) || ' of ' || count(DISTINCT id) FROM log") == "29 of 29");
  CHECK(ask("SELECT count(*) FROM skein_journal WHERE state = 'applied'") == "30");
}

}  // namespace

TEST_CASE("32 drivers at once on an empty database: each revision once", "[faults][concurrency]") {
  const std::string url = fresh_database();
  gates(url).install();
  upgrade_all_at_once(url, "30 revisions in");
}

TEST_CASE("32 drivers at once with nothing but data pending: each revision once", "[faults][concurrency]") {
  const std::string url = fresh_database();
  gates(url).install();
  REQUIRE(driver(url, "r000", "60").wait() == 0);
  upgrade_all_at_once(url, "29 revisions in");
}
