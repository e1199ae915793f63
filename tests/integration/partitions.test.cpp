// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

using events = create_table<"events", column<"id", bigint, not_null>, column<"at", date, not_null>, column<"n", integer, default_<"7">>, column<"note", text>,
                            constraint<"positive", check<"n > 0">>, primary_key_on<"id", "at">, indexed<automatic, on<"n">>,
                            indexed<automatic, on<expression("lower(note)")>, where<"n > 7">>, partition_by_range<"at">>;
using y2026 = create_partition<"events_2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">>;
using y2027 = create_partition<"events_2027", "events", values_from<"2027-01-01">, values_to<"2028-01-01">>;
using old_events = create_table<"old", column<"note", text>, column<"id", bigint, not_null>, column<"at", date, not_null>, column<"n", integer, default_<"8">>,
                                constraint<"positive", check<"n > 0">>, indexed<"old n", on<"n">>, constraint<"old pk", primary_key_on<"id", "at">>>;
using attach_old = attach_partition<"events", "old", values_from<minvalue>, values_to<"2026-01-01">>;

TEST_CASE("partitions come and go") {
  CHECK(proved<events, y2026, y2027, create_partition<"rest", "events", default_partition>, drop_table<"events_2026", loses_data>>() == "");
  CHECK(proved<events, y2026, y2027, drop_table<"events", loses_data>>() == "");
  CHECK(proved<events, create_schema<"s">, create_partition<qualified("s", "e"), "events", values_from<"2026-01-01">, values_to<maxvalue>, check_on<"own", "n < 9">, unique_on<"id">, indexed<"ix", on<"note">>,
                                                            parameter<"fillfactor", "70">, comment<"it's">>,
               rename_table<"events", "Events">, set_schema<"Events", "s">, rename_table<qualified("s", "e"), "f">, drop_table<qualified("s", "f"), loses_data>>() == "");
}

TEST_CASE("uuids are ordered as PostgreSQL orders them") {
  CHECK(proved<create_table<"t", column<"id", uuid>, partition_by_range<"id">>,
               create_partition<"low", "t", values_from<"00000000-0000-0000-0000-000000000000">, values_to<"80000000-0000-0000-0000-000000000000">>,
               create_partition<"mid", "t", values_from<"80000000-0000-0000-0000-000000000000">, values_to<"a0000000-0000-0000-0000-000000000000">>,
               create_partition<"high", "t", values_from<"a0000000-0000-0000-0000-000000000000">, values_to<maxvalue>>, drop_table<"mid", loses_data>>() == "");
}

TEST_CASE("numbers with a point and labels are bounds, in the order that PostgreSQL has") {
  CHECK(proved<create_table<"t", column<"n", numeric<>>, partition_by_range<"n">>, create_partition<"low", "t", values_from<minvalue>, values_to<"-0.5">>,
               create_partition<"mid", "t", values_from<"-0.5">, values_to<"0.25">>, create_partition<"high", "t", values_from<"0.25">, values_to<7>>>() == "");
  using moods = create_enum<"mood", "sad", "ok", "glad">;
  CHECK(proved<moods, create_table<"r", column<"m", type_named<"mood">>, partition_by_range<"m">>, create_partition<"r1", "r", values_from<"sad">, values_to<"ok">>,
               create_partition<"r2", "r", values_from<"ok">, values_to<maxvalue>>, create_table<"l", column<"m", type_named<"mood">>, partition_by_list<"m">>,
               create_partition<"l1", "l", values_in<"glad", nullptr>>, drop_table<"r2", loses_data>>() == "");
  CHECK(objection_to<moods, create_table<"r", column<"m", type_named<"mood">>, partition_by_range<"m">>, create_partition<"r1", "r", values_from<"glad">, values_to<"ok">>>() != "");
  CHECK(objection_to<moods, create_table<"r", column<"m", type_named<"mood">>, partition_by_list<"m">>, create_partition<"r1", "r", values_in<"angry">>>() != "");
}

TEST_CASE("every strategy has its bounds") {
  CHECK(proved<create_table<"l", column<"a", text>, column<"b", integer>, partition_by_list<expression("lower(a)")>>, create_partition<"l1", "l", values_in<"a", "it's", nullptr>>,
               create_partition<"l2", "l", values_in<"b">, partition_by_list<"b">, check_on<"c", "b > 0">>, create_partition<"l21", "l2", values_in<1, 2>>, create_partition<"l22", "l2", default_partition>,
               create_partition<"l3", "l", default_partition, partition_by_hash<"a", "b">>, create_partition<"l31", "l3", modulus<2, 0>>, create_partition<"l32", "l3", modulus<4, 1>>>() == "");
  CHECK(proved<create_table<"r", column<"a", integer>, column<"b", text, collate<"C">>, column<"t", timestamptz>, partition_by_range<"a", "b">>,
               create_partition<"r1", "r", values_from<minvalue, minvalue>, values_to<1, "B">>, create_partition<"r2", "r", values_from<1, "B">, values_to<1, "a">>,
               create_partition<"r3", "r", values_from<1, "a">, values_to<1, maxvalue>>, create_partition<"r4", "r", values_from<1, maxvalue>, values_to<7, minvalue>>,
               create_partition<"r5", "r", values_from<7, minvalue>, values_to<maxvalue, maxvalue>, partition_by_range<"t">>,
               create_partition<"r51", "r5", values_from<"2026-01-01 00:00:00+01">, values_to<"2026-01-01 00:00+00">>,
               create_partition<"r52", "r5", values_from<"2026-01-01T00:00:00Z">, values_to<"2026-01-01 00:00:00.5Z">>>() == "");
}

