// SPDX-License-Identifier: BSL-1.0
// What the driver says and does about a run of revisions that another one replaces.
#include <skein/run/catalog.hpp>

#include "support/replaced.hpp"
#include "unit/cli/driven.hpp"
#include "unit/render/psql.hpp"

#include <nlohmann/json.hpp>

namespace skein::test {

namespace {

using json = nlohmann::json;

const render::migrations& old_program() { return rendered<replaced::before>(); }
const render::migrations& program() { return rendered<replaced::beside>(); }

std::string at(const std::string& standing) {
  const std::string url = fresh_database();
  if (standing != "base") CHECK(drive(old_program(), url, {"upgrade", standing}).code == 0);
  return url;
}
std::vector<std::string> lines(const std::string& url) {
  run::session s(url);
  return run::catalog(s).lines();
}
std::string out(const std::string& url, std::vector<std::string> words) {
  const outcome o = drive(program(), url, std::move(words));
  return o.out;
}

}  // namespace

TEST_CASE("a script from any revision of a replaced run leads to head") {
  const std::string reference = fresh_database();
  CHECK(drive(program(), reference, {"upgrade"}).code == 0);
  const std::string wanted = out(reference, {"status"});
  for (const std::string& standing : replaced::standings) {
    INFO(standing);
    const std::string url = at(standing), script = drive(program(), {.words = {"sql", standing + ":head"}}).out;
    const psql_result said = psql(url, script);
    CHECK(said.output == "");
    CHECK(said.status == 0);
    CHECK(lines(url) == lines(reference));
    CHECK(out(url, {"status"}) == wanted);
    CHECK(out(url, {"current"}) == out(reference, {"current"}));
  }
}

TEST_CASE("a script down goes the way that its ends name") {
  const std::string by_run = at("next"), by_all = fresh_database();
  CHECK(drive(program(), by_all, {"upgrade", "next"}).code == 0);
  const std::string all_down = drive(program(), {.words = {"sql", "--down", "next:base"}}).out;
  CHECK(psql(by_all, all_down).output == "");
  CHECK(psql(by_run, drive(program(), {.words = {"sql", "--down", "next:r6"}}).out).output == "");
  CHECK(psql(by_run, drive(program(), {.words = {"sql", "--down", "r6:base"}}).out).output == "");
  CHECK(lines(by_run) == lines(by_all));
  CHECK(out(by_run, {"current"}) == "");
}

TEST_CASE("a script that does not fit the way that a database went stops before it changes something") {
  const std::string inside = at("r3"), by_all = fresh_database();
  CHECK(drive(program(), by_all, {"upgrade", "all"}).code == 0);
  const auto before = lines(inside), before_all = lines(by_all);
  CHECK(psql(inside, drive(program(), {.words = {"sql", "start:head"}}).out).output.find("revision all replaces r1 to r6, of which some are applied here: go on with these") != std::string::npos);
  CHECK(psql(by_all, drive(program(), {.words = {"sql", "start:r2"}}).out).output.find("revision r1 is replaced by all, which is applied here") != std::string::npos);
  CHECK(lines(inside) == before);
  CHECK(lines(by_all) == before_all);
}

TEST_CASE("history, heads, show and freeze know both ways") {
  CHECK(drive(program(), {.words = {"history"}}).out ==
        "*    last  no sessions\n*    next  grown up\n*    r6  older\n*    r5  no bio\n*    r4  found by email\n*    r3  sessions\n*    r2  mail is email\n"
        "*    r1  users\n| *  all  the first year (replaces r1 to r6)\n|/\n*    start  tenants\n");
  CHECK(drive(program(), {.words = {"heads"}}).out == "last  no sessions\n");
  CHECK(drive(program(), {.words = {"show", "all"}}).out.find("replaces  r1, r2, r3, r4, r5, r6\n") != std::string::npos);
  CHECK(drive(program(), {.words = {"show", "r3"}}).out.find("is replaced by all where nothing of its run is applied\n") != std::string::npos);
  CHECK(json::parse(drive(program(), {.words = {"show", "r3", "--json"}}).out)["replaced_by"] == "all");
  CHECK(json::parse(drive(program(), {.words = {"show", "all", "--json"}}).out)["replaces"].size() == 6);
  CHECK(json::parse(drive(program(), {.words = {"freeze", "--json"}}).out).size() == 10);

  const std::string inside = at("r3"), by_all = fresh_database();
  CHECK(drive(program(), by_all, {"upgrade"}).code == 0);
  const json status = json::parse(out(inside, {"status", "--json"}));
  CHECK(status["pending"] == json{"r4", "r5", "r6", "next", "last"});
  CHECK(status["aside"] == json{"all"});
  CHECK(json::parse(out(by_all, {"status", "--json"}))["aside"].size() == 6);
  CHECK(out(by_all, {"history", "--applied"}).find("r3  sessions  not gone through\n") != std::string::npos);
  CHECK(out(inside, {"plan"}).starts_with("r4  found by email"));
  CHECK(out(fresh_database(), {"plan"}).find("all  the first year [replaces r1 to r6]\n") != std::string::npos);
}

TEST_CASE("verify runs both ways, and compares where they lead") {
  const outcome verified = drive(program(), {.words = {"verify"}});
  CHECK(verified.code == 0);
  CHECK(verified.err.find("ok all") != std::string::npos);
  CHECK(verified.err.find("ok r6") != std::string::npos);

  render::migrations wrong = program();
  for (render::migration& m : wrong)
    if (m.id == "all") m.up.push_back({"CREATE TABLE too_much ()", 4}), m.down.insert(m.down.begin(), {"DROP TABLE too_much", 4});
  const outcome refused = drive(wrong, {.words = {"verify"}});
  CHECK(refused.code == 1);
  CHECK(refused.out.starts_with("r6: after the run that it ends the catalogs differ\n"));
}

}  // namespace skein::test
