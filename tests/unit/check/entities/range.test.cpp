// SPDX-License-Identifier: BSL-1.0
#include <skein/check/entities/range.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first;

using start = first<create_schema<"app">, create_enum<"mood", "sad", "ok">, create_domain<"positive", integer>, create_range<"floatrange", double_precision, subtype_diff<"float8mi">>,
                    create_table<"users", column<"id", bigint, primary_key>, column<"spans", type_named<"floatmultirange">>>>;

TEST_CASE("a range is over a type that PostgreSQL can order, and says everything once") {
  CHECK(after<start, create_range<"r", text, collate<"C">>, create_range<"of_mood", type_named<"mood">>, create_range<"of_domain", type_named<"positive">>>() == "none");
  CHECK(after<start, create_range<"r", json>>() == "malformed in 1.0: table r, is type, text is over a type that PostgreSQL cannot order by itself; add subtype_opclass<...>");
  CHECK(after<start, create_range<"r", json, subtype_opclass<"json_ops">>>() == "none");
  CHECK(after<start, create_range<"r", integer, collate<"C">>>() == "malformed in 1.0: table r, is type, text is over a type without a collation; leave collate out");
  CHECK(after<start, create_range<"r", type_named<"mood">, collate<"C">>>() == "malformed in 1.0: table r, is type, text is over a type without a collation; leave collate out");
  CHECK(after<start, create_range<"r", integer, subtype_diff<"f">, subtype_diff<"g">>>() == "malformed in 1.0: table r, is type, text says the same twice");
  CHECK(after<start, create_range<"r", type_named<"moon">>>() == "no_type in 1.0: hint mood, type ");
  CHECK(after<start, create_range<"r", serial>>().substr(0, 10) == "misplaced ");
  CHECK(after<start, create_range<"r", integer, not_null>>() == "misplaced in 1.0: table r, is type, text not_null is no option of a range type; write it behind the type of a column");
}

TEST_CASE("a range brings a multirange type along") {
  CHECK(after<start, create_enum<"floatmultirange">>() == "entity_exists in 1.0: table floatmultirange, is type");
  CHECK(after<start, create_table<"floatmultirange">>() == "entity_exists in 1.0: table floatmultirange, is type");
  CHECK(after<start, create_enum<"r_multirange">, create_range<"r", integer>>() == "entity_exists in 1.1: table r_multirange, is type");
  CHECK(after<start, create_range<"r", integer, multirange_type_name<"floatmultirange">>>() == "entity_exists in 1.0: table floatmultirange, is type");
  CHECK(after<start, create_range<"r", integer, multirange_type_name<qualified("app", "floatmultirange")>>>() == "none");
  CHECK(after<start, create_range<"r", integer, multirange_type_name<qualified("ap", "rs")>>>() == "no_schema in 1.0: schema ap, hint app");
  CHECK(after<start, create_range<"aéééééééééééééééééééééééééééééé", integer>>().substr(0, 9) == "malformed");
  CHECK(after<start, drop_type<"floatmultirange">>() == "malformed in 1.0: table floatmultirange, is type, text goes with its range type; drop that");
  CHECK(after<start, drop_type<"floatrange">>() == "entity_used in 1.0: table floatrange, is type, used by column users.spans");
  CHECK(after<start, drop_column<"users", "spans", loses_data>, drop_type<"floatrange">, create_enum<"floatmultirange">>() == "none");
  CHECK(after<start, rename_type<"floatrange", "fr">, create_range<"floatrange", integer, multirange_type_name<"x">>, rename_type<"floatmultirange", "frs">>() == "none");
  CHECK(after<start, rename_type<"floatmultirange", "frs">, set_type_schema<"frs", "app">, drop_schema<"app">>() == "schema_in_use in 1.2: schema app, table frs");
}

TEST_CASE("what a range is made of stays") {
  using apart = create_function<"apart", arguments<date, date>, returns<double_precision>, language<"sql">, body<"SELECT 1.0">>;
  CHECK(after<start, create_range<"r", type_named<"positive">>, drop_domain<"positive">>() == "entity_used in 1.1: table positive, is domain, used by type r");
  CHECK(after<start, apart, create_range<"r", date, subtype_diff<"apart">>, drop_function<"apart", date, date>>() ==
        "entity_used in 1.2: table apart, is function, takes (date, date), used by type r");
  CHECK(after<start, apart, create_range<"r", date, subtype_diff<"apart">>, rename_function<"apart", "far", date, date>>().substr(0, 13) == "entity_called");
  CHECK(after<start, create_range<"r", type_named<"positive">>, create_table<"t", column<"c", type_named<"r_multirange">>>, set_domain_not_null<"positive">>() ==
        "type_is_stored in 1.2: table positive, is domain, used by column t.c");
  CHECK(after<start, create_composite<"c", attribute<"a", integer>>, create_range<"r", type_named<"c">>, add_attribute<"c", attribute<"b", type_named<"r_multirange">>>>() ==
        "holds_itself in 1.2: table c, is type");
  CHECK(after<start, create_range<"r", type_named<"mood">>, replace_enum<"mood", labels<"ok", "sad">>>() == "type_kept in 1.1: table mood, is type, used by type r");
}

TEST_CASE("a model has the name of the multirange, where PostgreSQL would choose another") {
  using made = first<create_range<"span", numeric<10, 2>, subtype_diff<"f">>>;
  using renamed = first<create_range<"span", numeric<10, 2>, subtype_diff<"f">>, rename_type<"span_multirange", "spans">>;
  struct fits : range_type<"span", numeric<10, 2>, subtype_diff<"f">> {};
  struct otherwise : range_type<"span", numeric<10, 2>> {};
  struct narrower : range_type<"span", numeric<10, 1>, subtype_diff<"f">> {};
  struct called : range_type<"span", numeric<10, 2>, multirange_type_name<"spans">, subtype_diff<"f">> {};
  CHECK(compared<made, fits>() == "none");
  CHECK(compared<made, called>() == "model_entity_differs: table span, is type");
  CHECK(compared<made, otherwise>() == "model_entity_differs: table span, is type");
  CHECK(compared<made, narrower>() == "model_entity_differs: table span, is type");
  CHECK(compared<renamed, fits>() == "model_entity_differs: table span, is type");
  CHECK(compared<renamed, called>() == "none");
}

TEST_CASE("multirange types need PostgreSQL 14") {
  struct first13 : revision<"a", base, "", create_range<"r", integer>> {};
  struct second13 : revision<"b", revises<"a">, "", create_table<"t", column<"c", type_named<"r_multirange">>>> {};
  struct third13 : revision<"c", revises<"a">, "", create_range<"s", integer, multirange_type_name<"many">>> {};
  struct fourth13 : revision<"d", revises<"a">, "", create_range<"s", integer, multirange_type_name<"s_multirange">>> {};
  static constexpr auto second = checks::verdict_of<chain<target<13>, first13, second13>>();
  static constexpr auto third = checks::verdict_of<chain<target<13>, first13, third13>>();
  static constexpr auto fourth = checks::verdict_of<chain<target<13>, first13, fourth13>>();
  CHECK(test::facts(second) == "server_lacks in 1.0: needs multirange, type ");
  CHECK(test::facts(third) == "server_lacks in 1.0: needs multirange_type_name");
  CHECK(test::facts(fourth) == "none");
}

}  // namespace
