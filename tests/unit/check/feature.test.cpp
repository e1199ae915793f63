// SPDX-License-Identifier: BSL-1.0
#include <skein/check/feature.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::first;

template <model::u32 Server, class... Step>
std::string made_for() {
  struct history : chain<target<Server>, first<Step...>> {};
  static constexpr test::verdict v = checks::verdict_of<history>();
  return test::facts(v);
}
/// A table of one column.
template <model::u32 Server, class Type, class... Member>
std::string column_for() {
  return made_for<Server, create_table<"t", column<"c", Type>, Member...>>();
}

TEST_CASE("a chain runs on the oldest server unless it names a newer one") {
  static_assert(chain<>::server == 12);
  static_assert(chain<target<16>, first<>>::server == 16);
  struct unsaid : chain<first<create_table<"t", column<"c", xid8>>>> {};
  static constexpr test::verdict v = checks::verdict_of<unsaid>();
  CHECK(test::facts(v) == "server_lacks in 0.0: needs new_type, type xid8");
  CHECK(made_for<13>() == "none");
}

TEST_CASE("a type is there from a version on, in every step that gives it to a column") {
  CHECK(column_for<12, xid8>() == "server_lacks in 0.0: needs new_type, type xid8");
  CHECK(column_for<13, xid8>() == "none");
  CHECK(column_for<12, pg_snapshot>() == "server_lacks in 0.0: needs new_type, type pg_snapshot");
  CHECK(column_for<12, regcollation>() == "server_lacks in 0.0: needs new_type, type regcollation");
  CHECK(column_for<12, serial>() == "none");
  CHECK(column_for<13, int4multirange>() == "server_lacks in 0.0: needs multirange, type int4multirange");
  CHECK(column_for<13, datemultirange>() == "server_lacks in 0.0: needs multirange, type datemultirange");
  CHECK(column_for<14, datemultirange>() == "none");
  CHECK(column_for<12, array<xid8>>() == "server_lacks in 0.0: needs new_type, type xid8");
  CHECK(made_for<12, create_table<"t">, add_column<"t", column<"c", xid8>>>() == "server_lacks in 0.1: needs new_type, type xid8");
  CHECK(made_for<13, create_table<"t", column<"c", text>>,
           alter_type<"t", "c", nummultirange, using_<"c::nummultirange">, undo_using<"c::text">>>() ==
        "server_lacks in 0.1: needs multirange, type nummultirange");
}

TEST_CASE("a type is there from a version on in other types, too") {
  CHECK(made_for<13, create_composite<"pair", attribute<"a", int4multirange>>>() == "server_lacks in 0.0: needs multirange, type int4multirange");
  CHECK(made_for<14, create_composite<"pair", attribute<"a", int4multirange>>>() == "none");
  CHECK(made_for<13, create_composite<"pair">, add_attribute<"pair", attribute<"a", int4multirange>>>() == "server_lacks in 0.1: needs multirange, type int4multirange");
  CHECK(made_for<12, create_domain<"d", xid8>>() == "server_lacks in 0.0: needs new_type, type xid8");
}

TEST_CASE("an identity beside another sequence of its column") {
  using owned = steps<create_table<"t", column<"c", bigint, identity>>, create_sequence<"s", owned_by<"t", "c">>>;
  CHECK(made_for<12, owned, drop_identity<"t", "c">>() == "server_lacks in 0.1: needs second_sequence");
  CHECK(made_for<12, create_table<"t", column<"c", bigint, not_null>>, create_sequence<"s", owned_by<"t", "c">>, add_identity<"t", "c">>() ==
        "server_lacks in 0.2: needs second_sequence");
  CHECK(made_for<13, owned, drop_identity<"t", "c">>() == "none");
}

TEST_CASE("a numeric scale beyond the precision") {
  CHECK(column_for<14, numeric<5, 2>>() == "none");
  CHECK(column_for<14, numeric<>>() == "none");
  CHECK(column_for<14, numeric<5>>() == "none");
  CHECK(column_for<14, numeric<5, 5>>() == "none");
  CHECK(column_for<14, numeric<5, 6>>() == "server_lacks in 0.0: needs numeric_scale");
  CHECK(column_for<14, numeric<5, -1>>() == "server_lacks in 0.0: needs numeric_scale");
  CHECK(column_for<15, numeric<5, -1>>() == "none");
}

TEST_CASE("options of constraints and indexes") {
  CHECK(column_for<14, integer, constraint<"uq", unique_on<"c">, nulls_not_distinct>>() ==
        "server_lacks in 0.0: needs nulls_not_distinct");
  CHECK(column_for<14, integer, indexed<"ix", on<"c">, unique, nulls_not_distinct>>() ==
        "server_lacks in 0.0: needs nulls_not_distinct");
  CHECK(column_for<15, integer, indexed<"ix", on<"c">, unique, nulls_not_distinct>>() == "none");
  CHECK(column_for<13, point, indexed<"ix", on<"c">, method<"spgist">, include<"c">>>() ==
        "server_lacks in 0.0: needs included_in_spgist");
  CHECK(column_for<12, point, indexed<"ix", on<"c">, method<"gist">, include<"c">>>() == "none");
  CHECK(column_for<13, box, exclude_on<"no", on<with("c", "&&")>, method<"spgist">, include<"c">>>() ==
        "server_lacks in 0.0: needs included_in_spgist");
  CHECK(column_for<12, integer, indexed<"ix", on<"c">, with_parameters<parameter<"deduplicate_items", "off">>>>() ==
        "server_lacks in 0.0: text deduplicate_items, needs deduplication");
  CHECK(made_for<14, create_table<"u", column<"a", integer>, column<"b", integer>, primary_key_on<"a", "b">>,
           create_table<"t", column<"a", integer>, column<"b", integer>,
                        foreign_key<on<"a", "b">, to<"u">, on_delete<set_null, "b">>>>() ==
        "server_lacks in 0.1: needs columns_on_delete");
}

TEST_CASE("steps and storage parameters") {
  CHECK(made_for<12, create_table<"t", column<"a", integer>, column<"b", integer, generated<"a">>>,
           drop_expression<"t", "b", irreversible<"so">>>() == "server_lacks in 0.1: needs drop_expression");
  CHECK(column_for<12, integer, parameter<"autovacuum_vacuum_insert_threshold", "9">>() ==
        "server_lacks in 0.0: text autovacuum_vacuum_insert_threshold, needs insert_vacuum");
  CHECK(made_for<17, create_table<"t">, set_parameters<"t", parameter<"vacuum_max_eager_freeze_failure_rate", "0.1">>>() ==
        "server_lacks in 0.1: text vacuum_max_eager_freeze_failure_rate, needs vacuum_limit");
  CHECK(column_for<12, integer, parameter<"fillfactor", "70">>() == "none");
}

TEST_CASE("what raw SQL is said to do counts too") {
  CHECK(made_for<14, create_table<"t", column<"c", text>>,
           execute<"…", undo<"">, effects<create_index<"ix", "t", on<"c">, unique, nulls_not_distinct>>>>() ==
        "server_lacks in 0.1: needs nulls_not_distinct");
}

}  // namespace
