// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

// Every built-in type beside every other one, and two arrays: a foreign key is taken just where the table says so.
TEST_CASE("PostgreSQL takes a foreign key of another type just where the model says it does") {
  run::session session(test::fresh_database());
  std::vector<model::data_type> types;
  std::string names;
  const auto add = [&](const model::data_type& t) {
    const std::string sql = render::type(t);
    if (session.run("SELECT to_regtype('" + sql + "') IS NULL").text(0, 0) == "t") return;
    types.push_back(t);
    names += (names.empty() ? "'" : ", '") + sql + "'";
  };
  for (int i = 0; i < static_cast<int>(model::type_id::named); ++i)
    if (const auto id = static_cast<model::type_id>(i); !model::is_serial(id) && id != model::type_id::mistake)
      add({id});
  for (const model::type_id id :
       {model::type_id::integer, model::type_id::bigint, model::type_id::text, model::type_id::varchar})
    add({.id = id, .dims = 1});
  session.run("CREATE TABLE met (key int, value int)");
  session.run("DO $$ DECLARE\n  types text[] := ARRAY[" + names + R"(];
BEGIN
  FOR a IN 1 .. array_length(types, 1) LOOP
    BEGIN
      EXECUTE format('CREATE TABLE keys (k %s UNIQUE)', types[a]);
    EXCEPTION WHEN undefined_object THEN CONTINUE;
    END;
    FOR b IN 1 .. array_length(types, 1) LOOP
      BEGIN
        EXECUTE format('CREATE TABLE probe (v %s REFERENCES keys (k))', types[b]);
        DROP TABLE probe;
        INSERT INTO met VALUES (a - 1, b - 1);
      EXCEPTION WHEN datatype_mismatch THEN NULL;
      END;
    END LOOP;
    INSERT INTO met VALUES (a - 1, -1);
    DROP TABLE keys;
  END LOOP;
END $$)");
  std::vector<std::vector<bool>> server(types.size(), std::vector<bool>(types.size()));
  std::vector<bool> is_key(types.size());
  const run::rows found = session.run("SELECT key, value FROM met");
  for (std::size_t i = 0; i < found.size(); ++i)
    if (const int value = std::stoi(found.text(i, 1)); value < 0)
      is_key[std::stoul(found.text(i, 0))] = true;
    else
      server[std::stoul(found.text(i, 0))][static_cast<std::size_t>(value)] = true;
  const checks::live_state empty = test::empty_state();
  for (std::size_t a = 0; a < types.size(); ++a)
    for (std::size_t b = 0; is_key[a] && b < types.size(); ++b) {
      INFO(render::type(types[b]) << " to " << render::type(types[a]));
      CHECK(server[a][b] == checks::takes_key(empty, types[a], types[b]));
    }
}

TEST_CASE("a foreign key of another type than its target goes through types and comes back") {
  CHECK(proved<create_table<"users", column<"id", bigint, primary_key>, column<"mail", text, unique>>,
               create_table<"posts", column<"author", integer, references<"users">>,
                            column<"mail", varchar<9>, references<"users", "mail">>>,
               alter_type<"posts", "author", smallint>, alter_type<"users", "id", integer>,
               alter_type<"users", "mail", character<5>>, add_column<"posts", column<"at", date>>,
               create_table<"days", column<"at", timestamptz, unique>>,
               add_constraint<"posts", foreign_key<on<"at">, to<"days", "at">>>>() == "");
  CHECK(proved<create_composite<"pair", attribute<"a", integer>>, create_composite<"twin", attribute<"b", text>>,
               create_table<"keys", column<"k", type_named<"pair">, unique>>,
               create_table<"t", column<"v", type_named<"twin">, references<"keys", "k">>>>() == "");
}

TEST_CASE("the server objects to types that do not meet, also for the length of a revision") {
  CHECK(objection_to<create_table<"users", column<"id", text, primary_key>>,
                     create_table<"posts", column<"author", text, references<"users">>>,
                     alter_type<"users", "id", uuid, using_<"id::uuid">>,
                     alter_type<"posts", "author", uuid, using_<"author::uuid">>>() != "");
  CHECK(objection_to<create_table<"keys", column<"k", array<text>, unique>>,
                     create_table<"t", column<"v", array<varchar<>>, references<"keys", "k">>>>() != "");
}
