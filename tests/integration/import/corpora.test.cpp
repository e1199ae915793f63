// SPDX-License-Identifier: BSL-1.0
// Real schemas, which are no part of the project: SKEIN_CORPORA names a directory with one in each of its directories,
// as final_schema.pg15.sql. Each is read, written as C++, compiled and created again, and pg_dump says the same of
// both. Without it nothing is done.
#include "integration/import/compiled.hpp"
#include "integration/import/dump.hpp"
#include "integration/introspect/round_trip.hpp"

#include "support/catch.hpp"

#include <cstdlib>

using namespace skein;

TEST_CASE("real schemas are read, and written again as they are") {
  const char* corpora = std::getenv("SKEIN_CORPORA");
  if (!corpora) return;
  run::session(test::server().url())
      .run("DO $$BEGIN CREATE ROLE postgres; EXCEPTION WHEN duplicate_object THEN NULL; END$$");
  std::vector<std::string> names, urls, headers, left;
  for (const auto& each : std::filesystem::directory_iterator(corpora)) {
    const std::filesystem::path schema = each.path() / "final_schema.pg15.sql";
    if (!std::filesystem::exists(schema)) continue;
    names.push_back(each.path().filename().string());
    urls.push_back(test::fresh_database());
    std::ifstream file(schema);
    test::psql(urls.back(), std::string((std::istreambuf_iterator<char>(file)), {}), false);
    run::session original(urls.back());
    const run::introspected found = run::introspect(original, {.owners = true});
    checks::arena in;
    left.push_back(test::said(found.left_out));
    headers.push_back(render::cpp::header_writer(test::written(found.state, in)).whole());
  }
  const std::vector<std::vector<std::string>> statements = test::compiled_history(headers);
  REQUIRE(statements.size() == names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    INFO(names[i] << "\n" << left[i]);
    for (const char* native : {"inheritance ", "foreign key "}) CHECK(left[i].find(native) == std::string::npos);
    const std::string url = test::fresh_database();
    run::session there(url);
    CHECK(test::run_all(there, statements[i]) == "");
    CHECK(test::difference_of_dumps(urls[i], url) == "");
  }
}
