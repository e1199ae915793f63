// SPDX-License-Identifier: BSL-1.0
#include <skein/render/script.hpp>

#include "history.hpp"
#include "psql.hpp"
#include "support/catch.hpp"

#include <skein/render/idempotent_script.hpp>
#include <skein/run/catalog.hpp>
#include <skein/run/runner.hpp>

using namespace skein;
using render::direction;
using test::containing;
using test::psql;

namespace {

const render::migrations& all() {
  static const render::migrations rendered = test::rendered<test::history>();
  return rendered;
}
/// The revisions [from, to) of the history.
render::path range(std::size_t from, std::size_t to, direction towards = direction::up) {
  render::path out = render::whole(all());
  out = {out.begin() + static_cast<std::ptrdiff_t>(from), out.begin() + static_cast<std::ptrdiff_t>(to)};
  if (towards == direction::down) std::reverse(out.begin(), out.end());
  return out;
}

run::catalog catalog_of(const std::string& url) {
  run::session s(url);
  return run::catalog(s);
}
/// What the journal says of every revision, and the rows that data migrations wrote.
std::string state_of(const std::string& url) {
  run::session s(url);
  const auto rows = s.run(
      "SELECT id, array_to_string(parents, ','), checksum, state, statements_done, cardinality(up), cardinality(down) "
      "FROM public.skein_journal ORDER BY id");
  std::string out;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows.columns(); ++c) out += rows.text(r, c) + " ";
    out += "\n";
  }
  return out;
}
std::string value(const std::string& url, const std::string& sql) { return run::session(url).run(sql).text(0, 0); }

}  // namespace

TEST_CASE("scripts read like ones written by hand") {
  struct small : chain<revision<"a", base, "create users",
                                up<create_table<"users", column<"id", bigint>>, create_index<"ix", "users", on<"id">>>,
                                down<drop_table<"users", loses_data>>>,
                       revision<"b", revises<"a">, "drop users", up<drop_table<"users", loses_data>>, down<>>> {};
  auto two = test::rendered<small>();
  two[0].line = 12;
  two[1].line = 34;
  const render::path first{&two[0]}, second{&two[1]};
  const render::journal journal({});

  CHECK(render::upgrade_script(first) == R"(-- skein )" SKEIN_VERSION R"(: upgrade: 1 revision, 2 statements
-- Journal: public.skein_journal. A client that stops at the first error runs it: psql -v ON_ERROR_STOP=1 -f FILE

)" + journal.create() + R"(;

-- Revision a: create users
-- the first (script.test.cpp:12)
BEGIN;
SET LOCAL lock_timeout = '2s';
DO $skein$
BEGIN
  IF NOT pg_try_advisory_xact_lock(8348448771895108418) THEN
    RAISE EXCEPTION USING MESSAGE = 'another session is migrating this database';
  END IF;
END
$skein$;

CREATE TABLE users (
  id bigint
);

CREATE INDEX ix ON users (id);

)" + journal.applied(two[0]) + R"(;
COMMIT;
)");

  CHECK(render::downgrade_script(second) == R"(-- skein )" SKEIN_VERSION R"(: downgrade: 1 revision, 0 statements
-- Journal: public.skein_journal. A client that stops at the first error runs it: psql -v ON_ERROR_STOP=1 -f FILE

-- Take back revision b: drop users
-- follows a (script.test.cpp:34)
-- Brings back the shape, not the rows.
BEGIN;
SET LOCAL lock_timeout = '2s';
DO $skein$
BEGIN
  IF NOT pg_try_advisory_xact_lock(8348448771895108418) THEN
    RAISE EXCEPTION USING MESSAGE = 'another session is migrating this database';
  END IF;
  IF NOT EXISTS (SELECT FROM public.skein_journal WHERE id = 'b' AND state = 'applied') THEN
    RAISE EXCEPTION USING MESSAGE = 'revision b is not applied here, or not to its end';
  END IF;
  IF EXISTS (SELECT FROM public.skein_journal WHERE 'b' = ANY (parents)) THEN
    RAISE EXCEPTION USING MESSAGE = 'other revisions follow b: take them back first';
  END IF;
END
$skein$;

)" + journal.removed("b") + R"(;
COMMIT;
)");

  CHECK(render::idempotent_script(second) ==
        R"(-- skein )" SKEIN_VERSION R"(: from any revision to the last, any number of times: 1 revision, 1 statement
-- Journal: public.skein_journal. A client that stops at the first error runs it: psql -v ON_ERROR_STOP=1 -f FILE

)" + journal.create() +
            R"(;

-- Revision b: drop users
-- follows a (script.test.cpp:34)
-- Loses data.
DO $skein$
BEGIN
  IF NOT pg_try_advisory_xact_lock(8348448771895108418) THEN
    RAISE EXCEPTION USING MESSAGE = 'another session is migrating this database';
  END IF;
  IF EXISTS (SELECT FROM public.skein_journal WHERE id = 'b') THEN
    RETURN;
  END IF;
  IF NOT EXISTS (SELECT FROM public.skein_journal WHERE id = 'a' AND state = 'applied') THEN
    RAISE EXCEPTION USING MESSAGE = 'revision b follows a, which is not applied here';
  END IF;
  SET LOCAL lock_timeout = '2s';
  EXECUTE $sql$DROP TABLE users$sql$;
  )" + journal.applied(two[1]) +
            R"(;
