// SPDX-License-Identifier: BSL-1.0
#include <skein/check/partitions/steps.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first, test::judged, test::second, test::third;

using events = create_table<"events", column<"id", bigint, not_null>, column<"at", date, not_null>, column<"n", integer>, column<"note", text>, check_on<"positive", "n > 0">,
                            primary_key_on<"id", "at">, indexed<automatic, on<"n">>, partition_by_range<"at">>;
using y2026 = create_partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">>;
using start = first<events, y2026>;

/// A partition of a table with that key beside one of those rows.
template <class Key, class... Bound>
struct beside {
  template <class... Other>
  static std::string another() {
    using made = first<create_table<"t", column<"a", integer>, column<"b", text>, column<"c", text, collate<"C">>, column<"d", date>, column<"e", timestamptz>, column<"f", timestamp>,
                                    column<"u", uuid>, column<"x", numeric<5, 2>>, column<"y", boolean>, column<"z", varchar<2>>, Key>,
                       create_partition<"one", "t", Bound...>>;
    return after<made, create_partition<"two", "t", Other...>>();
  }
};
std::string refused(const char* words, const char* facts = "") { return std::string("partitioning in 1.0: table two") + facts + ", number " + words; }

TEST_CASE("a partitioned table has no two foreign keys that are alike") {
  using one = foreign_key<on<"n">, to<"r">>;
  using keyed = first<create_table<"r", column<"id", integer, primary_key>>, events, y2026, add_constraint<"events", one>>;
  CHECK(after<keyed, detach_partition<"events", "y2026">>() == "none");
  const std::string alike = ", object events_n_fkey, number " + std::to_string(static_cast<int>(checks::partition_rule::alike));
  CHECK(after<keyed, add_constraint<"events", one>>() == "partitioning in 1.0: table events" + alike);
  CHECK(after<keyed, add_constraint<"y2026", one>>() == "partitioning in 1.0: table y2026" + alike);
}

