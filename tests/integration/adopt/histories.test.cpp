// SPDX-License-Identifier: BSL-1.0
// Histories of other tools, in each of their layouts: run by skein's own runner, what they become leaves the same
// catalogs as psql does with the originals, after every single revision. SKEIN_CORPORA names a directory of real ones,
// each with a list of its files as manifest.tsv; they are no part of the project.
#include <skein/render/history.hpp>
#include <skein/run/adopt/adopter.hpp>
#include <skein/run/adopt/directory.hpp>
#include <skein/run/runner.hpp>

#include "support/catch.hpp"
#include "unit/render/psql.hpp"
#include "unit/run/adopt/files.hpp"

#include <cstdlib>

using namespace skein;
using namespace skein::run::adoption;

namespace {

/// As the compiler would make it of the header.
struct compiled {
  checks::arena in;
  std::vector<const model::revision_def*> all;

  void add(const adopted_revision& r) {
    static constexpr model::location here{};
    model::revision_def d{
        .id = in.make(model::ident(r.id.data(), r.id.size())), .where = &here, .message = in.text(r.message)};
    if (!all.empty()) d.parents = in.list_of(all.back()->id);
    d.up = in.make_list(r.up);
    if (r.down) d.down = in.make_list(*r.down), d.explicit_down = true;
    all.push_back(in.make(d));
  }
  render::migrations rendered() const {
    return render::render_history({all.data(), static_cast<model::u32>(all.size())});
  }
};

struct figures {
  std::size_t revisions = 0, native = 0, ways_back = 0, wrong = 0;
  bool operator==(const figures&) const = default;
};
std::ostream& operator<<(std::ostream& out, const figures& f) {
  return out << f.revisions << " revisions, " << f.native << " native, " << f.wrong << " of " << f.ways_back
             << " downs wrong";
}

figures replay(const migration_directory& found) {
  run::scratch server;
  compiled program;
  adopter taking(server, program.in);
  figures out;
  for (const sql_migration& m : found.migrations) {
    const adopted_revision r = taking.take(m);
    program.add(r);
    ++out.revisions;
    out.native += r.native;
    out.ways_back += r.original == way_back::restores || r.original == way_back::differs;
    out.wrong += r.original == way_back::differs;
  }
  const std::string by_psql = server.create_database("by_psql"), by_skein = server.create_database("by_skein");
  run::session original(by_psql), adopted(by_skein);
  const render::migrations history = program.rendered();
  run::runner runner(adopted, history, {});
  for (const sql_migration& m : found.migrations) {
    INFO(m.id);
    const test::psql_result done = test::psql(by_psql, m.up.sql);
    INFO(done.output);
    REQUIRE(done.status == 0);
    REQUIRE(runner.upgrade("+1").done.size() == 1);
    CHECK(difference(run::catalog(original), run::catalog(adopted, {"public", run::options().journal.table})) ==
          std::vector<std::string>{});
  }
  return out;
}

constexpr const char* create =
    "CREATE TYPE mood AS ENUM ('sad', 'ok');\nCREATE TABLE users (id serial PRIMARY KEY, name varchar(40) NOT NULL, "
    "feels mood DEFAULT 'ok', CHECK (name <> ''));\nCREATE INDEX users_name ON users (lower(name));\n";
constexpr const char* create_back = "DROP TABLE users;\nDROP TYPE mood;\n";
constexpr const char* change =
    "ALTER TABLE users RENAME COLUMN name TO full_name;\nALTER TABLE users ADD bio text;\nUPDATE users SET bio = "
    "full_name;\n"
    "ALTER TABLE users ALTER bio SET NOT NULL;\nCREATE VIEW bios AS SELECT bio FROM users;\n";
constexpr const char* change_back = "DROP VIEW bios;\nALTER TABLE users DROP bio;\n";  // and not the rename
constexpr const char* build = "CREATE INDEX CONCURRENTLY users_bio ON users (bio);\n";
constexpr const char* build_back = "DROP INDEX CONCURRENTLY users_bio;\n";

/// `-- mark up`, `-- mark down`.
std::string sections(const std::string& mark, const char* up, const char* down, const std::string& behind = "") {
  return "-- " + mark + "up" + behind + "\n" + up + "-- " + mark + "down" + behind + "\n" + down;
}

}  // namespace