END
$skein$;
)");
}

TEST_CASE("an upgrade and a downgrade as scripts, whole and in parts") {
  const std::string whole = test::fresh_database(), parts = test::fresh_database();
  const auto empty = catalog_of(whole);
  const auto up = psql(whole, render::upgrade_script(render::whole(all())));
  CHECK(up.output == "");
  REQUIRE(up.status == 0);
  CHECK(value(whole, "SELECT string_agg(a, ' ' ORDER BY a COLLATE \"C\") FROM made") == "$skein$ \\ it's");
  CHECK(value(whole, "SELECT name FROM users") == "a@b");

  for (std::size_t i = 0; i < all().size(); ++i) {
    CHECK(psql(parts, render::upgrade_script(range(i, i + 1))).output == "");
  }
  CHECK(difference(catalog_of(whole), catalog_of(parts)) == std::vector<std::string>{});
  CHECK(state_of(whole) == state_of(parts));

  const auto down = psql(whole, render::downgrade_script(render::whole(all(), direction::down)));
  CHECK(down.output == "");
  CHECK(down.status == 0);
  CHECK(difference(empty, catalog_of(whole)) == std::vector<std::string>{});
  CHECK(state_of(whole) == "");
  for (std::size_t i = all().size(); i-- > 0;)
    CHECK(psql(parts, render::downgrade_script(range(i, i + 1, direction::down))).output == "");
  CHECK(difference(empty, catalog_of(parts)) == std::vector<std::string>{});
}

TEST_CASE("the idempotent script leads from every revision to the last, and then nowhere") {
  const std::string script = render::idempotent_script(render::whole(all())), reference = test::fresh_database();
  REQUIRE(psql(reference, render::upgrade_script(render::whole(all()))).status == 0);
  for (std::size_t i = 0; i <= all().size(); ++i) {
    CAPTURE(i);
    const std::string url = test::fresh_database();
    if (i > 0) REQUIRE(psql(url, render::upgrade_script(range(0, i))).status == 0);
    for (int times = 0; times < 2; ++times) {
      const auto run = psql(url, script);
      CHECK(run.output == "");
      REQUIRE(run.status == 0);
      CHECK(difference(catalog_of(reference), catalog_of(url)) == std::vector<std::string>{});
      CHECK(state_of(url) == state_of(reference));
      CHECK(value(url, "SELECT count(*) FROM users") == "1");
    }
  }
}