TEST_CASE("two partitions take no row in common") {
  using ints = beside<partition_by_range<"a">, values_from<1>, values_to<9>>;
  CHECK(ints::another<values_from<9>, values_to<maxvalue>>() == "none");
  CHECK(ints::another<values_from<minvalue>, values_to<"1">>() == "none");
  CHECK(ints::another<default_partition>() == "none");
  for (const std::string& found : {ints::another<values_from<8>, values_to<10>>(), ints::another<values_from<minvalue>, values_to<maxvalue>>(),
                                   ints::another<values_from<0>, values_to<"2">>(), ints::another<values_from<3>, values_to<4>>()})
    CHECK(found == refused(std::to_string(static_cast<int>(checks::partition_rule::overlaps)).c_str(), ", other table one"));
  using several = beside<partition_by_range<"a", "c">, values_from<1, "b">, values_to<2, minvalue>>;
  CHECK(several::another<values_from<1, "B">, values_to<1, "b">>() == "none");
  CHECK(several::another<values_from<2, minvalue>, values_to<2, maxvalue>>() == "none");
  CHECK(several::another<values_from<1, "a">, values_to<1, "bb">>() != "none");
  CHECK(several::another<values_from<1, minvalue>, values_to<1, maxvalue>>() != "none");
  using lists = beside<partition_by_list<"b">, values_in<"a", "b", nullptr>>;
  CHECK(lists::another<values_in<"c", "A">>() == "none");
  CHECK(lists::another<values_in<"c", "b">>() != "none");
  CHECK(lists::another<values_in<nullptr>>() != "none");
  CHECK(beside<partition_by_list<"y">, values_in<true>>::another<values_in<false>>() == "none");
  CHECK(beside<partition_by_list<"y">, values_in<true>>::another<values_in<true>>() != "none");
  using days = beside<partition_by_range<"d">, values_from<"2024-02-28">, values_to<"2024-02-29">>;
  CHECK(days::another<values_from<"2024-02-29">, values_to<"2024-03-01">>() == "none");
  CHECK(days::another<values_from<"2023-12-31">, values_to<"2024-02-29">>() != "none");
  using moments = beside<partition_by_range<"e">, values_from<"2026-01-01 00:00+01">, values_to<"2026-01-01T00:00:00Z">>;
  CHECK(moments::another<values_from<"2026-01-01 02:00:00.000+02:00">, values_to<"2026-01-01 00:00:00.000001Z">>() == "none");
  CHECK(moments::another<values_from<"2025-12-31 23:59:59.999999Z">, values_to<"2026-01-01 00:00Z">>() != "none");
  using month = beside<partition_by_range<"e">, values_from<"2026-01-01 00:00:00+00">, values_to<"2026-02-01 00:00:00+00">>;
  CHECK(month::another<values_from<"2026-02-01 00:00:00+00">, values_to<"2026-03-01 00:00:00+00">>() == "none");
  CHECK(month::another<values_from<"2026-01-31 23:59:59+00">, values_to<"2026-03-01 00:00:00+00">>() != "none");
  CHECK(month::another<values_from<"2026-02-01 00:00:00+01">, values_to<"2026-03-01 00:00:00+00">>() != "none");
  CHECK(month::another<values_from<"2026-02-01 00:00:00-01">, values_to<"2026-03-01 00:00:00+00">>() == "none");
  using minutes = beside<partition_by_range<"e">, values_from<"2026-01-01 00:00+01">, values_to<"2026-01-01 00:00-01">>;  // an hour later
  CHECK(minutes::another<values_from<"2026-01-01 00:00+00">, values_to<"2026-01-02 00:00+00">>() != "none");
  CHECK(minutes::another<values_from<"2026-01-01 00:00-01">, values_to<"2026-01-02 00:00-01">>() == "none");
  CHECK(beside<partition_by_range<"x">, values_from<1>, values_to<2>>::another<values_from<2>, values_to<3>>() == "none");
  using numerics = beside<partition_by_range<"x">, values_from<"-1.5">, values_to<"2.25">>;
  CHECK(numerics::another<values_from<"2.25">, values_to<3>>() == "none");
  CHECK(numerics::another<values_from<"-1.75">, values_to<"-1.5">>() == "none");
  CHECK(numerics::another<values_from<"2.2">, values_to<3>>() == refused(std::to_string(static_cast<int>(checks::partition_rule::overlaps)).c_str(), ", other table one"));
  CHECK(beside<partition_by_list<expression("a % 3")>, values_in<1>>::another<values_in<2>>() == "none");
  CHECK(beside<partition_by_list<expression("a % 3")>, values_in<1>>::another<values_in<1>>() != "none");
  CHECK(beside<partition_by_list<expression("lower(b)")>, values_in<"a">>::another<values_in<"b">>() == "none");
  CHECK(beside<partition_by_range<expression("date_trunc('month', f)")>, values_from<"2026-01-01">, values_to<"2026-02-01">>::another<values_from<"2026-02-01">, values_to<"2026-03-01">>() ==
        "none");
  using hashed = beside<partition_by_hash<"a">, modulus<4, 1>>;
  CHECK(hashed::another<modulus<8, 2>>() == "none");
  CHECK(hashed::another<modulus<2, 0>>() == "none");
  CHECK(hashed::another<modulus<8, 5>>() != "none");
  CHECK(hashed::another<modulus<2, 1>>() != "none");
  CHECK(hashed::another<modulus<6, 2>>() != "none");
  CHECK(hashed::another<modulus<4, 4>>() != "none");
  CHECK(hashed::another<default_partition>() != "none");
  CHECK(beside<partition_by_list<"a">, default_partition>::another<default_partition>() != "none");
}

/// Which rule the bound breaks.
template <class Key, class... Bound>
int rule_of() {
  static constexpr checks::verdict v = checks::verdict_of<
      test::history<first<create_table<"t", column<"a", integer>, column<"b", text>, column<"d", date>, column<"e", timestamptz>, column<"f", timestamp>, column<"u", uuid>, column<"z", varchar<2>>, Key>,
                          create_partition<"one", "t", Bound...>>>>();
  return v.what == checks::fault::partitioning ? static_cast<int>(v.number) : v.what == checks::fault::none ? -1 : -2;
}
using rule = checks::partition_rule;
int number(rule r) { return static_cast<int>(r); }

