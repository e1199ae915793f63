// SPDX-License-Identifier: BSL-1.0
#include <skein/check/tables/conversion.hpp>

#include "support/catch.hpp"
#include "support/server.hpp"

#include <skein/run/pqxx.hpp>

using namespace skein;
using model::type_id;

// Every built-in type into every other one: ALTER COLUMN TYPE without USING succeeds just where the table says so.
TEST_CASE("PostgreSQL converts without USING what the model says it does, and nothing else") {
  run::session session(test::fresh_database());
  const bool old_char = session.server_version() < 150000;  // "char" was a text to which everything could be assigned
  std::vector<type_id> ids;
  std::string names;
  for (int i = 0; i < static_cast<int>(type_id::named); ++i) {
    const auto id = static_cast<type_id>(i);
    const std::string sql = model::type_table[i].sql;
    if (model::is_serial(id) || id == type_id::mistake || (old_char && id == type_id::internal_char)) continue;
    if (session.run("SELECT to_regtype('" + sql + "') IS NULL").text(0, 0) == "t") continue;
    ids.push_back(id);
    names += (names.empty() ? "'" : ", '") + sql + "'";
  }
  session.run("CREATE TABLE converted (source int, target int)");
  session.run("DO $$ DECLARE\n  types text[] := ARRAY[" + names + R"(];
BEGIN
  FOR a IN 1 .. array_length(types, 1) LOOP
    EXECUTE format('CREATE TABLE probe (c %s)', types[a]);
    FOR b IN 1 .. array_length(types, 1) LOOP
      BEGIN
        EXECUTE format('ALTER TABLE probe ALTER COLUMN c TYPE %s', types[b]);
        EXECUTE format('ALTER TABLE probe ALTER COLUMN c TYPE %s USING NULL', types[a]);
        INSERT INTO converted VALUES (a - 1, b - 1);
      EXCEPTION WHEN datatype_mismatch THEN NULL;
      END;
    END LOOP;
    DROP TABLE probe;
  END LOOP;
END $$)");
  std::vector<std::vector<bool>> server(ids.size(), std::vector<bool>(ids.size()));
  const run::rows found = session.run("SELECT source, target FROM converted");
  for (std::size_t i = 0; i < found.size(); ++i) server[std::stoul(found.text(i, 0))][std::stoul(found.text(i, 1))] = true;
  for (std::size_t a = 0; a < ids.size(); ++a)
    for (std::size_t b = 0; b < ids.size(); ++b) {
      INFO(model::type_table[static_cast<int>(ids[a])].sql << " to " << model::type_table[static_cast<int>(ids[b])].sql);
      CHECK(server[a][b] == (checks::convert({ids[a]}, {ids[b]}) != checks::conversion::none));
    }
}