TEST_CASE("a history in each layout leaves the catalogs that the originals leave") {
  test::files in;
  const figures wanted{3, 2, 3, 1};
  SECTION("golang-migrate, sqlx") {
    in.write("1_create.up.sql", create).write("1_create.down.sql", create_back).write("2_change.up.sql", change);
    in.write("2_change.down.sql", change_back).write("10_index.up.sql", build).write("10_index.down.sql", build_back);
    CHECK(replay(read_directory(in.path)) == wanted);
  }
  SECTION("diesel") {
    in.write("2024-01-01-000000_create/up.sql", create).write("2024-01-01-000000_create/down.sql", create_back);
    in.write("2024-01-02-000000_change/up.sql", change).write("2024-01-02-000000_change/down.sql", change_back);
    in.write("2024-01-03-000000_index/up.sql", build).write("2024-01-03-000000_index/down.sql", build_back);
    in.write("2024-01-03-000000_index/metadata.toml", "run_in_transaction = false\n");
    CHECK(replay(read_directory(in.path)) == wanted);
  }
  SECTION("sqlx, one file each") {
    in.write("1_create.sql", create)
        .write("2_change.sql", change)
        .write("3_index.sql", std::string("-- no-transaction\n") + build);
    CHECK(replay(read_directory(in.path)) == figures{3, 2, 0, 0});
  }
  SECTION("Flyway") {
    in.write("V1__create.sql", create).write("U1__create.sql", create_back).write("V1_1__change.sql", change);
    in.write("U1.1__change.sql", change_back).write("V2__index.sql", build).write("U2__index.sql", build_back);
    in.write("R__views.sql", "CREATE OR REPLACE VIEW bios AS SELECT bio, id FROM users;\n");
    CHECK(replay(read_directory(in.path)) == figures{4, 3, 3, 1});
  }
  SECTION("dbmate") {
    in.write("1_create.sql", sections("migrate:", create, create_back))
        .write("2_change.sql", sections("migrate:", change, change_back));
    in.write("3_index.sql", sections("migrate:", build, build_back, " transaction:false"));
    CHECK(replay(read_directory(in.path)) == wanted);
  }
  SECTION("goose") {
    in.write("1_create.sql", sections("+goose ", create, create_back))
        .write("2_change.sql", sections("+goose ", change, change_back));
    in.write("3_index.sql", "-- +goose NO TRANSACTION\n" + sections("+goose ", build, build_back));
    CHECK(replay(read_directory(in.path)) == wanted);
  }
  SECTION("Alembic") {
    in.write("up.sql",
             std::string("BEGIN;\nCREATE TABLE alembic_version (version_num text);\n-- Running upgrade  -> a1\n") +
                 create + "INSERT INTO alembic_version VALUES ('a1');\n-- Running upgrade a1 -> b2\n" + change +
                 "UPDATE alembic_version SET version_num='b2';\nCOMMIT;\n-- Running upgrade b2 -> c3\n" + build +
                 "UPDATE alembic_version SET version_num='c3';\n");
    in.write("down.sql", std::string("-- Running downgrade c3 -> b2\n") + build_back +
                             "-- Running downgrade b2 -> a1\n" + change_back + "-- Running downgrade a1 -> \n" +
                             create_back + "DROP TABLE alembic_version;\n");
    CHECK(replay(read_directory(in.path)) == wanted);
  }
}

TEST_CASE("real histories leave the catalogs that the originals leave") {
  const char* corpora = std::getenv("SKEIN_CORPORA");
  if (!corpora) return;
  const std::map<std::string, figures> known{{"docs_rs", {33, 29, 30, 6}}};
  for (const auto& each : std::filesystem::directory_iterator(corpora)) {
    const std::filesystem::path list = each.path() / "manifest.tsv";
    if (!std::filesystem::exists(list)) continue;
    const std::string name = each.path().filename().string();
    const figures found = replay(read_directory(each.path(), list));
    WARN(name << ": " << found);
    if (const auto wanted = known.find(name); wanted != known.end()) CHECK(found == wanted->second);
  }
}