TEST_CASE("a bound is one of its key") {
  using a = partition_by_range<"a">;
  CHECK(rule_of<a, values_from<1>, values_to<2>>() == -1);
  CHECK(rule_of<a>() == number(rule::no_bound));
  CHECK(rule_of<a, values_in<1>>() == number(rule::bound_of_another_strategy));
  CHECK(rule_of<a, modulus<1, 0>>() == number(rule::bound_of_another_strategy));
  CHECK(rule_of<a, values_from<1, 2>, values_to<2, 3>>() == number(rule::bound_arity));
  CHECK(rule_of<a, values_from<1>>() == number(rule::bound_arity));
  CHECK(rule_of<a, values_from<2>, values_to<2>>() == number(rule::bound_empty));
  CHECK(rule_of<a, values_from<nullptr>, values_to<2>>() == number(rule::bound_null));
  CHECK(rule_of<a, values_from<expression("1 + 1")>, values_to<7>>() == number(rule::bound_expression));
  CHECK(rule_of<a, values_from<"x">, values_to<7>>() == number(rule::bound_of_type));
  CHECK(rule_of<a, values_from<true>, values_to<7>>() == number(rule::bound_of_type));
  CHECK(rule_of<a, values_from<1>, values_to<3000000000>>() == number(rule::bound_of_type));
  CHECK(rule_of<partition_by_list<"z">, values_in<"abc">>() == number(rule::bound_of_type));
  CHECK(rule_of<partition_by_list<"a">, values_in<minvalue>>() == number(rule::bound_expression));
  CHECK(rule_of<partition_by_range<"a", "d">, values_from<minvalue, "2026-01-01">, values_to<1, "2026-01-01">>() == number(rule::bound_behind_minimum));
  CHECK(rule_of<partition_by_range<"b">, values_from<"a">, values_to<"b">>() == number(rule::bound_of_text));
  CHECK(rule_of<partition_by_range<collated("b", "C")>, values_from<"a">, values_to<"b">>() == -1);
  CHECK(rule_of<partition_by_range<"d">, values_from<"January 8, 2026">, values_to<"2026-02-01">>() == number(rule::bound_notation));
  CHECK(rule_of<partition_by_range<"e">, values_from<"2026-01-01">, values_to<"2026-02-01 00:00:00Z">>() == number(rule::bound_zones));
  CHECK(rule_of<partition_by_range<"f">, values_from<"2026-01-01 00:00Z">, values_to<"2026-02-01">>() == number(rule::bound_notation));
  CHECK(rule_of<partition_by_list<"u">, values_in<"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11">>() == -1);
  CHECK(rule_of<partition_by_list<"u">, values_in<"A0EEBC99-9c0b-4ef8-bb6d-6bb9bd380a11">>() == number(rule::bound_notation));
  CHECK(rule_of<partition_by_range<"u">, values_from<"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11">, values_to<"9fffffff-9c0b-4ef8-bb6d-6bb9bd380a11">>() == number(rule::bound_empty));
}

