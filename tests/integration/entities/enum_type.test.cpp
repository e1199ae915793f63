// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

#include <skein/render/history.hpp>

using namespace skein;
using test::objection_to, test::proved;

TEST_CASE("enum types come, change and go as the model says") {
  CHECK(proved<create_schema<"app s">, create_enum<"mood", "sad", "so so", "it's">, create_enum<qualified("app s", "Größe"), "S", "", "back\\slash">,
               create_enum<"none_at_all">, comment_on_type<"mood", "how it feels">, comment_on_type<"mood", "">,
               create_table<"users", column<"id", bigint, primary_key>, column<"mood", type_named<"mood">, default_<"'sad'">>,
                            column<"moods", array<type_named<"mood">>>>,
               rename_value<"mood", "so so", "fine">, rename_type<"mood", "Feeling">, comment_on_type<"Feeling", "it's">,
               set_type_schema<"Feeling", "app s">, set_type_schema<qualified("app s", "Feeling"), "public">, drop_type<"none_at_all">>() == "");
}

TEST_CASE("labels are added, and stay") {
  CHECK(proved<create_enum<"mood", "a", "c">, add_value<"mood", "b", before<"c">, irreversible<"stays">>,
               add_value<"mood", "B", after<"b">, irreversible<"stays">>, add_value<"mood", "z", irreversible<"stays">>>() == "");
}

TEST_CASE("an added label goes again") {
  CHECK(proved<create_enum<"mood", "a", "c">, comment_on_type<"mood", "how it feels">, add_value<"mood", "b", before<"c">>,
               create_table<"users", column<"id", bigint, primary_key>, column<"mood", type_named<"mood">, default_<"'a'">, check<"mood <> 'c'">>,
                            column<"moods", array<type_named<"mood">>, default_<"'{a,c}'">>>,
               add_value<"mood", "d">, add_value<"mood", "b2", after<"b">>>() == "");
}

TEST_CASE("a type is built anew with what uses it") {
  CHECK(proved<create_schema<"app s">, create_enum<qualified("app s", "Größe"), "S", "it's", "back\\slash", "L">, comment_on_type<qualified("app s", "Größe"), "size">,
               create_table<"sizes", column<"size", type_named<qualified("app s", "Größe")>, primary_key, comment<"of it">>, column<"text", text>>,
               create_table<"things", column<"id", bigint, primary_key>,
                            column<"size", type_named<qualified("app s", "Größe")>, not_null, default_<"'S'">, references<"sizes", "size">>,
                            column<"sizes", array<type_named<qualified("app s", "Größe")>>, default_<"'{S}'">>,
                            column<"large", boolean, generated<"size = 'L'">, comment<"of all">>,
                            column<"Next", type_named<qualified("app s", "Größe")>, generated<"CASE WHEN id > 1 THEN 'L'::\"app s\".\"Größe\" END">>,
                            check_on<"not small", "size <> 'S' OR id > 0">,
                            check_on<"cast", "'S'::\"app s\".\"Größe\" IS NOT NULL">,
                            indexed<"ix", on<"id">, where<"size = 'L'">, comment<"the large">>,
                            indexed<"plain", on<"size", "large">>,
                            indexed<"on generated", on<"large">, unique>,
                            constraint<"k", unique_on<"id", "size">, comment<"kept">>>,
               create_table<"others", column<"id", bigint>, column<"size", type_named<qualified("app s", "Größe")>>,
                            foreign_key<on<"id", "size">, to<"things", "id", "size">>>,
               enable_row_security<"things">, create_policy<"large ones", "things", using_<"size = 'L'">>,
               create_policy<"others", "others", using_<"EXISTS (SELECT 1 FROM things t WHERE t.size = 'L')">>,
               comment_on_policy<"others", "others", "who">,
               create_function<"f", returns_trigger, language<"plpgsql">, body<"BEGIN RETURN NEW; END">>,
               create_trigger<"sized", "things", fires_before<updating_of<"size">>, for_each_row, when<"new.size = 'L'">, calls<"f">, disabled>,
               replace_enum<qualified("app s", "Größe"), labels<"S", "M", "it's", "XL", "L">, map_label<"back\\slash", "XL">>,
               replace_enum<qualified("app s", "Größe"), labels<"L", "S">, loses_data>>() == "");
}