TEST_CASE("what comes to a partitioned table comes to its partitions") {
  CHECK(proved<create_table<"users", column<"id", bigint, primary_key>>, create_enum<"mood", "sad">, events, y2026,
               create_partition<"events_2027", "events", values_from<"2027-01-01">, values_to<"2028-01-01">, partition_by_range<"id">>,
               create_partition<"seven", "events_2027", values_from<7>, values_to<8>>,
               add_column<"events", column<"c", text, not_null, default_<"'x'">, check<"c <> ''">>>, add_column<"events", column<"m", type_named<"mood">>>,
               add_column<"events", column<"g", integer, generated<"n + 1">>>, add_column<"events", column<"s", serial>>, add_column<"events", column<"user", bigint, references<"users">>>,
               rename_column<"events", "n", "count">, create_index<"by_c", "events", on<desc("c"), "id">, include<"count">>, add_column<"events", column<"w", varchar<9>>>, create_index<automatic, "events", on<"w">>, alter_type<"events", "w", text>, create_index<automatic, "events", on<"at", "id">, unique>,
               add_constraint<"events", constraint<automatic, unique_on<"c", "at", "id">>>, add_constraint<"events", check_on<"m", "c <> 'm'">>, rename_constraint<"events", "m", "not m">,
               rename_constraint<"events_2026", "events_2026_pkey", "pk 2026">, rename_index<"events_2026_c_id_count_idx", "ix 2026">, comment_on_index<"ix 2026", "here">,
               create_partition<"events_2028", "events", values_from<"2028-01-01">, values_to<"2029-01-01">>, drop_not_null<"events", "c">,
               set_not_null<"events", "c">, set_default<"events_2026", "c", "'y'">, drop_default<"seven", "c">, set_default<"events", "c", "'z'">, set_default<"events_2027", "c", "'v'">,
               drop_default<"events", "c">, drop_index<"by_c">, drop_constraint<"events", "not m">, drop_constraint<"events", "events_pkey">, drop_table<"events_2027", loses_data>,
               drop_expression<"events", "g", irreversible<"no">>>() == "");
  CHECK(proved<create_table<"users", column<"id", bigint, primary_key>>, events, y2026, add_column<"events", column<"user", bigint, references<"users">>>,
               comment_on_column<"events_2026", "user", "who">, set_default<"events_2026", "user", "4">, add_constraint<"events_2026", check_on<"own", "\"user\" > 0">>,
               drop_column<"events", "user", loses_data>, add_column<"events", column<"i", integer, not_null>>, drop_column<"events", "i", loses_data>,
               create_sequence<"q">, add_column<"events", column<"q", bigint, default_<"nextval('q')">>>, rename_sequence<"q", "r">, drop_column<"events", "q", loses_data>>() == "");
  CHECK(proved<events, y2026, add_constraint<"events", constraint<"later", check<"n < 9">, not_valid>>, y2027, validate_constraint<"events", "later">, drop_constraint<"events", "later">>() == "");
}

TEST_CASE("a table that is attached keeps its names and gets what it lacks") {
  CHECK(proved<events, y2026, old_events, attach_old, rename_column<"events", "n", "m">, drop_index<"events_n_idx">, create_index<"again", "events", on<"m">>,
               drop_constraint<"events", "events_pkey">, detach_partition<"events", "old">, drop_table<"events", loses_data>>() == "");
  CHECK(proved<create_table<"users", column<"id", bigint, primary_key>>, events, y2026, old_events, create_index<"mine", "old", on<"note">>, add_constraint<"old", constraint<"fk old", foreign_key<on<"id">, to<"users">>>>,
               attach_old, create_index<automatic, "events", on<"note">>, add_constraint<"events", foreign_key<on<"id">, to<"users">>>, drop_table<"old", loses_data>>() == "");
}

TEST_CASE("partitions have partitions, several levels deep") {
  CHECK(proved<events, create_table<"tree", column<"id", bigint, not_null>, column<"at", date, not_null>, column<"n", integer>, column<"note", text>,
                                    constraint<"positive", check<"n > 0">>, partition_by_list<"id">>,
               create_partition<"leaf", "tree", values_in<1>, partition_by_hash<"at">>, create_partition<"leaf of leaf", "leaf", modulus<3, 2>>, create_index<"leaf ix", "leaf", on<"note">>,
               attach_partition<"events", "tree", values_from<"2030-01-01">, values_to<"2031-01-01">>, add_column<"events", column<"x", text, not_null, default_<"''">>>,
               create_index<"by_note", "events", on<"note">>, drop_index<"by_note">, detach_partition<"events", "tree">, drop_table<"tree", loses_data>, drop_table<"events", loses_data>>() == "");
}

