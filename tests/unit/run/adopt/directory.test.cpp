// SPDX-License-Identifier: BSL-1.0
#include <skein/run/adopt/directory.hpp>

#include "support/catch.hpp"
#include "unit/run/adopt/files.hpp"

namespace fs = std::filesystem;
using namespace skein::run::adoption;
using skein::test::containing;
using skein::test::files;

namespace {

migration_directory read(const files& in, const std::string& order = "") {
  return read_directory(in.path, order.empty() ? fs::path() : in.path / order);
}
/// `1 message [up] [down]` of each migration.
std::string said(const migration_directory& of) {
  std::string out;
  for (const sql_migration& m : of.migrations) {
    const auto text = [](const sql_source& s) {
      return std::string(trimmed(s.sql)) + (s.transactional ? "" : " alone");
    };
    out += m.id + " " + m.message + " [" + text(m.up) + "]" + (m.down ? " [" + text(*m.down) + "]" : "") + "\n";
  }
  return out;
}
std::string refused(const files& in, const std::string& order = "") try {
  return "taken: " + said(read(in, order));
} catch (const skein::run::unadoptable& fault) {
  std::string text = fault.what();
  for (std::size_t at; (at = text.find(in.path.string() + "/")) != text.npos;)
    text.erase(at, in.path.string().size() + 1);
  return text;
}

}  // namespace

TEST_CASE("pairs of golang-migrate and sqlx", "[run][adopt]") {
  files in;
  in.write("10_late.up.sql", "ten")
      .write("9_early.up.sql", "nine")
      .write("9_early.down.sql", "back")
      .write("README.md", "");
  in.write("010000_last-of-all.up.sql", "-- no-transaction\nlast");
  const migration_directory found = read(in);
  CHECK(found.what == layout::pairs);
  CHECK(said(found) == "9 early [nine] [back]\n10 late [ten]\n010000 last of all [-- no-transaction\nlast alone]\n");
  CHECK(found.passed_over == std::vector<std::string>{"README.md"});
}

TEST_CASE("one file each, as of sqlx", "[run][adopt]") {
  files in;
  in.write("20240101000000_a.sql", "CREATE TABLE a ();").write("20240102000000_b.sql", "");
  CHECK(read(in).what == layout::single);
  CHECK(said(read(in)) == "20240101000000 a [CREATE TABLE a ();]\n20240102000000 b []\n");
}

TEST_CASE("directories of diesel", "[run][adopt]") {
  files in;
  in.write("2023-01-02-030405_add_users/up.sql", "users").write("2023-01-02-030405_add_users/down.sql", "none");
  in.write("00000000000000_diesel_initial_setup/up.sql", "first")
      .write("00000000000000_diesel_initial_setup/metadata.toml", "run_in_transaction = false\n");
  in.write(".keep", "");
  CHECK(read(in).what == layout::directories);
  CHECK(said(read(in)) ==
        "00000000000000 diesel initial setup [first alone]\n20230102030405 add users [users] [none]\n");
}

TEST_CASE("Flyway: undo, repeatable, settings of one migration", "[run][adopt]") {
  files in;
  in.write("V1__a.sql", "one").write("V1_10__c.sql", "ten").write("V1.2__b.sql", "two").write("U1_2__b.sql", "undo");
  in.write("R__views.sql", "views").write("V2__d.sql", "alone").write("V2__d.sql.conf", "executeInTransaction=false\n");
  CHECK(read(in).what == layout::flyway);
  CHECK(said(read(in)) == "1 a [one]\n1.2 b [two] [undo]\n1.10 c [ten]\n2 d [alone alone]\nR__views views [views]\n");
}

TEST_CASE("sections of dbmate", "[run][adopt]") {
  files in;
  in.write("20240101000000_a.sql", "-- what it does\n-- migrate:up\nup;\n-- migrate:down\r\ndown;\n");
  in.write("20240102000000_b.sql", "-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY i ON a (x);\n");
  CHECK(read(in).what == layout::dbmate);
  CHECK(said(read(in)) ==
        "20240101000000 a [up;] [down;]\n20240102000000 b [CREATE INDEX CONCURRENTLY i ON a (x); alone]\n");
}

