// SPDX-License-Identifier: BSL-1.0
#include <skein/run/runner.hpp>

#include "database.hpp"

using namespace skein::run;
using namespace skein::test;

using names = std::vector<std::string>;

TEST_CASE("an upgrade leads to head, a second one does nothing", "[run][runner]") {
  database db;
  const auto history = tables(3);
  const report first = db.runner(history).upgrade();
  CHECK(done(first) == names{"+r001", "+r002", "+r003"});
  CHECK(first.current == names{"r003"});
  CHECK_THAT(first.summary(), containing("3 revisions in ") && containing(": 3 tables created"));
  CHECK(db.tables() == "t001 t002 t003");
  CHECK(db.journal() == "r001 r002 r003");
  CHECK(db.locks() == "0");
  const report second = db.runner(history).upgrade();
  CHECK(second.done.empty());
  CHECK(second.current == names{"r003"});
  CHECK(second.summary() == "nothing to do");
}

TEST_CASE("the journal says what happened", "[run][journal]") {
  database db;
  auto history = tables(2);
  history[1].message = "it's \\ so";
  history[1].up.push_back({"SELECT pg_sleep(0.05) -- a comment", 2});
  db.runner(history).upgrade();
  CHECK(db.ask("SELECT id, description, parents, checksum = '" + history[1].checksum +
               "', applied_by, applied_at <= clock_timestamp(), execution_time BETWEEN '50 ms' AND '2 s', "
               "skein_version, up, "
               "down, transactional, state, statements_done FROM skein_journal WHERE id = 'r002'") ==
        "r002|it's \\ so|{r001}|t|skein|t|t|" SKEIN_VERSION
        "|{\"CREATE TABLE t002 (id int)\",\"SELECT pg_sleep(0.05) -- a comment\"}|{\"DROP TABLE t002\"}|t|applied|2");
  CHECK(db.ask("SELECT execution_time < '50 ms', parents FROM skein_journal WHERE id = 'r001'") == "t|{}");
}

TEST_CASE("a downgrade takes back what does not lead to the target", "[run][runner]") {
  database db;
  const auto history = branched();
  db.runner(history).upgrade();
  CHECK(done(db.runner(history).downgrade("eta")) == names{"-omega", "-epsilon"});
  CHECK(db.runner(history).status().current == names{"eta"});
  CHECK(done(db.runner(history).upgrade("epsilon")) == names{"+epsilon"});
  CHECK(db.runner(history).status().current == names{"epsilon", "eta"});
  CHECK(done(db.runner(history).downgrade("branch")) == names{"-eta", "-epsilon"});
  const report last = db.runner(history).downgrade("base");
  CHECK(done(last) == names{"-delta", "-gamma", "-beta", "-alpha"});
  CHECK(last.current.empty());
  CHECK(last.done[0].time.count() > 0);
  CHECK(db.tables().empty());
  CHECK(db.journal().empty());
}

TEST_CASE("redo, reset and dry runs", "[run][runner]") {
  database db;
  const auto history = tables(3);
  CHECK(db.runner(history, {.dry = true}).upgrade().pending == names{"r001", "r002", "r003"});
  CHECK(db.ask("SELECT to_regclass('skein_journal') IS NULL") == "t");
  db.runner(history).upgrade("+2");
  CHECK(done(db.runner(history).redo()) == names{"-r002", "+r002"});
  db.runner(history).downgrade("base");
  CHECK(done(db.runner(history).reset()) == names{"+r001", "+r002", "+r003"});
  db.runner(history).downgrade("r002");
  CHECK(done(db.runner(history).reset()) == names{"-r002", "-r001", "+r001", "+r002", "+r003"});
  CHECK(db.runner(history, {.dry = true}).downgrade("r001").pending == names{"r003", "r002"});
  CHECK(db.tables() == "t001 t002 t003");
}

