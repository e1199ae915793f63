// SPDX-License-Identifier: BSL-1.0
#include <skein/inherits.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using checks::partition_rule;
using test::after, test::compared, test::first, test::judged, test::second, test::third;

using places = create_table<"places", column<"id", bigint, not_null>, column<"name", text, default_<"'x'">>,
                            column<"n", integer>, check_on<"pos", "id > 0">>;
using cities = create_table<"cities", inherits<"places">, column<"pop", integer>>;
using start = first<places, cities>;

/// A fault of inheritance and its facts.
std::string refused(partition_rule rule, const char* in, const char* facts) {
  return std::string("partitioning in ") + in + ": table " + facts + ", number " +
         std::to_string(static_cast<int>(rule));
}

TEST_CASE("a table may inherit from any other, in one way") {
  CHECK(after<start, create_table<"towns", inherits<"cities">>>() == "none");
  CHECK(after<start, create_table<"b", column<"id", bigint>>, create_table<"c", inherits<"places">, inherits<"b">>>() ==
        "none");
  CHECK(after<start, inherit<"cities", "places">>() ==
        refused(partition_rule::heir_already, "1.0", "cities, other table places"));
  CHECK(after<start, inherit<"places", "cities">>() ==
        refused(partition_rule::circular, "1.0", "places, other table cities"));
  CHECK(after<start, inherit<"places", "places">>() ==
        refused(partition_rule::circular, "1.0", "places, other table places"));
  CHECK(after<start, create_table<"towns", inherits<"cities">, inherits<"places">>>() ==
        refused(partition_rule::two_ways, "1.0", "towns, other table places"));
  CHECK(after<start, create_table<"t", inherits<"place">>>() == "no_table in 1.0: table place, hint places");
  CHECK(after<start, create_table<"t", column<"a", integer>, partition_by_list<"a">>,
              create_table<"u", inherits<"t">>>() ==
        refused(partition_rule::parent_is_partitioned, "1.1", "u, other table t"));
}

TEST_CASE("a column that is declared too becomes one with the parent's") {
  CHECK(after<start, create_table<"t", inherits<"places">, column<"n", integer, not_null, default_<"1">>>>() == "none");
  CHECK(after<start, create_table<"t", inherits<"places">, column<"n", text>>>() ==
        refused(partition_rule::column_differs, "1.0", "t, column n"));
  CHECK(after<start, create_table<"b", column<"name", text>>, create_table<"t", inherits<"places">, inherits<"b">>>() ==
        refused(partition_rule::two_defaults, "1.1", "t, column name"));
  CHECK(after<start, create_table<"t", inherits<"places">, column<"n", integer>, column<"n", integer>>>().substr(
            0, 13) == "column_exists");
  CHECK(after<start, create_table<"t", inherits<"places">, check_on<"pos", "id > 0">>>() == "none");
  CHECK(after<start, create_table<"t", inherits<"places">, check_on<"pos", "id > 1">>>() ==
        refused(partition_rule::check_differs, "1.0", "t, object pos"));
}

TEST_CASE("what a parent gets its heirs get") {
  CHECK(after<start, add_column<"places", column<"z", text>>, create_index<"ix", "cities", on<"z">>>() == "none");
  CHECK(after<start, add_column<"places", column<"pop", integer>>, drop_column<"cities", "pop", loses_data>>() ==
        refused(partition_rule::inherits_column, "1.1", "cities, column pop"));
  CHECK(after<start, add_column<"places", column<"pop", text>>>() ==
        refused(partition_rule::column_differs, "1.0", "cities, column pop"));
  CHECK(after<start, add_column<"places", column<"i", integer, identity>>>() ==
        refused(partition_rule::new_identity, "1.0", "places, column i"));
  CHECK(after<start, rename_column<"places", "n", "pop">>() == "column_exists in 1.0: table cities, column pop");
  CHECK(after<start, rename_column<"places", "n", "m">, create_index<"ix", "cities", on<"m">>>() == "none");
  CHECK(after<start, create_index<"ix", "cities", on<"n">>, drop_column<"places", "n", loses_data>>().substr(0, 11) ==
        "column_used");
  CHECK(after<start, drop_column<"places", "n", loses_data>, add_column<"cities", column<"n", text>>>() == "none");
  CHECK(after<start, add_constraint<"places", constraint<"later", check<"n > 0">, not_valid>>>() ==
        refused(partition_rule::check_is_not_valid, "1.0", "places, object later"));
  CHECK(after<start, add_constraint<"places", constraint<"own", check<"n > 0">, no_inherit>>,
              drop_constraint<"cities", "own">>()
            .substr(0, 13) == "no_constraint");
}