TEST_CASE("the server objects to what the model refuses of partitions") {
  CHECK(objection_to<events, y2026, create_partition<"p", "events", values_from<"2026-12-31">, values_to<"2027-12-31">>>() != "");
  CHECK(objection_to<events, create_partition<"p", "events", values_from<"2026-12-31">, values_to<"2026-12-31">>>() != "");
  CHECK(objection_to<events, create_partition<"p", "events", values_from<"2026-12-31", 1>, values_to<"2027-12-31", 1>>>() != "");
  CHECK(objection_to<events, create_partition<"p", "events", values_from<nullptr>, values_to<"2027-12-31">>>() != "");
  CHECK(objection_to<events, create_partition<"p", "events", values_in<"2027-12-31">>>() != "");
  CHECK(objection_to<events, create_partition<"p", "events", default_partition>, create_partition<"q", "events", default_partition>>() != "");
  CHECK(objection_to<events, y2026, create_partition<"p", "events_2026", default_partition>>() != "");
  CHECK(objection_to<events, add_constraint<"events", unique_on<"n">>>() != "");
  CHECK(objection_to<events, create_index<"i", "events", on<"n">, unique>>() != "");
  CHECK(objection_to<events, add_constraint<"events", constraint<"c", check<"n > 0">, no_inherit>>>() != "");
  CHECK(objection_to<events, set_parameters<"events", parameter<"fillfactor", "70">>>() != "");
  CHECK(objection_to<events, drop_column<"events", "at", loses_data>>() != "");
  CHECK(objection_to<events, alter_type<"events", "at", timestamp>>() != "");
  CHECK(objection_to<events, y2026, add_column<"events_2026", column<"x", text>>>() != "");
  CHECK(objection_to<events, y2026, drop_column<"events_2026", "n", loses_data>>() != "");
  CHECK(objection_to<events, y2026, rename_column<"events_2026", "n", "m">>() != "");
  CHECK(objection_to<events, y2026, alter_type<"events_2026", "n", bigint>>() != "");
  CHECK(objection_to<events, y2026, drop_constraint<"events_2026", "positive">>() != "");
  CHECK(objection_to<events, y2026, rename_constraint<"events_2026", "positive", "p">>() != "");
  CHECK(objection_to<events, y2026, drop_constraint<"events_2026", "events_2026_pkey">>() != "");
  CHECK(objection_to<events, y2026, drop_index<"events_2026_n_idx">>() != "");
  CHECK(objection_to<events, y2026, drop_not_null<"events_2026", "id">>() != "");
  CHECK(objection_to<events, create_table<"t", column<"id", bigint>>, attach_partition<"events", "t", default_partition>>() != "");
  CHECK(objection_to<events, old_events, drop_constraint<"old", "positive">, attach_old>() != "");
  CHECK(objection_to<events, old_events, attach_old, attach_old>() != "");
  CHECK(objection_to<events, attach_partition<"events", "events", default_partition>>() != "");
  CHECK(objection_to<events, old_events, detach_partition<"events", "old">>() != "");
  CHECK(objection_to<create_table<"h", column<"a", integer>, partition_by_hash<"a">>, create_partition<"h1", "h", modulus<4, 0>>, create_partition<"h2", "h", modulus<6, 1>>>() != "");
  CHECK(objection_to<create_table<"h", column<"a", integer>, partition_by_hash<"a">>, create_partition<"h1", "h", modulus<4, 0>>, create_partition<"h2", "h", modulus<8, 4>>>() != "");
  CHECK(objection_to<create_table<"h", column<"a", integer>, partition_by_hash<"a">>, create_partition<"h1", "h", modulus<4, 4>>>() != "");
  CHECK(objection_to<create_table<"h", column<"a", integer>, partition_by_hash<"a">>, create_partition<"h1", "h", default_partition>>() != "");
  CHECK(objection_to<create_table<"h", column<"a", integer>, column<"b", integer, generated<"a">>, partition_by_list<"b">>>() != "");
  CHECK(objection_to<events, y2026, add_column<"events", column<"i", integer, identity>>>() != "");
  CHECK(objection_to<events, create_partition<"p", "events", default_partition, partition_by_list<"n">>>() != "");
  CHECK(objection_to<create_table<"t", column<"a", integer>, column<"g", integer, generated<"a">>, partition_by_list<"a">>, create_partition<"t1", "t", default_partition, partition_by_list<"a">>,
                     create_partition<"t11", "t1", default_partition>, drop_expression<"t", "g", irreversible<"no">>>() != "");
  CHECK(objection_to<create_table<"h", column<"a", json>, partition_by_list<"a">>>() != "");
}