TEST_CASE("stamp writes the journal only", "[run][stamp]") {
  database db;
  auto history = tables(3);
  CHECK(done(db.runner(history).stamp("r002")) == names{"+r001", "+r002"});
  CHECK(db.tables().empty());
  CHECK(db.ask("SELECT count(*) FROM skein_journal WHERE execution_time IS NULL") == "2");
  const report down = db.runner(history).stamp("r001");
  CHECK(done(down) == names{"-r002"});
  CHECK(down.current == names{"r001"});
  CHECK(db.runner(history).stamp("r001").done.empty());
  history[0].checksum = "new";
  CHECK_THROWS_AS(db.runner(history).upgrade(), checksum_mismatch);
  CHECK(done(db.runner(history).stamp("r001")) == names{"+r001"});
  CHECK(db.runner(history).stamp("base").current.empty());
  CHECK(db.journal().empty());
}

TEST_CASE("status compares, require_head insists", "[run][status]") {
  database db;
  const auto history = tables(3);
  CHECK(db.runner(history).status().sentence() == "no revision is applied; pending: r001, r002 and r003");
  CHECK_THROWS_WITH(db.runner(history).require_head(),
                    "the database lacks 3 revisions: r001, r002 and r003; upgrade it before this program starts");
  db.runner(history).upgrade("r002");
  const status s = db.runner(history).status();
  CHECK(s.current == names{"r002"});
  CHECK(s.heads == names{"r003"});
  CHECK(s.pending == names{"r003"});
  CHECK(s.applied.size() == 2);
  CHECK(s.applied[0].applied_by == "skein");
  CHECK(s.applied[0].execution_ms > 0.0);
  CHECK_FALSE(s.at_head());
  db.runner(history).upgrade();
  CHECK(db.runner(history).status().sentence() == "the database is at r003, the head");
  db.runner(history).require_head();
}

TEST_CASE("a journal elsewhere, and a schema for each tenant", "[run][journal]") {
  database db;
  const auto history = tables(2);
  db.runner(history, {.journal = {.schema = "Ops \"1\"", .table = "no; drop"}}).upgrade();
  CHECK(db.ask("SELECT count(*) FROM \"Ops \"\"1\"\"\".\"no; drop\"") == "2");
  db.observer.run("CREATE SCHEMA tenant");
  for (const char* schema : {"tenant", "tenant"}) db.runner(history, {.search_path = {schema}}).upgrade();
  CHECK(db.ask("SELECT count(*) FROM tenant.skein_journal") == "2");
  CHECK(db.ask("SELECT count(*) FROM tenant.t002") == "0");
}

TEST_CASE("a journal that cannot be used", "[run][journal]") {
  database db;
  db.observer.run("CREATE TABLE other (id text)");
  CHECK_THROWS_WITH(
      db.runner(tables(1), {.journal = {.table = "other"}}).upgrade(),
      "public.other is no journal of skein: column \"checksum\" does not exist; give the journal another name");
  db.runner(tables(1), {.journal = {.table = "genuine"}}).prepare();
  db.observer.run("CREATE VIEW seen AS SELECT * FROM genuine UNION ALL SELECT * FROM genuine");
  CHECK_THROWS_WITH(db.runner(tables(1), {.journal = {.table = "seen"}}).upgrade(),
                    "public.seen is no journal of skein: cannot insert into view \"seen\"; give the journal another name");
  db.observer.run("CREATE ROLE guest");
  db.observer.run("REVOKE CREATE ON SCHEMA public FROM public");  // as PostgreSQL 15 and later have it
  db.session.run("SET ROLE guest");
  CHECK_THROWS_WITH(
      db.runner(tables(1)).upgrade(),
      "the journal public.skein_journal cannot be used: permission denied for schema public; grant this user "
      "the right to, or have the journal in another schema");
  CHECK_THROWS_AS(db.runner(tables(1), {.journal = {.schema = "new"}}).upgrade(), journal_unusable);
  CHECK(db.locks() == "0");
}

