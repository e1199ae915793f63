// SPDX-License-Identifier: BSL-1.0
#include "integration/introspect/round_trip.hpp"

#include "support/catch.hpp"

using namespace skein;

TEST_CASE("however large the schema is, it is read in the same 30 round trips at most") {
  run::session s(test::fresh_database());
  int asked = 0;
  s.on_notice([&](std::string_view said) { asked += said.find("LOG:  statement: ") != said.npos; });
  const auto round_trips = [&] {
    asked = 0;
    s.run("SET client_min_messages = log; SET log_statement = 'all'");
    const run::introspected found = run::introspect(s);
    s.run("RESET log_statement");
    return asked - 1;  // RESET is told, too
  };
  const int of_nothing = round_trips();
  s.run(
      "DO $$BEGIN FOR i IN 1..100 LOOP EXECUTE format('CREATE TABLE t%s (id serial PRIMARY KEY, a text CHECK "
      "(length(a) > 5), b integer "
      "REFERENCES t%s); CREATE INDEX ON t%s (lower(a)); CREATE VIEW v%s AS SELECT id FROM t%s', i, greatest(i - 1, 1), "
      "i, i, i); END LOOP; END$$");
  CHECK(round_trips() == of_nothing);
  CHECK(of_nothing > 10);
  CHECK(of_nothing <= 30);
}
