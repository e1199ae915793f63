// SPDX-License-Identifier: BSL-1.0
// What check/feature.hpp says of server versions, asked of the server at hand: what it has by that table it takes, what it
// lacks it refuses. `tests/versions` asks each major.
#include <skein/check/feature.hpp>

#include "support/catch.hpp"
#include "unit/render/database.hpp"

using namespace skein;

namespace {

/// Whether the server takes the steps, each in a database of its own.
template <class... Step>
bool takes() {
  test::database db;
  try {
    db.apply<Step...>();
    return true;
  } catch (const run::sql_error&) {
    return false;
  }
}
bool has(checks::feature f) {
  static const test::database db;
  return db.has(static_cast<int>(checks::features[static_cast<model::u32>(f)].version));
}
template <class Type>
bool takes_type() {
  return takes<create_table<"t", column<"c", Type>>>();
}

using start_with = create_table<"t", column<"a", integer, not_null>, column<"b", integer, not_null>, column<"p", point>,
                           primary_key_on<"a", "b">>;

}  // namespace

TEST_CASE("the server takes what it has since its version, and refuses what it lacks") {
  using checks::feature;
  CHECK(takes_type<xid8>() == has(feature::new_type));
  CHECK(takes_type<pg_snapshot>() == has(feature::new_type));
  CHECK(takes_type<regcollation>() == has(feature::new_type));
  CHECK(takes_type<int4multirange>() == has(feature::multirange));
  CHECK(takes_type<datemultirange>() == has(feature::multirange));
  CHECK(takes_type<numeric<3, -1>>() == has(feature::numeric_scale));
  CHECK(takes_type<numeric<3, 4>>() == has(feature::numeric_scale));
  CHECK(takes_type<numeric<3, 3>>());
  CHECK(takes<create_table<"t", column<"a", integer>, column<"b", integer, generated<"a">>>,
              drop_expression<"t", "b">>() ==
        has(feature::drop_expression));
  CHECK(takes<start_with, set_parameters<"t", parameter<"autovacuum_vacuum_insert_threshold", "9">>>() ==
        has(feature::insert_vacuum));
  CHECK(takes<start_with, set_parameters<"t", parameter<"autovacuum_vacuum_insert_scale_factor", "9">>>() ==
        has(feature::insert_vacuum));
  CHECK(takes<start_with, set_parameters<"t", parameter<"autovacuum_vacuum_max_threshold", "9">>>() ==
        has(feature::vacuum_limit));
  CHECK(takes<start_with, set_parameters<"t", parameter<"vacuum_max_eager_freeze_failure_rate", "0.1">>>() ==
        has(feature::vacuum_limit));
  CHECK(takes<start_with, create_index<"i", "t", on<"a">, with_parameters<parameter<"deduplicate_items", "off">>>>() ==
        has(feature::deduplication));
  CHECK(takes<start_with, create_index<"i", "t", on<"a">, unique, nulls_not_distinct>>() ==
        has(feature::nulls_not_distinct));
  CHECK(takes<start_with, add_constraint<"t", constraint<"c", unique_on<"a">, nulls_not_distinct>>>() ==
        has(feature::nulls_not_distinct));
  CHECK(takes<start_with, add_constraint<"t", foreign_key<on<"a", "b">, to<"t">, on_delete<set_null, "b">>>>() ==
        has(feature::columns_on_delete));
  CHECK(takes<start_with, create_index<"i", "t", on<"p">, method<"spgist">, include<"a">>>() ==
        has(feature::included_in_spgist));
  CHECK(takes<create_function<"f", returns<integer>, standard_body<"RETURN 1">>>() == has(feature::standard_body));
  CHECK(takes<create_procedure<"p", arguments<out<"a", integer>>, language<"sql">, body<"SELECT 1">>>() == has(feature::procedure_output));
  CHECK(takes<create_function<"f", arguments<type_named<"anycompatible">>, returns<integer>, language<"sql">, body<"SELECT 1">>>() ==
        has(feature::compatible_argument));
  CHECK(takes<start_with, create_function<"f", returns_trigger, language<"plpgsql">, body<"BEGIN END">>,
              create_trigger<"g", "t", fires_after<inserting>, calls<"f">>, replace_trigger<"g", "t", fires_after<deleting>, calls<"f">>>() ==
        has(feature::replace_trigger));
  CHECK(takes<start_with, create_index<"i", "t", on<"p">, method<"gist">, include<"a">>>());
}