TEST_CASE("a type is built anew in a partitioned table and its partitions") {
  using mood = create_enum<"mood", "sad", "ok">;
  CHECK(proved<mood, create_table<"logs", column<"at", date>, column<"mood", type_named<"mood">, default_<"'sad'">, check<"mood <> 'ok'">>,
                                  column<"sad", boolean, generated<"mood = 'sad'">>, indexed<"ix", on<"at">, where<"mood = 'sad'">>, partition_by_range<"at">>,
               create_partition<"y2026", "logs", values_from<"2026-01-01">, values_to<"2027-01-01">, check_on<"own", "mood IN ('sad')">>,
               create_partition<"y2027", "logs", values_from<"2027-01-01">, values_to<"2028-01-01">, partition_by_range<"at">>,
               create_partition<"half", "y2027", values_from<"2027-01-01">, values_to<"2027-06-01">>,
               set_default<"y2026", "mood", "'ok'">, drop_default<"half", "mood">,
               replace_enum<"mood", labels<"ok", "so so", "sad">>>() == "");
  using by_mood = create_table<"logs", column<"mood", type_named<"mood">>, partition_by_list<"mood">>;
  CHECK(objection_to<mood, by_mood, replace_enum<"mood", labels<"ok", "sad">>>().find("part of the partition key") != std::string::npos);
}

namespace {

struct first : revision<"a", base, "rows",
    create_enum<"mood", "sad", "ok", "glad", "odd">,
    create_table<"users", column<"id", integer, primary_key>, column<"mood", type_named<"mood">>, column<"moods", array<type_named<"mood">>>>,
    execute<"INSERT INTO users VALUES (1, 'sad', '{sad,glad,NULL}'), (2, 'ok', '{{ok},{odd}}'), (3, 'glad', '{}'), (4, 'odd', NULL)",
            undo<"TRUNCATE users">>> {};
struct second : revision<"b", revises<"a">, "labels",
    replace_enum<"mood", labels<"great", "blue", "ok">, map_label<"sad", "blue">, map_label<"glad", "great">, loses_data>> {};
struct third : revision<"c", revises<"b">, "one more", add_value<"mood", "good", before<"ok">>> {};
struct fourth : revision<"d", revises<"c">, "a written down", up<rename_value<"mood", "ok", "fine">>, down<replace_enum<"mood", labels<"great", "blue", "good", "ok">, map_label<"fine", "ok">>>> {};
struct history : chain<first, second, third, fourth> {};

std::string moods_in(run::session& s) {
  return s.run("SELECT string_agg(concat_ws(' ', mood, moods), '; ' ORDER BY id) FROM users").text(0, 0);
}

}  // namespace

TEST_CASE("rows keep their labels, or get those that these are mapped to") {
  static constexpr auto held = history::all;
  const auto all = render::render_history({held.items, history::size});
  run::session s(test::fresh_database());
  const auto run = [&](const std::vector<render::statement>& statements) {
    for (const auto& each : statements) s.run(each.sql);
  };
  run(all[0].up);
  run(all[1].up);
  CHECK(moods_in(s) == "blue {blue,great,NULL}; ok {{ok},{NULL}}; great {}; ");
  CHECK(s.run("SELECT string_agg(mood::text, ' ' ORDER BY mood) FROM users").text(0, 0) == "great blue ok");
  run(all[2].up);
  run(all[3].up);
  run(all[3].down);
  s.run("UPDATE users SET mood = 'good' WHERE id = 4");
  s.run("BEGIN");
  CHECK_THROWS_WITH(run(all[2].down), Catch::Contains("invalid input value for enum mood: \"good\""));
  s.run("ROLLBACK");
  CHECK(moods_in(s) == "blue {blue,great,NULL}; ok {{ok},{NULL}}; great {}; good");
  s.run("UPDATE users SET mood = NULL WHERE id = 4");
  run(all[2].down);
  run(all[1].down);
  CHECK(moods_in(s) == "sad {sad,glad,NULL}; ok {{ok},{NULL}}; glad {}; ");
  CHECK(s.run("SELECT count(*) FROM pg_type WHERE typname LIKE '%mood%'").text(0, 0) == "2");
}