TEST_CASE("an unknown revision stops an upgrade; a downgrade uses what the journal holds", "[run][history]") {
  database db;
  const auto newer = tables(4), older = tables(2);
  db.runner(newer).upgrade();
  CHECK_THROWS_WITH(
      db.runner(older).upgrade(),
      containing("the database has r003 and r004, applied at ") &&
          containing(" by skein, which this program does not know: the program is older than the database; run the "
                     "newer one, or go back with downgrade r002 (the journal holds the SQL)"));
  CHECK_THROWS_AS(db.runner(older).redo(), unknown_revision);
  const status s = db.runner(older).status();
  CHECK(s.unknown == names{"r003", "r004"});
  CHECK_FALSE(s.at_head());
  CHECK(s.has_all());
  db.runner(older).require_head();
  CHECK(done(db.runner(older).downgrade("head")) == names{"-r004", "-r003"});
  CHECK(db.tables() == "t001 t002");
  CHECK(db.runner(older).upgrade().done.empty());
}

TEST_CASE("stamp forgets what the program does not know", "[run][stamp]") {
  database db;
  db.runner(tables(3)).upgrade();
  const auto older = tables(1);
  CHECK(done(db.runner(older).stamp("head")) == names{"-r002", "-r003"});
  CHECK(db.journal() == "r001");
}

TEST_CASE("a changed revision, a gap", "[run][history]") {
  database db;
  auto history = tables(3);
  db.runner(history).upgrade("r002");
  history[0].checksum = "other";
  const auto sentence = containing("revision r001 was changed after it had been applied at ");
  CHECK_THROWS_WITH(db.runner(history).upgrade(), sentence);
  CHECK_THROWS_WITH(db.runner(history).downgrade("-1"), sentence);
  CHECK_THROWS_WITH(db.runner(history).require_head(), containing("say so with stamp r002"));
  CHECK(db.runner(history).status().changed == names{"r001"});
  history = tables(3);
  db.observer.run("DELETE FROM skein_journal WHERE id = 'r001'");
  CHECK_THROWS_WITH(db.runner(history).upgrade(),
                    containing("revision r002 is applied but not all that it builds on: r001"));
  CHECK_THROWS_AS(db.runner(history).downgrade("base"), gap);
  CHECK(db.runner(history).status().gaps == names{"r002"});
}

TEST_CASE("what cannot be taken back stops a downgrade before it begins", "[run][runner]") {
  database db;
  auto history = tables(3);
  history[1].reversible = false;
  history[1].irreversible_reason = "mails were sent";
  history[1].down.clear();
  db.runner(history).upgrade();
  CHECK_THROWS_WITH(
      db.runner(history).downgrade("base"),
      "revision r002 cannot be taken back: mails were sent; the furthest way down is downgrade r002, below it is "
      "only a backup");
  CHECK_THROWS_AS(db.runner(history).reset(), irreversible);
  CHECK(db.journal() == "r001 r002 r003");
  CHECK_THROWS_AS(db.runner(tables(1)).downgrade("r001"), irreversible);
}

TEST_CASE("a server older than the history's target is refused before anything runs", "[run][runner]") {
  database db;
  auto history = tables(2);
  history.server = static_cast<unsigned>(db.session.server_version() / 10000) + 1;
  const std::string sentence = fmt::format("the server is PostgreSQL {}, the history needs {} or later",
                                           version_text(db.session.server_version()), history.server);
  CHECK_THROWS_WITH(db.runner(history).upgrade(), containing(sentence));
  CHECK_THROWS_WITH(db.runner(history, {.dry = true}).upgrade(), containing(sentence));
  CHECK_THROWS_AS(db.runner(history).prepare(), server_too_old);
  CHECK_THROWS_AS(db.runner(history).stamp("head"), server_too_old);
  CHECK_THROWS_AS(db.runner(history).downgrade("base"), server_too_old);
  CHECK(db.ask("SELECT to_regclass('skein_journal') IS NULL") == "t");
  const status now = db.runner(history).status();
  CHECK(now.server_too_old());
  CHECK_THAT(now.sentence(), containing(sentence));

  --history.server;
  CHECK(done(db.runner(history).upgrade()) == names{"+r001", "+r002"});
  CHECK(db.runner(history).status().sentence() == "the database is at r002, the head");
}
