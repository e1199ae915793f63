// SPDX-License-Identifier: BSL-1.0
#include <skein/run/runner.hpp>

#include "support/catch.hpp"
#include "unit/run/database.hpp"

#include <barrier>
#include <thread>

using namespace skein::run;
using namespace skein::test;

namespace {

constexpr int crowd = 32;

/// As many upgrades at once, each in a session of its own. Gives the number of revisions that each of them did, or why
/// it failed.
std::vector<std::string> upgrade_all_at_once(const std::string& url, const skein::render::migrations& history,
                                             const options& with = {}) {
  std::vector<std::string> out(crowd);
  std::barrier start(crowd);
  std::vector<std::thread> threads;
  for (std::string& outcome : out)
    threads.emplace_back([&] {
      session own(url);
      start.arrive_and_wait();
      try {
        outcome = std::to_string(runner(own, history, with).upgrade().done.size());
      } catch (const std::exception& failure) {
        outcome = failure.what();
      }
    });
  for (std::thread& t : threads) t.join();
  return out;
}

/// One did all, the others nothing.
std::vector<std::string> one_did(int all) {
  std::vector<std::string> out(crowd - 1, "0");
  out.push_back(std::to_string(all));
  return out;
}

}  // namespace

TEST_CASE("32 upgrades at once of an empty database: each revision once", "[run][concurrency]") {
  database db;
  CHECK_THAT(upgrade_all_at_once(db.url, data(29)), Catch::Matchers::UnorderedEquals(one_did(30)));
  CHECK(db.ask("SELECT count(*), count(DISTINCT id) FROM log") == "29|29");
  CHECK(db.ask("SELECT count(*) FROM skein_journal") == "30");
}

TEST_CASE("32 upgrades at once with nothing but data pending: each revision once", "[run][concurrency]") {
  database db;
  const auto history = data(29);
  for (const std::size_t batch : {1, 100}) {
    db.runner(history).upgrade("r000");
    CHECK_THAT(upgrade_all_at_once(db.url, history, {.batch = batch}), Catch::Matchers::UnorderedEquals(one_did(29)));
    CHECK(db.ask("SELECT count(*), count(DISTINCT id) FROM log") == "29|29");
    db.runner(history).downgrade("base");
  }
}