TEST_CASE("PostgreSQL refuses what is refused of labels") {
  using mood = create_enum<"mood", "sad", "ok">;
  using users = create_table<"users", column<"id", bigint, primary_key>, column<"mood", type_named<"mood">>, column<"moods", array<type_named<"mood">>>>;
  const auto contains = [](const std::string& text, const char* words) { return text.find(words) != text.npos; };
  CHECK(contains(objection_to<mood, users, set_default<"users", "mood", "'okay'">>(), "invalid input value for enum mood"));
  CHECK(contains(objection_to<mood, users, set_default<"users", "moods", "'{okay}'">>(), "invalid input value for enum mood"));
  CHECK(contains(objection_to<mood, users, add_constraint<"users", check_on<"c", "mood IN ('sad', 'okay')">>>(), "invalid input value for enum mood"));
  CHECK(contains(objection_to<mood, users, create_index<"ix", "users", on<"id">, where<"'okay' = mood">>>(), "invalid input value for enum mood"));
  CHECK(contains(objection_to<mood, create_domain<"d", type_named<"mood">, default_<"'okay'">>>(), "invalid input value for enum mood"));
  CHECK(contains(objection_to<mood, create_domain<"d", type_named<"mood">, check<"value <> 'okay'">>>(), "invalid input value for enum mood"));
  CHECK(contains(objection_to<mood, users, create_policy<"p", "users", using_<"mood = 'okay'">>>(), "invalid input value for enum mood"));
  CHECK(contains(objection_to<mood, users, add_value<"mood", "glad">, set_default<"users", "mood", "'glad'">>(), "unsafe use of new value"));
  CHECK(contains(objection_to<mood, users, add_value<"mood", "glad">, create_index<"ix", "users", on<"id">, where<"mood = 'glad'">>>(), "unsafe use of new value"));
  CHECK(contains(objection_to<mood, add_value<"mood", "glad">, create_domain<"d", type_named<"mood">, default_<"'glad'">>>(), "unsafe use of new value"));
  CHECK(contains(objection_to<mood, users, set_default<"users", "mood", "'sad'">, replace_enum<"mood", labels<"ok">, map_label<"sad", "ok">>>(), "invalid input value for enum mood"));
  CHECK(contains(objection_to<mood, create_domain<"d", type_named<"mood">>, replace_enum<"mood", labels<"ok", "sad">>>(), "other objects depend on it"));
  CHECK(contains(objection_to<mood, create_composite<"c", attribute<"m", type_named<"mood">>>, replace_enum<"mood", labels<"ok", "sad">>>(), "other objects depend on it"));
  CHECK(contains(objection_to<mood, create_function<"f", arguments<type_named<"mood">>, returns<integer>, language<"sql">, body<"SELECT 1">>,
                              replace_enum<"mood", labels<"ok", "sad">>>(), "other objects depend on it"));
  CHECK(contains(objection_to<mood, users, create_object<"view", "v", uses<"users", "mood">, create<"CREATE VIEW v AS SELECT mood FROM users">, drop<"DROP VIEW v">>,
                              replace_enum<"mood", labels<"ok", "sad">>>(), "used by a view or rule"));
}

TEST_CASE("PostgreSQL holds a label that an expression names under its new name") {
  run::session s(test::fresh_database());
  s.run("CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (m mood DEFAULT 'sad' CHECK (m <> 'ok')); ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'");
  s.run("ALTER TYPE mood RENAME VALUE 'ok' TO 'fine'");
  CHECK(s.run("SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = 't'::regclass").text(0, 0) == "'blue'::mood");
  CHECK(s.run("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 't'::regclass").text(0, 0) == "CHECK ((m <> 'fine'::mood))");
}