TEST_CASE("sections of goose", "[run][adopt]") {
  files in;
  in.write("00001_a.sql",
           "-- +goose Up\n-- +goose StatementBegin\nDO $$ BEGIN NULL; END $$;\n-- +goose StatementEnd\n-- +goose "
           "Down\nback;");
  in.write("00002_b.sql", "-- +goose NO TRANSACTION\n-- +goose Up\nup;\n");
  CHECK(read(in).what == layout::goose);
  CHECK(said(read(in)) == "00001 a [DO $$ BEGIN NULL; END $$;] [back;]\n00002 b [up; alone]\n");
}

TEST_CASE("a script of Alembic, without its bookkeeping", "[run][adopt]") {
  files in;
  in.write("up.sql",
           "BEGIN;\n\nCREATE TABLE alembic_version (\n    version_num VARCHAR(32) NOT NULL\n);\n\n"
           "-- Running upgrade  -> ae10, add users\n\nCREATE TABLE users (x text DEFAULT 'a;b');\n\n"
           "INSERT INTO alembic_version (version_num) VALUES ('ae10') RETURNING alembic_version.version_num;\n\n"
           "-- Running upgrade ae10 -> 1bf2\n\nALTER TABLE users ADD y int;\n\n"
           "UPDATE alembic_version SET version_num='1bf2' WHERE alembic_version.version_num = 'ae10';\n\nCOMMIT;\n");
  in.write("down.sql",
           "BEGIN;\n\n-- Running downgrade 1bf2 -> ae10\n\nALTER TABLE users DROP y;\n\n"
           "UPDATE alembic_version SET version_num='ae10' WHERE alembic_version.version_num = '1bf2';\n\nCOMMIT;\n");
  CHECK(read(in).what == layout::alembic);
  CHECK(
      said(read(in)) ==
      "ae10 add users [CREATE TABLE users (x text DEFAULT 'a;b');]\n1bf2  [ALTER TABLE users ADD y int;] [ALTER TABLE "
      "users DROP y;]\n");
  CHECK(said(read_directory(in.path / "up.sql")).starts_with("ae10 add users ["));
  in.write("down.sql", "-- Running downgrade 77 -> ae10\nSELECT 1;\n");
  CHECK(refused(in) == "down.sql:1: 77 has a way down and no way up; give the script of the way up as well");
}

TEST_CASE("a list of files", "[run][adopt]") {
  files in;
  in.write("list.tsv", "seq\trevision\tup\tdown\n1\t0001_first\tx/a.sql\tx/b.sql\n2\t0002_second-one\tx/c.sql\t\n");
  in.write("x/a.sql", "a").write("x/b.sql", "b").write("x/c.sql", "c").write("other.sql", "not listed");
  CHECK(said(read(in, "list.tsv")) == "0001 first [a] [b]\n0002 second one [c]\n");
  in.write("list.tsv", "revision\tup\n1_a\tx/a.sql\n1_b\tx/c.sql\n");
  CHECK(said(read(in, "list.tsv")) == "1_a a [a]\n1_b b [c]\n");
  in.write("list.tsv", "revision\tup\n1_a\tx/a.sql\n1_a\tx/c.sql\n");
  CHECK(refused(in, "list.tsv") == "list.tsv:3: 1_a is there twice");
  in.write("list.tsv", "revision\tup\n1_a\n");
  CHECK(refused(in, "list.tsv") == "list.tsv:2: up is empty");
  in.write("list.tsv", "1_a.sql\n");
  CHECK(refused(in, "list.tsv") ==
        "list.tsv:1: no field is called revision; the first line names the fields, with tabs "
        "between them: revision up down");
}

