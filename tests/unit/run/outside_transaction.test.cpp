// SPDX-License-Identifier: BSL-1.0
#include <skein/run/outside_transaction.hpp>

#include "database.hpp"

using namespace skein::run;
using namespace skein::test;

using names = std::vector<std::string>;

namespace {

/// A table, then outside a transaction an index on it among other things, then another table.
skein::render::migrations with_index() {
  return {
      revision("table", {}, {"CREATE TABLE \"T\" (a int, b int)", "CREATE TABLE log (id text)"},
               {"DROP TABLE log", "DROP TABLE \"T\""}),
      outside(revision("index", {"table"},
                       {"INSERT INTO log VALUES ('before')", "CREATE UNIQUE INDEX CONCURRENTLY \"I x\" ON \"T\" (a)",
                        "INSERT INTO log VALUES ('after')", "VACUUM \"T\""},
                       {"DELETE FROM log", "DROP INDEX CONCURRENTLY \"I x\""})),
      revision("later", {"index"}, {"CREATE TABLE later ()"}, {"DROP TABLE later"})};
}

std::string index_state(database& db) {
  return db.ask("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('\"I x\"')");
}
std::string journal_state(database& db) {
  return db.ask("SELECT state, statements_done FROM skein_journal WHERE id = 'index'");
}

}  // namespace

TEST_CASE("statements outside a transaction, up and down", "[run][outside_transaction]") {
  database db;
  const auto history = with_index();
  db.session.run("SET lock_timeout = '7s'");
  CHECK(done(db.runner(history).upgrade()) == names{"+table", "+index", "+later"});
  CHECK(index_state(db) == "t");
  CHECK(journal_state(db) == "applied|4");
  CHECK(db.ask("SELECT execution_time > '0', NOT transactional FROM skein_journal WHERE id = 'index'") == "t|t");
  CHECK(db.session.run("SHOW lock_timeout").text(0, 0) == "7s");
  CHECK(done(db.runner(history).downgrade("table")) == names{"-later", "-index"});
  CHECK(index_state(db).empty());
  CHECK(db.journal() == "table");
}

TEST_CASE("what stopped on the way continues there, over its own ruins", "[run][outside_transaction]") {
  database db;
  const auto history = with_index();
  db.runner(history).upgrade("table");
  db.observer.run("INSERT INTO \"T\" VALUES (1), (1)");
  try {
    db.runner(history).upgrade();
    FAIL("two equal rows, one unique index");
  } catch (const statement_failed& failure) {
    CHECK(failure.failure.step == 2);
    CHECK(failure.failure.sqlstate == "23505");
    CHECK_THAT(failure.what(),
               containing("it runs outside a transaction, so what came before stays and the next run continues here "
                          "(an invalid index that is left behind is dropped then)"));
    CHECK(failure.so_far.pending == names{"index", "later"});
  }
  CHECK(index_state(db) == "f");
  CHECK(journal_state(db) == "upgrading|1");
  CHECK(db.runner(history).status().sentence() ==
        "the database is at table; index stopped on its way up after 1 statement; pending: index and later");
  CHECK_THROWS_WITH(db.runner(history).downgrade("base"),
                    "revision index stopped on its way up after 1 statement; finish it first: upgrade index");
  CHECK_THROWS_AS(db.runner(history).require_head(), not_at_head);
  db.observer.run("DELETE FROM \"T\"");
  CHECK(done(db.runner(history).upgrade()) == names{"+index", "+later"});
  CHECK(index_state(db) == "t");
  CHECK(db.ask("SELECT id FROM log") == "before after");
}

TEST_CASE("an index that was finished but not counted is not built again", "[run][outside_transaction]") {
  database db;
  const auto history = with_index();
  db.runner(history).upgrade();
  const std::string built = db.ask("SELECT '\"I x\"'::regclass::oid");
  db.observer.run(
      "UPDATE skein_journal SET state = 'upgrading', statements_done = 1 WHERE id = 'index'; DROP TABLE later; "
      "DELETE FROM skein_journal WHERE id = 'later'; DELETE FROM log WHERE id = 'after'");
  CHECK(done(db.runner(history).upgrade()) == names{"+index", "+later"});
  CHECK(db.ask("SELECT '\"I x\"'::regclass::oid") == built);
  CHECK(db.ask("SELECT id FROM log") == "before after");
}

TEST_CASE("on the way down too", "[run][outside_transaction]") {
  database db;
  const auto history = with_index();
  db.runner(history).upgrade("index");
  db.observer.run("UPDATE skein_journal SET state = 'downgrading', statements_done = 1 WHERE id = 'index'");
  CHECK_THROWS_WITH(db.runner(history).upgrade(),
                    "revision index stopped on its way down after 1 statement; finish it first: downgrade -1");
  db.observer.run("DROP INDEX \"I x\"");  // done, not counted
  CHECK(done(db.runner(history).downgrade("-1")) == names{"-index"});
  CHECK(db.ask("SELECT id FROM log") == "before after");  // counted
  CHECK(db.runner(history).upgrade().done.size() == 2);
}

TEST_CASE("an older program takes back what ran outside a transaction", "[run][outside_transaction]") {
  database db;
  db.runner(with_index()).upgrade();
  const skein::render::migrations older{with_index()[0]};
  CHECK(done(db.runner(older).downgrade("table")) == names{"-later", "-index"});
  CHECK(index_state(db).empty());
}

TEST_CASE("an enum value is used by the next statement", "[run][outside_transaction]") {
  database db;
  const skein::render::migrations history{
      revision("type", {}, {"CREATE TYPE mood AS ENUM ('sad')"}, {"DROP TYPE mood"}),
      outside(revision("value", {"type"},
                       {"ALTER TYPE mood ADD VALUE 'ok'", "CREATE TABLE m AS SELECT 'ok'::mood AS now"}, {}))};
  CHECK(db.runner(history).upgrade().done.size() == 2);
}

TEST_CASE("concurrent indexes are recognised", "[run][concurrent_index]") {
  const auto found = [](const char* sql) {
    const auto index = concurrent_index::in(sql);
    return index ? fmt::format("{} {} {}", index->creates ? "create" : "drop", index->name, index->table) : "none";
  };
  CHECK(found("CREATE INDEX CONCURRENTLY i ON t (a)") == "create i t");
  CHECK(found("create unique index\n  concurrently \"I \"\"x\"\"\" on only s.\"T\"(a)") ==
        "create \"I \"\"x\"\"\" s.\"T\"");
  CHECK(found("CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t USING gin (a)") == "create i t");
  CHECK(found("DROP INDEX CONCURRENTLY s.i") == "drop s.i ");
  CHECK(found("DROP INDEX CONCURRENTLY IF EXISTS i") == "drop i ");
  CHECK(found("CREATE INDEX i ON t (a)") == "none");
  CHECK(found("CREATE INDEX CONCURRENTLY ON t (a)") == "none");
  CHECK(found("") == "none");
}