TEST_CASE("a table is partitioned by what can be a key") {
  CHECK(judged<first<create_table<"t", column<"a", integer>, partition_by_list<"a">, partition_by_list<"a">>>>().substr(0, 28) == "partitioning in 0.0: table t");
  CHECK(rule_of<partition_by_range<desc("a")>, default_partition>() == number(rule::key_mistake));
  CHECK(rule_of<partition_by_range<opclass("a", "int4_ops")>, default_partition>() == -1);
  CHECK(judged<first<create_table<"t", column<"j", json>, partition_by_list<"j">>>>().substr(0, 39) == "partitioning in 0.0: table t, column j,");
  CHECK(judged<first<create_table<"t", column<"a", integer>, column<"g", integer, generated<"a">>, partition_by_list<"g">>>>().substr(0, 39) == "partitioning in 0.0: table t, column g,");
  CHECK(judged<first<create_table<"t", column<"a", integer>, partition_by_list<"b">>>>().substr(0, 9) == "no_column");
  CHECK(judged<first<create_table<"t", column<"a", integer, primary_key>, column<"b", integer>, partition_by_list<"b">>>>().substr(0, 39) == "partitioning in 0.0: table t, column b,");
  CHECK(judged<first<create_table<"t", column<"a", integer>, column<"b", integer>, unique_on<"a", "b">, partition_by_list<"b">>>>() == "none");
  CHECK(judged<first<create_table<"t", column<"a", integer>, column<"b", integer>, unique_on<"a", "b">, partition_by_list<expression("b + 1")>>>>().substr(0, 28) == "partitioning in 0.0: table t");
  CHECK(judged<first<create_table<"t", column<"a", integer>, partition_by_list<"a">, parameter<"fillfactor", "70">>>>().substr(0, 28) == "partitioning in 0.0: table t");
  CHECK(judged<first<create_table<"t", column<"a", integer>, partition_by_list<"a">, constraint<automatic, check<"a > 0">, no_inherit>>>>().substr(0, 28) == "partitioning in 0.0: table t");
  CHECK(judged<first<create_table<"t", column<"a", integer>, partition_by_list<"a">, exclude_on<"e", on<with("a", "=")>>>>>().substr(0, 28) == "partitioning in 0.0: table t");
  CHECK(after<first<create_table<"u", column<"id", bigint, primary_key>, partition_by_hash<"id">>>, create_table<"t", column<"u", bigint, references<"u">>>>().substr(0, 28) ==
        "partitioning in 1.0: table u");
}

TEST_CASE("what a partition has of its table is changed there") {
  const std::string refused = "partitioning in 1.0: table y2026, ";
  for (const std::string& found :
       {after<start, add_column<"y2026", column<"x", text>>>(), after<start, drop_column<"y2026", "n", loses_data>>(), after<start, rename_column<"y2026", "n", "m">>(),
        after<start, alter_type<"y2026", "n", bigint>>(), after<start, set_not_null<"y2026", "n">>(), after<start, drop_not_null<"y2026", "id">>(), after<start, drop_constraint<"y2026", "positive">>(),
        after<start, rename_constraint<"y2026", "positive", "p">>(), after<start, drop_constraint<"y2026", "y2026_pkey">>(), after<start, drop_index<"y2026_n_idx">>()})
    CHECK(found.substr(0, refused.size()) == refused);
  CHECK(after<start, drop_column<"events", "at", loses_data>>().substr(0, 44) == "partitioning in 1.0: table events, column at");
  CHECK(after<start, alter_type<"events", "at", timestamp>>().substr(0, 44) == "partitioning in 1.0: table events, column at");
  CHECK(after<start, rename_column<"events", "at", "when">, rename_column<"events", "n", "m">, drop_index<"events_n_idx">, drop_constraint<"events", "positive">, drop_column<"events", "m", loses_data>,
              create_table<"n", column<"m", integer>>, rename_constraint<"y2026", "y2026_pkey", "pk">, set_default<"y2026", "note", "''">, comment_on_column<"y2026", "when", "day">>() == "none");
  CHECK(after<start, drop_index<"events_n_idx">, rename_index<"y2026_n_idx", "gone">>().substr(0, 8) == "no_index");
  CHECK(after<start, create_index<"i", "events", on<"note">, concurrently>, outside_transaction>().substr(0, 33) == "partitioning in 1.0: table events");
  CHECK(after<start, drop_table<"events", loses_data>, drop_table<"y2026", loses_data>>().substr(0, 18) == "no_table in 1.1: t");
  CHECK(after<first<events, create_partition<"p", "events", default_partition, partition_by_list<"id">>>, drop_column<"events", "id", loses_data>>().substr(0, 39) ==
        "partitioning in 1.0: table p, column id");
}