TEST_CASE("a check on a column that heirs keep goes before the column") {
  using declared = first<places, create_table<"t", inherits<"places">, column<"id", bigint>>>;
  CHECK(after<declared, drop_column<"places", "id", loses_data>>() ==
        refused(partition_rule::check_would_stay, "1.0", "places, object pos"));
  CHECK(after<declared, drop_constraint<"places", "pos">, drop_column<"places", "id", loses_data>>() == "none");
  CHECK(after<start, drop_column<"places", "id", loses_data>>() == "none");
}

TEST_CASE("NOT NULL comes to all that inherit a column, and goes from all of them") {
  CHECK(after<start, set_not_null<"places", "n">, drop_not_null<"cities", "n">>() ==
        refused(partition_rule::parent_required, "1.1", "cities, column n"));
  CHECK(after<start, set_not_null<"cities", "n">, set_not_null<"places", "n">>() ==
        refused(partition_rule::heir_required, "1.1", "cities, column n"));
  CHECK(after<start, add_constraint<"places", primary_key_on<"n">>, drop_not_null<"cities", "n">>() ==
        refused(partition_rule::parent_required, "1.1", "cities, column n"));
}

TEST_CASE("what is inherited is changed in the parent") {
  CHECK(after<start, rename_column<"cities", "n", "m">>() ==
        refused(partition_rule::inherits_column, "1.0", "cities, column n"));
  CHECK(after<start, alter_type<"cities", "n", bigint>>() ==
        refused(partition_rule::inherits_column, "1.0", "cities, column n"));
  CHECK(after<start, drop_constraint<"cities", "pos">>() ==
        refused(partition_rule::inherits_check, "1.0", "cities, object pos"));
  CHECK(after<start, add_constraint<"cities", check_on<"pos", "id > 0">>>() ==
        refused(partition_rule::inherits_already, "1.0", "cities, object pos"));
  CHECK(after<start, drop_table<"places", loses_data>>() ==
        refused(partition_rule::heirs_left, "1.0", "places, other table cities"));
  using b = create_table<"b", column<"n", integer>>;
  using heir = create_table<"c", inherits<"b">, inherits<"places">>;
  CHECK(after<start, b, heir, alter_type<"places", "n", bigint>>() ==
        refused(partition_rule::two_parents, "1.2", "c, column n"));
  CHECK(after<start, b, heir, drop_column<"places", "n", loses_data>, rename_column<"b", "n", "m">>() == "none");
}

TEST_CASE("an heir becomes a table of its own where nothing is lost, or that is said") {
  CHECK(after<start, disinherit<"cities", "places">>() ==
        refused(partition_rule::becomes_own, "1.0", "cities, column id"));
  CHECK(
      after<start, disinherit<"cities", "places", irreversible<"why">>, drop_column<"cities", "name", loses_data>>() ==
      "none");
  CHECK(after<start, disinherit<"places", "cities">>() ==
        refused(partition_rule::no_heir, "1.0", "places, other table cities"));
  using own = create_table<"t", column<"id", bigint, not_null>, column<"name", text>, column<"n", integer>,
                           check_on<"pos", "id > 0">>;
  CHECK(after<start, own, inherit<"t", "places">, disinherit<"t", "places">>() == "none");
  CHECK(after<start, own, drop_constraint<"t", "pos">, inherit<"t", "places">>() ==
        refused(partition_rule::check_missing, "1.2", "t, object pos"));
  CHECK(after<start, own, drop_not_null<"t", "id">, inherit<"t", "places">>() ==
        refused(partition_rule::column_differs, "1.2", "t, column id"));
}

TEST_CASE("branches that touch one family do not commute") {
  struct left : revision<"l", revises<"a">, "left", add_column<"places", column<"z", text>>> {};
  struct right : revision<"r", revises<"a">, "right", create_index<"ix", "cities", on<"n">>> {};
  struct both : revision<"m", revises<"l", "r">, "both"> {};
  CHECK(judged<start, left, right, both>().substr(0, 4) != "none");
}

TEST_CASE("a model lists what an heir declares, and what it has otherwise than its parents") {
  struct parent : table<"places", column<"id", bigint, not_null>, column<"name", text, default_<"'x'">>,
                        column<"n", integer>, check_on<"pos", "id > 0">> {};
  struct heir : table<"cities", inherits<"places">, column<"pop", integer>> {};
  struct alone : table<"cities", column<"pop", integer>> {};
  struct all : table<"cities", inherits<"places">, column<"id", bigint, not_null>,
                     column<"name", text, default_<"'x'">>, column<"n", integer>, column<"pop", integer>> {};
  CHECK(compared<start, parent, heir>() == "none");
  CHECK(compared<start, parent, all>() == "none");
  CHECK(compared<start, parent, alone>().substr(0, 18) == "model_object_extra");
  CHECK(compared<first<places, cities, set_default<"cities", "n", "1">>, parent, heir>() ==
        "model_column_extra: table cities, column n, other table places, type integer");
}

}  // namespace
