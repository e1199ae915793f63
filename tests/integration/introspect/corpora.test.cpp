// SPDX-License-Identifier: BSL-1.0
// Real schemas, which are no part of the project: SKEIN_CORPORA names a directory with one in each of its directories,
// as final_schema.pg15.sql. Each is read and written again, and pg_dump says the same of both. Without it nothing is
// done.
#include "integration/introspect/round_trip.hpp"
#include "unit/render/psql.hpp"

#include "support/catch.hpp"

#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <sstream>

using namespace skein;

namespace {

/// `pg_dump -s` in lines, without those that differ from run to run: the key of \restrict.
std::vector<std::string> dump_of(const std::string& url) {
  const auto own = test::server().binaries() / "pg_dump";
  const std::string program = std::filesystem::exists(own) ? own.string() : "pg_dump";
  std::FILE* pipe = ::popen((program + " -s --no-owner '" + url + "'").c_str(), "r");
  std::string all;
  char buffer[4096];
  while (const auto n = std::fread(buffer, 1, sizeof buffer, pipe)) all.append(buffer, n);
  ::pclose(pipe);
  std::istringstream text(all);
  std::vector<std::string> out;
  for (std::string line; std::getline(text, line);)
    if (line.find("restrict ") == line.npos) out.push_back(line);
  return out;
}

/// What a database that is written from what was read has otherwise than a restored dump of the original.
std::string identity_of(const std::filesystem::path& schema, std::string& left) {
  const std::string original = test::fresh_database(), restored = test::fresh_database(),
                    written = test::fresh_database();
  std::ifstream file(schema);
  const std::string sql((std::istreambuf_iterator<char>(file)), {});
  test::psql(original, sql, false);
  run::session first(original), second(written);
  const run::introspected found = run::introspect(first);
  left = test::said(found.left_out);
  if (const std::string refused = test::run_all(second, test::creation_sql(found.state)); !refused.empty())
    return refused;
  test::psql(restored, test::text_of(dump_of(original)), false);
  const std::vector<std::string> wanted = dump_of(restored), got = dump_of(written);
  std::string out;
  for (std::size_t i = 0; i < std::max(wanted.size(), got.size()) && out.empty(); ++i) {
    const std::string a = i < wanted.size() ? wanted[i] : "its end", b = i < got.size() ? got[i] : "its end";
    if (a != b) out = "the dumps differ first at line " + std::to_string(i) + "\n- " + a + "\n+ " + b;
  }
  return wanted.size() < 30 ? "the original is empty" : out;
}

}  // namespace

TEST_CASE("real schemas are read, and written again as they are") {
  const char* corpora = std::getenv("SKEIN_CORPORA");
  if (!corpora) return;
  run::session(test::server().url())
      .run("DO $$BEGIN CREATE ROLE postgres; EXCEPTION WHEN duplicate_object THEN NULL; END$$");
  for (const auto& each : std::filesystem::directory_iterator(corpora)) {
    const std::filesystem::path schema = each.path() / "final_schema.pg15.sql";
    if (!std::filesystem::exists(schema)) continue;
    std::string left;
    const std::string differs = identity_of(schema, left);
    INFO(each.path().filename().string() << "\n" << left);
    CHECK(differs == "");
  }
}