TEST_CASE("a table that is attached is as the partitioned one") {
  using old = create_table<"old", column<"n", integer>, column<"id", bigint, not_null>, column<"at", date, not_null>, column<"note", text>, check_on<"positive", "n > 0">>;
  using attach = attach_partition<"events", "old", default_partition>;
  const std::string refused = "partitioning in 0.2: table old, ";
  CHECK(judged<first<events, old, attach, drop_constraint<"events", "events_pkey">, detach_partition<"events", "old">, drop_index<"old_n_idx">>>() == "none");
  CHECK(judged<first<events, old, attach, attach>>().substr(0, 34) == "partitioning in 0.3: table old, ot");
  CHECK(judged<first<events, old, detach_partition<"events", "old">>>().substr(0, 34) == "partitioning in 0.2: table old, ot");
  CHECK(judged<first<events, attach_partition<"events", "events", default_partition>>>().substr(0, 34) == "partitioning in 0.1: table events,");
  CHECK(judged<first<events, create_table<"old", column<"n", integer>>, attach>>().substr(0, 42) == "partitioning in 0.2: table old, column id,");
  CHECK(judged<first<events, old, add_column<"old", column<"x", text>>, attach>>().substr(0, 41) == "partitioning in 0.3: table old, column x,");
  CHECK(judged<first<events, old, alter_type<"old", "n", bigint>, attach>>().substr(0, 41) == "partitioning in 0.3: table old, column n,");
  CHECK(judged<first<events, old, set_not_null<"old", "n">, attach>>().substr(0, 41) == "partitioning in 0.3: table old, column n,");
  CHECK(judged<first<events, old, drop_constraint<"old", "positive">, attach>>().substr(0, 48) == "partitioning in 0.3: table old, object positive,");
  CHECK(judged<first<events, old, create_index<"like", "old", on<desc("n")>>, attach>>().substr(0, 44) == "partitioning in 0.3: table old, object like,");
  CHECK(judged<first<events, old, create_index<"mine", "old", on<"n">>, attach, drop_index<"mine">>>().substr(0, 44) == "partitioning in 0.4: table old, object mine,");
  CHECK(judged<first<events, old, attach, detach_partition<"events", "old", concurrently>>>().substr(0, 30) == "partitioning in 0.3: table old");
}

TEST_CASE("of two indexes that are alike one could not be told from the other") {
  CHECK(after<start, create_index<"i", "events", on<desc("n")>>>().substr(0, 33) == "partitioning in 1.0: table events");
  CHECK(after<start, create_index<"i", "y2026", on<"n">>>().substr(0, 32) == "partitioning in 1.0: table y2026");
  CHECK(after<start, create_index<"i", "events", on<"n", "id">>, create_index<"j", "y2026", on<"n", "at">>>() == "none");
  using own = first<events, y2026, create_index<"one", "y2026", on<"note">>, create_index<"two", "y2026", on<desc("note")>>>;
  CHECK(judged<own>() == "none");
  CHECK(after<own, create_index<"of_all", "events", on<"note">>>().substr(0, 12) == "partitioning");
}

TEST_CASE("triggers, keys and types that partitions do not take") {
  using made = first<create_function<"f", returns<type_named<"trigger">>, language<"plpgsql">, body<"BEGIN RETURN NEW; END">>, create_enum<"mood", "sad", "ok">, events, y2026,
                     add_column<"events", column<"m", type_named<"mood">>>, create_table<"old", column<"id", bigint, not_null, primary_key>, column<"at", date, not_null>, column<"n", integer>,
                     column<"note", text>, column<"m", type_named<"mood">>, check_on<"positive", "n > 0">>>;
  CHECK(after<made, create_trigger<"t", "events", fires_after<inserting>, for_each_statement, calls<"f">>>() == "none");
  CHECK(after<made, create_trigger<"t", "events", fires_after<inserting>, for_each_row, calls<"f">>>().substr(0, 33) == "partitioning in 1.0: table events");
  CHECK(after<made, create_trigger<"t", "y2026", fires_after<inserting>, for_each_row, calls<"f">>>() == "none");
  CHECK(after<made, replace_enum<"mood", labels<"ok", "sad">>>() == "none");
  CHECK(after<made, attach_partition<"events", "old", default_partition>>() == "second_primary_key in 1.0: table old, object old_pkey");
}