TEST_CASE("without psql's own commands, any client may run it") {
  const std::string url = test::fresh_database();
  run::session session(url);
  for (int times = 0; times < 2; ++times) session.run(render::idempotent_script(range(0, 4)));
  CHECK(value(url, "SELECT count(*) FROM public.skein_journal") == "4");
  for (const auto& m : range(0, 4, direction::down)) session.run(render::downgrade_script({m}));
  session.run(render::upgrade_script(range(0, 4)));
  CHECK(value(url, "SELECT count(*) FROM public.skein_journal") == "4");
}

TEST_CASE("a revision outside a transaction continues where the idempotent script was stopped") {
  const std::string url = test::fresh_database();
  REQUIRE(psql(url, render::upgrade_script(range(0, 4))).status == 0);
  const auto script = render::idempotent_script(range(0, 5));
  run::session(url).run("CREATE TABLE ix_name ()");  // in the way of its index
  const auto stopped = psql(url, script);
  CHECK(stopped.status == 3);
  CHECK_THAT(stopped.output, containing("already exists"));
  CHECK(value(url, "SELECT state || statements_done FROM public.skein_journal WHERE id = 'd1'") == "upgrading1");
  run::session(url).run("DROP TABLE ix_name");
  CHECK(psql(url, script).output == "");
  CHECK(value(url, "SELECT state || statements_done FROM public.skein_journal WHERE id = 'd1'") == "applied3");
}

TEST_CASE("scripts and the runner continue each other's work") {
  const std::string reference = test::fresh_database(), url = test::fresh_database();
  REQUIRE(psql(reference, render::upgrade_script(render::whole(all()))).status == 0);
  run::session session(url);
  run::runner runner(session, all());
  CHECK(runner.upgrade("b1").done.size() == 2);
  CHECK(psql(url, render::upgrade_script(range(2, 4))).output == "");
  session.run("CREATE TABLE ix_name ()");
  CHECK(psql(url, render::upgrade_script(range(4, 6))).status == 3);
  session.run("DROP TABLE ix_name");
  CHECK(runner.upgrade().done.size() == 2);
  CHECK(difference(catalog_of(reference), catalog_of(url)) == std::vector<std::string>{});
  CHECK(state_of(url) == state_of(reference));

  CHECK(psql(url, render::downgrade_script(range(4, 6, direction::down))).output == "");
  CHECK(runner.downgrade("a1").done.size() == 3);
  CHECK(psql(url, render::idempotent_script(render::whole(all()))).output == "");
  CHECK(state_of(url) == state_of(reference));
  CHECK(runner.upgrade().done.empty());
}

TEST_CASE("a script on a database that it was not made for changes nothing, whether psql stops or not") {
  const std::string url = test::fresh_database();
  REQUIRE(psql(url, render::upgrade_script(range(0, 2))).status == 0);
  const auto before = catalog_of(url);
  const std::string journal = state_of(url);
  for (const bool stop : {true, false}) {
    CHECK_THAT(psql(url, render::upgrade_script(range(3, 6)), stop).output,
               containing("revision c1 follows b2, which is not applied here"));
    CHECK_THAT(psql(url, render::upgrade_script(range(0, 1)), stop).output, containing("already exists"));
    CHECK_THAT(psql(url, render::downgrade_script(range(0, 1, direction::down)), stop).output,
               containing("other revisions follow a1: take them back first"));
    CHECK_THAT(psql(url, render::downgrade_script(range(2, 6, direction::down)), stop).output,
               containing("revision e'$sql$-- is not applied here"));
    CHECK(difference(before, catalog_of(url)) == std::vector<std::string>{});
    CHECK(state_of(url) == journal);
  }
}

