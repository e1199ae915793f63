// SPDX-License-Identifier: BSL-1.0
// A run of revisions that another one replaces: databases at each of them reach head, one state, and base again.
#include <skein/render/idempotent_script.hpp>
#include <skein/run/catalog.hpp>

#include "support/catch.hpp"
#include "support/replaced.hpp"
#include "support/server.hpp"
#include "unit/render/psql.hpp"
#include "unit/run/database.hpp"

using namespace skein;
using namespace skein::test;

namespace {

const render::migrations& old_program = rendered<replaced::before>();
const render::migrations& program = rendered<replaced::beside>();
const render::migrations& new_program = rendered<replaced::after>();

void bring(database& db, const std::string& standing) {
  if (standing != "base") db.runner(old_program).upgrade(standing);
}
std::vector<std::string> lines(database& db) { return run::catalog(db.session).lines(); }

/// Of a database that went through what replaces the run.
struct reference {
  std::vector<std::string> at_head, at_base;
  std::string status;

  reference() {
    database db;
    at_base = lines(db);
    CHECK(done(db.runner(program).upgrade()) == std::vector<std::string>{"+start", "+all", "+next", "+last"});
    at_head = lines(db);
    status = db.runner(program).status().sentence();
  }
};

}  // namespace

TEST_CASE("a database at any revision of a replaced run reaches head, and base again") {
  static const reference wanted;
  for (const std::string& standing : replaced::standings) {
    INFO(standing);
    database db;
    bring(db, standing);
    db.runner(program).upgrade();
    CHECK(lines(db) == wanted.at_head);
    CHECK(db.runner(program).status().sentence() == wanted.status);
    CHECK(db.runner(program).status().at_head());
    CHECK(done(db.runner(program).upgrade()).empty());
    db.runner(program).require_head();
    CHECK(db.ask("SELECT string_agg(id::text, ',' ORDER BY id) FROM tenants") == "1,2");
    db.runner(program).redo(2);
    CHECK(lines(db) == wanted.at_head);
    db.runner(program).downgrade("base");
    CHECK(lines(db) == wanted.at_base);
    CHECK(db.journal().empty());
    db.runner(program).upgrade();
    CHECK(lines(db) == wanted.at_head);
    CHECK(db.journal() == "all last next start");
  }
}

TEST_CASE("the idempotent script does the same") {
  static const reference wanted;
  const std::string script = render::idempotent_script(render::whole(program));
  for (const std::string& standing : replaced::standings) {
    INFO(standing);
    database db;
    bring(db, standing);
    for (int times = 0; times < 2; ++times) {
      const psql_result said = psql(db.url, script);
      CHECK(said.output == "");
      CHECK(said.status == 0);
      CHECK(lines(db) == wanted.at_head);
      CHECK(db.runner(program).status().sentence() == wanted.status);
    }
  }
}

TEST_CASE("once the run is not declared any more, databases at its end go on, and those inside of it are refused") {
  static const reference wanted;
  for (const std::string& standing : replaced::standings) {
    INFO(standing);
    database db;
    bring(db, standing);
    const bool inside = standing[0] == 'r' && standing != "r6";
    if (inside) {
      CHECK_THROWS_WITH(db.runner(new_program).upgrade(),
                        "the database is inside of the run r1 to r6, at " + standing +
                            ", which this program has no more: all stands in its place; upgrade to r6 with a program that has the run, then run this one");
      CHECK(psql(db.url, render::idempotent_script(render::whole(new_program))).status == 3);
      continue;
    }
    db.runner(new_program).upgrade();
    CHECK(lines(db) == wanted.at_head);
    CHECK(db.runner(new_program).status().sentence() == wanted.status);
    CHECK(db.runner(new_program).status().at_head());
    CHECK(psql(db.url, render::idempotent_script(render::whole(new_program))).output == "");
    db.runner(new_program).downgrade("base");
    CHECK(lines(db) == wanted.at_base);
  }
}

TEST_CASE("the run's last and who replaces it are one revision for who asks for either") {
  database by_run, by_all;
  bring(by_run, "r6");
  by_all.runner(program).upgrade("all");
  for (database* db : {&by_run, &by_all}) {
    const run::status s = db->runner(program).status();
    CHECK(s.current == std::vector<std::string>{"all"});
    CHECK(s.pending == std::vector<std::string>{"next", "last"});
    CHECK(s.current_rows.at(0).id == "all");
    CHECK(s.current_rows.at(0).description == "the first year");
    CHECK(done(db->runner(program).upgrade("r6")).empty());
    CHECK(done(db->runner(program).upgrade("all")).empty());
  }
  CHECK(by_all.runner(program).status().aside.size() == 6);
  CHECK(by_run.runner(program).status().aside == std::vector<std::string>{"all"});
  CHECK_THROWS_WITH(by_all.runner(program).downgrade("r3"),
                    "r3 is of the run that all replaces, and this database has all in its place: name that one, or what comes before or after it");
  CHECK(done(by_run.runner(program).downgrade("r3")) == std::vector<std::string>{"-r6", "-r5", "-r4"});
  CHECK(done(by_run.runner(program).upgrade("+1")) == std::vector<std::string>{"+r4"});
  CHECK(done(by_all.runner(program).downgrade("start")) == std::vector<std::string>{"-all"});
}

TEST_CASE("a target inside of the run leads through it") {
  database db;
  CHECK(done(db.runner(program).upgrade("r2")) == std::vector<std::string>{"+start", "+r1", "+r2"});
  CHECK(done(db.runner(program).upgrade()).size() == 6);
}

TEST_CASE("stamp chooses the way by its target") {
  database db;
  db.runner(program).stamp("r4");
  CHECK(db.journal() == "r1 r2 r3 r4 start");
  db.runner(program).stamp("r6");
  CHECK(db.journal() == "r1 r2 r3 r4 r5 r6 start");
  db.runner(program).stamp("next");
  CHECK(db.journal() == "next r1 r2 r3 r4 r5 r6 start");
  db.runner(program).stamp("all");
  CHECK(db.journal() == "all start");
  db.runner(program).stamp("head");
  CHECK(db.journal() == "all last next start");
  db.runner(program).stamp("r6");
  db.runner(new_program).stamp("all");
  CHECK(db.journal() == "all start");
}

TEST_CASE("a database that has both is refused") {
  database db;
  bring(db, "r3");
  db.ask("INSERT INTO skein_journal SELECT 'all', description, parents, checksum, applied_at, applied_by, execution_time, skein_version, up, down, "
         "transactional, state, statements_done FROM skein_journal WHERE id = 'r1'");
  CHECK_THROWS_WITH(db.runner(program).upgrade(),
                    "the database has both r1 and all, of which one stands in the place of the other; say what it has with stamp r1 or stamp all");
  db.runner(program).stamp("r3");
  db.runner(program).upgrade();
  CHECK(db.runner(program).status().at_head());
}

TEST_CASE("a way down that would end inside of a run that is not declared any more is refused") {
  database db;
  bring(db, "last");
  CHECK_THROWS_AS(db.runner(new_program).downgrade("-3"), run::bad_target);
  CHECK(done(db.runner(new_program).downgrade("start")) == std::vector<std::string>{"-last", "-next", "-r6", "-r5", "-r4", "-r3", "-r2", "-r1"});
  CHECK(done(db.runner(new_program).upgrade()) == std::vector<std::string>{"+all", "+next", "+last"});
}