TEST_CASE("a model says what a partition takes and what it has of its own") {
  using made = first<events, create_partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">, check_on<"own", "n < 9">>>;
  struct events_model : table<"events", column<"id", bigint, not_null>, column<"at", date, not_null>, column<"n", integer>, column<"note", text>, check_on<"positive", "n > 0">,
                              primary_key_on<"id", "at">, indexed<automatic, on<"n">>, partition_by_range<"at">> {};
  struct fits : partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">, check_on<"own", "n < 9">> {};
  struct bare : partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">> {};
  struct later : partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2028-01-01">, check_on<"own", "n < 9">> {};
  struct divided : partition<"y2026", "events", values_from<"2026-01-01">, values_to<"2027-01-01">, check_on<"own", "n < 9">, partition_by_list<"id">> {};
  struct plain : table<"y2026", column<"id", bigint, not_null>, column<"at", date, not_null>, column<"n", integer>, column<"note", text>, check_on<"own", "n < 9">> {};
  struct by_list : table<"events", column<"id", bigint, not_null>, column<"at", date, not_null>, column<"n", integer>, column<"note", text>, check_on<"positive", "n > 0">,
                         primary_key_on<"id", "at">, indexed<automatic, on<"n">>, partition_by_list<"at">> {};
  CHECK(compared<made, events_model, fits>() == "none");
  CHECK(compared<made, events_model, bare>() == "model_object_extra: table y2026, object own, text constraint");
  CHECK(compared<made, events_model, later>() == "model_partition_differs: table y2026, other table events");
  CHECK(compared<made, events_model, divided>() == "model_partition_differs: table y2026, other table events");
  CHECK(compared<made, events_model, plain>() == "model_partition_differs: table y2026, other table events");
  CHECK(compared<made, by_list, fits>() == "model_partition_differs: table events");
  CHECK(compared<made, events_model>() == "table_without_model: table y2026");
}

TEST_CASE("a written down brings partitions back") {
  struct attached : revision<"b", revises<"a">, "b", up<detach_partition<"events", "y2026">>, down<attach_partition<"events", "y2026", values_from<"2026-01-01">, values_to<"2027-01-01">>>> {};
  struct another : revision<"b", revises<"a">, "b", up<detach_partition<"events", "y2026">>, down<attach_partition<"events", "y2026", values_from<"2026-01-01">, values_to<"2026-06-01">>>> {};
  struct nothing : revision<"b", revises<"a">, "b", up<detach_partition<"events", "y2026">>, down<>> {};
  struct half : revision<"b", revises<"a">, "b", up<add_column<"events", column<"x", text>>>, down<drop_column<"events", "x">, set_default<"y2026", "note", "''">>> {};
  CHECK(judged<start, attached>() == "none");
  CHECK(judged<start, another>() == "down_differs in 1.0 down: left partition_differs, table y2026");
  CHECK(judged<start, nothing>() == "down_differs in 1.0 down: left partition_differs, table y2026");
  CHECK(judged<start, half>().substr(0, 70) == "down_differs in 1.0 down: left column_differs, table y2026, column not");
}

TEST_CASE("steps on one family of partitions do not commute") {
  struct left : revision<"l", revises<"a">, "l", create_index<"i", "y2026", on<"note">>> {};
  struct right : revision<"r", revises<"a">, "r", create_index<"j", "events", on<"note">>> {};
  struct aside : revision<"r", revises<"a">, "r", create_table<"t", column<"a", integer>>, create_index<"j", "t", on<"a">>> {};
  struct merged : revision<"m", revises<"l", "r">, "m"> {};
  CHECK(judged<start, left, right, merged>().substr(0, 8) == "conflict");
  CHECK(judged<start, left, aside, merged>() == "none");
}

}  // namespace