TEST_CASE("a revision that fails leaves nothing, and what follows it does not run") {
  struct broken : chain<revision<"a", base, "", up<create_table<"t", column<"x", integer>>>, down<>>,
                        revision<"b", revises<"a">, "", up<create_table<"u">, execute<"SELECT 1 / 0">>, down<>>,
                        revision<"c", revises<"b">, "", up<create_table<"v">>, down<>>> {};
  const auto revisions = test::rendered<broken>();
  for (const std::string& script :
       {render::upgrade_script(render::whole(revisions)), render::idempotent_script(render::whole(revisions))})
    for (const bool stop : {true, false}) {
      const std::string url = test::fresh_database();
      CHECK_THAT(psql(url, script, stop).output, containing("division by zero"));
      CHECK(value(url, "SELECT concat_ws(' ', to_regclass('t'), to_regclass('u'), to_regclass('v'))") == "t");
      CHECK(value(url, "SELECT string_agg(id, ' ') FROM public.skein_journal") == "a");
    }
}

TEST_CASE("a script waits for nobody") {
  const std::string url = test::fresh_database();
  run::session other(url);
  other.run(fmt::format("SELECT pg_advisory_lock({})", render::lock_key("public.skein_journal")));
  for (const auto& script : {render::upgrade_script(range(0, 1)), render::idempotent_script(range(0, 1))})
    CHECK_THAT(psql(url, script).output, containing("another session is migrating this database"));
}

TEST_CASE("the journal may have any name") {
  const std::string url = test::fresh_database();
  const render::script_options with{.journal = {"My \"ops'", "jour$skein$nal"}, .search_path = {}, .lock_timeout = ""};
  for (int times = 0; times < 2; ++times)
    CHECK(psql(url, render::idempotent_script(render::whole(all()), with)).output == "");
  CHECK(psql(url, render::downgrade_script(render::whole(all(), direction::down), with)).output == "");
  CHECK(psql(url, render::upgrade_script(render::whole(all()), with)).output == "");
  CHECK(value(url, "SELECT count(*) FROM \"My \"\"ops'\".\"jour$skein$nal\"") == "6");
}

TEST_CASE("names without a schema are those of the search path, if the script has one") {
  const std::string url = test::fresh_database();
  run::session(url).run("CREATE SCHEMA \"Tenant 1\"");
  const render::script_options with{.journal = {"Tenant 1", "skein_journal"}, .search_path = {"Tenant 1", "public"}};
  for (int times = 0; times < 2; ++times)
    CHECK(psql(url, render::idempotent_script(render::whole(all()), with)).output == "");
  CHECK(value(url,
              "SELECT string_agg(oid::regclass::text, ' ' ORDER BY relname) FROM pg_class WHERE relkind = 'r' "
              "AND relname IN ('users', 'made')") == "\"Tenant 1\".made \"Tenant 1\".users");
  CHECK(psql(url, render::downgrade_script(render::whole(all(), direction::down), with)).output == "");
  CHECK(psql(url, render::upgrade_script(render::whole(all()), with)).output == "");
}

TEST_CASE("there is no script down through an irreversible revision") {
  struct one_way : chain<revision<"a", base, "", execute<"SELECT 1", irreversible<"the mail is sent">>>> {};
  const auto revisions = test::rendered<one_way>();
  CHECK_THROWS_WITH(render::downgrade_script(render::whole(revisions)),
                    containing("revision a cannot be taken back: the mail is sent"));
}

TEST_CASE("a script for newer servers asks the one that runs it") {
  const std::string url = test::fresh_database();
  const int major = run::session(url).server_version() / 10000;
  render::script_options with;
  with.server = static_cast<model::u32>(major) + 1;
  for (const std::string& script :
       {render::upgrade_script(range(0, 2), with), render::idempotent_script(render::whole(all()), with)}) {
    const auto refused = psql(url, script);
    CHECK(refused.status == 3);
    CHECK_THAT(refused.output, containing(fmt::format("these revisions need PostgreSQL {} or later", major + 1)));
    CHECK(value(url, "SELECT to_regclass('skein_journal') IS NULL") == "t");
  }
  with.server = static_cast<model::u32>(major);
  CHECK(psql(url, render::upgrade_script(range(0, 2), with)).output == "");
  CHECK_THAT(render::upgrade_script(range(0, 2)), !containing("server_version_num"));
}
