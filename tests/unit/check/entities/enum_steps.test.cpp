// SPDX-License-Identifier: BSL-1.0
#include <skein/check/entities/enum_steps.hpp>

#include "support/catch.hpp"
#include "unit/check/moods.hpp"

namespace {

using namespace skein;
using test::after, test::judged;

using start = test::moods;
using no_way = irreversible<"labels stay">;

TEST_CASE("a label is added beside one that is there") {
  CHECK(after<start, add_value<"mood", "fine", no_way>>() == "none");
  CHECK(after<start, add_value<"mood", "fine", before<"ok">, no_way>, add_value<"mood", "so so", skein::after<"fine">, no_way>>() == "none");
  CHECK(after<start, add_value<"mood", "ok", no_way>>() == "label_exists in 1.0: table mood, is type, text ok");
  CHECK(after<start, add_value<"mood", "fine", before<"okay">, no_way>>() == "no_label in 1.0: table mood, is type, text okay");
  CHECK(after<start, add_value<"moods", "fine", no_way>>() == "no_entity in 1.0: table moods, is type, hint mood");
  CHECK(after<start, rename_value<"mood", "ok", "fine">, rename_value<"mood", "fine", "good">>() == "none");
  CHECK(after<start, rename_value<"mood", "ok", "fine">, rename_value<"mood", "ok", "good">>() == "no_label in 1.1: table mood, is type, text ok");
  CHECK(after<start, rename_value<"mood", "ok", "sad">>() == "label_exists in 1.0: table mood, is type, text sad");
}

TEST_CASE("an added label can be taken back where the type can be built anew") {
  using takes = create_function<"f", arguments<type_named<"mood">>, returns<integer>, language<"sql">, body<"SELECT 1">>;
  CHECK(after<start, add_value<"mood", "fine">>() == "none");
  CHECK(after<start, takes, add_value<"mood", "fine">>() == "type_kept in 1.1: table mood, is type, used by function f");
  CHECK(after<start, takes, add_value<"mood", "fine", no_way>>() == "none");
  CHECK(judged<start, revision<"b", revises<"a">, "", up<add_value<"mood", "fine">>, down<replace_enum<"mood", labels<"sad", "ok">>>>>() == "none");
  CHECK(judged<start, revision<"b", revises<"a">, "", up<add_value<"mood", "fine">>, down<replace_enum<"mood", labels<"ok", "sad">>>>>() ==
        "down_differs in 1.0 down: left entity_differs, table mood, is type");
}

TEST_CASE("a label that expressions name keeps its name") {
  using names = set_default<"users", "mood", "'ok'">;
  CHECK(after<start, names, rename_value<"mood", "sad", "blue">>() == "none");
  CHECK(after<start, names, rename_value<"mood", "ok", "fine">>() == "label_named in 1.1: table mood, is type, used by column users.mood, text ok");
  CHECK(after<start, names, drop_default<"users", "mood">, rename_value<"mood", "ok", "fine">, set_default<"users", "mood", "'fine'">>() == "none");
  // Whatever the column is called meanwhile.
  using renamed = steps<add_constraint<"users", check_on<"c", "mood <> 'ok'">>, rename_column<"users", "mood", "is feeling">>;
  CHECK(after<start, renamed, rename_value<"mood", "ok", "fine">>() == "label_named in 1.1: table mood, is type, used by expression users.c, text ok");
  CHECK(after<start, renamed, replace_enum<"mood", labels<"sad">, map_label<"ok", "sad">>>() == "no_label in 1.1: table mood, is type, used by expression users.c, text ok");
}

TEST_CASE("a table that is partitioned by labels keeps their type") {
  using logs = create_table<"logs", column<"mood", type_named<"mood">>, partition_by_list<"mood">>;
  CHECK(after<start, logs, replace_enum<"mood", labels<"ok", "sad">>>() == "type_kept in 1.1: table mood, is type, used by column logs.mood");
  CHECK(after<start, logs, add_value<"mood", "glad">>() == "type_kept in 1.1: table mood, is type, used by column logs.mood");
  CHECK(after<start, logs, add_value<"mood", "glad", no_way>>() == "none");
}

TEST_CASE("labels go, come and change places") {
  using unused = create_enum<"lonely", "a", "b">;
  CHECK(after<start, replace_enum<"mood", labels<"ok", "sad">>>() == "none");
  CHECK(after<start, replace_enum<"mood", labels<"sad", "ok">>>() == "no_effect in 1.0: table mood, is type");
  CHECK(after<start, replace_enum<"mood", labels<"sad">>>() == "loses_data in 1.0: table mood, is type, text ok");
  CHECK(after<start, replace_enum<"mood", labels<"sad">, loses_data>>() == "none");
  CHECK(after<start, loses_data, replace_enum<"mood", labels<"sad">>>() == "none");
  CHECK(after<start, unused, replace_enum<"lonely", labels<"b">>>() == "none");
  CHECK(after<start, replace_enum<"mood", labels<"sad">, map_label<"ok", "sad">>>() == "none");
  CHECK(after<start, replace_enum<"mood", labels<"sad", "fine">, map_label<"ok", "fine">>, set_default<"users", "mood", "'fine'">>() == "none");
  CHECK(after<start, replace_enum<"mood", labels<"sad", "fine", "sad">, map_label<"ok", "fine">>>() == "label_exists in 1.0: table mood, is type, text sad");
  CHECK(after<start, replace_enum<"mood", labels<"sad">, map_label<"okay", "sad">>>() == "no_label in 1.0: table mood, is type, text okay");
  CHECK(after<start, replace_enum<"mood", labels<"sad">, map_label<"ok", "glad">>>() ==
        "malformed in 1.0: table mood, is type, text maps to a label that is not among the new ones");
  CHECK(after<start, replace_enum<"mood", labels<"sad", "ok", "x">, map_label<"ok", "sad">>>() ==
        "malformed in 1.0: table mood, is type, text keeps a label that is mapped to another; map those that go");
  CHECK(after<start, replace_enum<"mood", labels<"sad">, map_label<"ok", "sad">, map_label<"ok", "sad">>>() == "malformed in 1.0: table mood, is type, text maps a label twice");
  CHECK(after<start, replace_enum<"mode", labels<"sad">>>() == "no_entity in 1.0: table mode, is type, hint mood");
}

TEST_CASE("a label that is a bound keeps its name") {
  using parted = test::first<create_enum<"mood", "sad", "it's ok">, create_table<"t", column<"m", type_named<"mood">>, partition_by_list<"m">>,
                       create_partition<"p", "t", values_in<"it's ok">>>;
  CHECK(after<parted, rename_value<"mood", "it's ok", "ok">>() == "label_named in 1.0: table mood, is type, used by column t.m, text it's ok");
  CHECK(after<parted, rename_value<"mood", "sad", "ok">>() == "none");
}

TEST_CASE("what would name a label that goes, or keeps the type, is said") {
  using names = set_default<"users", "moods", "'{ok,sad}'">;
  CHECK(after<start, names, replace_enum<"mood", labels<"ok">, map_label<"sad", "ok">>>() ==
        "no_label in 1.1: table mood, is type, used by column users.moods, text sad");
  CHECK(after<start, create_domain<"d", type_named<"mood">>, create_composite<"c", attribute<"m", type_named<"mood">>>, replace_enum<"mood", labels<"ok", "sad">>>() ==
        "type_kept in 1.2: table mood, is type, used by domain d, used by type c");
  CHECK(after<start, create_object<"view", "v", uses<"users", "mood">, create<"CREATE VIEW v AS SELECT mood FROM users">, skein::drop<"DROP VIEW v">>,
              replace_enum<"mood", labels<"ok", "sad">>>() == "type_kept in 1.1: table mood, is type, used by object v");
  CHECK(after<start, create_object<"view", "v", uses<"users", "id">, create<"CREATE VIEW v AS SELECT id FROM users">, skein::drop<"DROP VIEW v">>,
              replace_enum<"mood", labels<"ok", "sad">>>() == "none");
}

}  // namespace