TEST_CASE("what is not as it should be is one sentence that names the file", "[run][adopt]") {
  const auto of = [](const std::string& name, const std::string& text, const std::string& second = "") {
    files in;
    in.write(name, text);
    if (!second.empty()) in.write(second, text);
    return refused(in);
  };
  CHECK_THAT(of("README", "nothing"), containing("there is no migration in it"));
  CHECK_THAT(refused(files()), containing("there is no migration in it"));
  CHECK(of("1_a.up.sql", "", "V1__a.sql") ==
        "V1__a.sql: it is of another layout than 1_a.up.sql: V1__name.sql, as of Flyway, "
        "not pairs of .up.sql and .down.sql, as of golang-migrate and sqlx");
  CHECK(of("1_a.up.sql", "", "001_b.up.sql") == "1_a.up.sql: it has the number of 001_b.up.sql");
  CHECK(of("1_a.down.sql", "", "2_a.up.sql") == "1_a.down.sql: there is a way down and no way up");
  CHECK(of("1_a.sql", "", "notes.sql") ==
        "notes.sql: its name is that of no migration; move it away, or list the files that count with --order");
  CHECK(of("1_a.sql", "", "2_b.go") ==
        "2_b.go: it is a program, which adopt cannot run; write what it does as SQL, and list the files with --order");
  CHECK(of("1_a.sql", "", "old/2_b.sql") ==
        "old/2_b.sql: a directory in a directory of migrations has up.sql in it, or no SQL at all");
  CHECK(of("1_a.sql", "-- +goose Up\n-- migrate:up\n") == "1_a.sql: it has the marks of dbmate and those of goose");
  CHECK(of("1_a.sql", "SELECT 1;\n-- +goose Up\n") == "1_a.sql:1: SQL before the first -- +goose up belongs to no way");
  CHECK(of("1_a.sql", "-- +goose Up\n-- +goose ENVSUB ON\n") ==
        "1_a.sql:2: -- +goose ENVSUB ON is not known; take it out, or write what it does");
  CHECK(of("1_a.sql", "-- migrate:down\n") == "1_a.sql has no -- migrate:up");
  CHECK(of("1_a.sql", "-- migrate:up\n\n-- migrate:up\n") == "1_a.sql:3: -- migrate:up is there twice");
}

TEST_CASE("what is no text is refused, and what is text stays as it is", "[run][adopt]") {
  const auto up = [](const std::string& text) {
    files in;
    in.write("1_a.sql", text);
    const std::string fault = refused(in);
    return fault.starts_with("taken") ? read(in).migrations[0].up.sql : fault;
  };
  CHECK(up("\xEF\xBB\xBFSELECT 'a\r\nb';\r\n") == "SELECT 'a\r\nb';\r\n");
  CHECK(up("") == "");
  CHECK(up("SELECT 'ü€𝄞';") == "SELECT 'ü€𝄞';");
  CHECK(up("SELECT 'never closed") == "SELECT 'never closed");
  for (const char* odd : {"\n\xFC", "\n\xC0\xAF", "\n\xED\xA0\x80", "\n\xF5\x80\x80\x80", "\n\xE2\x82"})
    CHECK(up(odd) == "1_a.sql:2: it is not UTF-8 text; convert it first, for example with iconv");
  CHECK_THAT(up(std::string("a\0b", 3)), containing("1_a.sql:1: it is not UTF-8"));
  CHECK_THAT(up(std::string(largest_file + 1, ' ')), containing("1_a.sql has 16 MB"));
}

TEST_CASE("links that lead nowhere and directories in the place of files", "[run][adopt]") {
  files in;
  fs::create_symlink("2_b.sql", in.path / "1_a.sql");
  fs::create_symlink("1_a.sql", in.path / "2_b.sql");
  CHECK_THAT(refused(in), containing("1_a.sql cannot be read: "));
  files other;
  fs::create_directory(other.path / "1_a.up.sql");
  CHECK_THAT(refused(other), containing("there is no migration in it"));
  CHECK_THAT(refused(other, "absent.tsv"), containing("absent.tsv cannot be read: "));
}
