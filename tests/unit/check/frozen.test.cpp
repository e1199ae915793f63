// SPDX-License-Identifier: BSL-1.0
#include <skein/check/frozen.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

#include <set>

namespace {

using namespace skein;
using test::first;

// A descriptor that gets a member does not compile here any more: let it count in check/frozen.hpp, then here.
[[maybe_unused]] void know_all_members(const model::data_type& t, const model::parameter& p, const model::element& e,
                                       const model::index_def& i, const model::constraint_def& c,
                                       const model::sequence_options& s, const model::option& o, const model::member& m,
                                       const model::clause& l, const model::entity_def& d, const model::step& x,
                                       const model::revision_def& r, const model::argument& a,
                                       const model::aggregate_def& g, const model::routine_def& f, const model::policy_def& y,
                                       const model::value& v, const model::assignment& n,
                                       const model::data_def& w, const model::trigger_def& h, const model::privilege_def& q, const model::partition_bound& b, const model::property_def& k) {
  [[maybe_unused]] const auto& [t1, t2, t3, t4, t5] = t;
  [[maybe_unused]] const auto& [p1, p2] = p;
  [[maybe_unused]] const auto& [e1, e2, e3, e4, e5, e6, e7] = e;
  [[maybe_unused]] const auto& [i1, i2, i3, i4, i5, i6, i7, i8, i9] = i;
  [[maybe_unused]] const auto& [c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16] = c;
  [[maybe_unused]] const auto& [s1, s2, s3, s4, s5, s6, s7, s8] = static_cast<const model::sequence_values&>(s);
  static_assert(sizeof(s) == sizeof(model::sequence_values) + sizeof(s.table) + sizeof(s.column) + sizeof(s.name) + sizeof(s.position) + sizeof(s.former));
  [[maybe_unused]] const auto& [o1, o2, o3, o4, o5, o6] = o;
  [[maybe_unused]] const auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9] = m;
  [[maybe_unused]] const auto& [l1, l2, l3, l4, l5, l6, l7, l8, l9, l10, l11, l12] = l;
  [[maybe_unused]] const auto& [d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11] = d;  // of which the last follows from the body
  [[maybe_unused]] const auto& [x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12] = x;
  [[maybe_unused]] const auto& [v1, v2, v3, v4, v5] = v;
  [[maybe_unused]] const auto& [n1, n2] = n;
  [[maybe_unused]] const auto& [b1, b2, b3, b4, b5] = b;
  [[maybe_unused]] const auto& [w1, w2, w3, w4, w5, w6, w7, w8, w9, w10, w11, w12] = w;
  [[maybe_unused]] const auto& [q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11] = q;
  [[maybe_unused]] const auto& [k1, k2, k3, k4, k5, k6, k7, k8] = k;
  [[maybe_unused]] const auto& [y1, y2, y3, y4, y5, y6] = y;
  [[maybe_unused]] const auto& [r1, r2, r3, r4, r5, r6, r7] = r;
  [[maybe_unused]] const auto& [a1, a2, a3, a4, a5] = a;
  [[maybe_unused]] const auto& [g1, g2, g3, g4, g5, g6, g7, g8, g9] = g;
  [[maybe_unused]] const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20] = f;
  [[maybe_unused]] const auto& [h1, h2, h3, h4, h5, h6, h7, h8, h9, h10, h11, h12, h13, h14, h15, h16, h17] = h;
}

template <auto Last>
void require_distinct_numbers() {
  std::set<model::u64> numbers;
  for (model::u32 i = 0; i <= static_cast<model::u32>(Last); ++i)
    numbers.insert(checks::stable_number(static_cast<decltype(Last)>(i)));
  CHECK(numbers.size() == static_cast<std::size_t>(Last) + 1);
}

template <class... Step>
model::u64 of() {
  static constexpr model::u64 digest = checks::digest_of(first<Step...>::value);
  return digest;
}
template <class... Member>
model::u64 of_table() {
  return of<create_table<"t", column<"a", integer>, column<"b", integer>, Member...>>();
}
template <class Constraint, class... Option>
model::u64 of_constraint() {
  return of_table<constraint<"c", Constraint, Option...>>();
}
template <class On, class... Option>
model::u64 of_index() {
  return of_table<indexed<"i", On, Option...>>();
}

template <class... Part>
model::u64 of_trigger() {
  return of<create_trigger<"t", "u", Part...>>();
}
template <class... Part>
model::u64 of_routine() {
  return of<create_function<"t", Part...>>();
}

// The one that compile_fail/a_frozen_revision_is_not_edited.cpp pins, with every compiler.
struct pinned : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 indexed<"ix", on<desc("email"), expression("lower(email)")>, where<"id > 7">>>,
    execute<"ANALYZE users", undo<"">>> {};

TEST_CASE("a digest is the same for ever") {
  CHECK(checks::digest_of(pinned::value) == 0x00dce3db8c7729bc);
  CHECK(checks::stable_number(model::op::group) == 43);
  CHECK(checks::stable_number(model::op::set_property) == 51);
  CHECK(checks::stable_number(model::kind::parameter) == 9);
  CHECK(checks::stable_number(model::entity_kind::expression) == 3);
  CHECK(checks::stable_number(model::clause::part::label) == 1);
}

TEST_CASE("no two enumerators have one number") {
  require_distinct_numbers<model::op::mistake>();
  require_distinct_numbers<model::kind::partition_by>();
}

TEST_CASE("every part of a property counts") {
  const std::set<model::u64> all{
      of<set_owner<"t", "a">>(), of<set_owner<"t", "b">>(), of<set_owner<"u", "a">>(), of<set_owner<"t", "current_user">>(), of<set_type_owner<"t", "a">>(), of<set_sequence_owner<"t", "a">>(),
      of<set_schema_owner<"t", "a">>(), of<set_function_owner<"t", "a">>(), of<set_function_owner<"t", "a", integer>>(), of<set_procedure_owner<"t", "a">>(), of<set_unlogged<"t">>(),
      of<set_logged<"t">>(), of<set_tablespace<"t", "a">>(), of<set_replica_identity<"t", "full">>(), of<set_replica_identity<"t", "default">>(), of<set_replica_identity_index<"t", "full">>(),
      of<cluster_on<"t", "a">>(), of<set_without_cluster<"t">>(), of<set_statistics<"t", "a", 1>>(), of<set_statistics<"t", "b", 1>>(), of<set_statistics<"t", "a", 2>>(), of_table<>(),
      of_table<owner<"a">>(), of_table<unlogged>(), of_table<tablespace<"a">>(), of_table<clustered_on<"a">>()};
  CHECK(all.size() == 26);
}

TEST_CASE("every part of a partition counts") {
  const std::set<model::u64> all{
      of<create_partition<"p", "t">>(), of<create_partition<"p", "u">>(), of<create_partition<"q", "t">>(), of<create_partition<"p", "t", default_partition>>(), of<create_partition<"p", "t", values_in<1>>>(),
      of<create_partition<"p", "t", values_in<2>>>(), of<create_partition<"p", "t", values_in<1, 2>>>(), of<create_partition<"p", "t", values_from<1>>>(), of<create_partition<"p", "t", values_to<1>>>(),
      of<create_partition<"p", "t", values_from<1>, values_to<2>>>(), of<create_partition<"p", "t", values_from<minvalue>, values_to<2>>>(), of<create_partition<"p", "t", modulus<2, 0>>>(),
      of<create_partition<"p", "t", modulus<2, 1>>>(), of<create_partition<"p", "t", modulus<3, 1>>>(), of<create_partition<"p", "t", default_partition, partition_by_list<"a">>>(),
      of<create_partition<"p", "t", default_partition, partition_by_range<"a">>>(), of<create_partition<"p", "t", default_partition, partition_by_range<"b">>>(), of<attach_partition<"t", "p">>(),
      of<detach_partition<"t", "p">>(), of<detach_partition<"t", "p", concurrently>>()};
  CHECK(all.size() == 20);
}

inline constexpr cell frozen_rows[][2]{{1, "a"}, {nullptr, 0.5}};

TEST_CASE("rows count, value by value, however they are given") {
  const std::set<model::u64> all{
      of<insert_into<"t", columns<"a", "b">, row<1, "a">, row<nullptr, 0.5>>>(), of<insert_into<"t", columns<"a", "b">, row<1, "a">, row<0.5, nullptr>>>(),
      of<insert_into<"t", columns<"a", "b">, row<1, "b">, row<nullptr, 0.5>>>(), of<insert_into<"t", columns<"a", "b">, row<1, expression("a")>, row<nullptr, 0.5>>>(),
      of<insert_into<"t", columns<"a", "b">, row<1, "a">, row<nullptr, 0.25>>>(), of<insert_into<"t", columns<"a", "b">, row<1, "a">>>(),
      of<insert_into<"t", columns<"a", "b">, row<1, "a">, on_conflict<do_nothing>>>(), of<insert_into<"t", columns<"a", "b">, row<1, "a">, overriding_system_value>>(),
      of<insert_into<"t", columns<"a", "b">, row<1, "a">, on_conflict<on<"a">, do_update<>>>>(), of<delete_from<"t", columns<"a", "b">, row<1, "a">>>(),
      of<delete_from<"t", where<"a">>>(), of<update_rows<"t", set<"a", 1>>>(), of<update_rows<"t", set<"a", true>>>(), of<update_rows<"t", set<"b", 1>>>(),
      of<truncate_table<"t">>(), of<truncate_table<"t", cascade>>(), of<truncate_table<"t", restart_identity>>(), of<truncate_table<"t", together_with<"u">>>()};
  CHECK(all.size() == 18);
  CHECK(of<insert_into<"t", columns<"a", "b">, rows_of<frozen_rows>>>() == of<insert_into<"t", columns<"a", "b">, row<1, "a">, row<nullptr, 0.5>>>());
}

TEST_CASE("where a revision stands does not count, nor what it pins") {
  struct here : revision<"r", base, "m", create_table<"t">> {};
  struct there : revision<"r", base, "m", frozen<"0">, create_table<"t">, frozen<"">> {};
  struct within : revision<"r", base, "m", steps<frozen<"0">, create_table<"t">>> {};
  struct without : revision<"r", base, "m", steps<create_table<"t">>> {};
  CHECK(checks::digest_of(here::value) == checks::digest_of(there::value));
  CHECK(checks::digest_of(within::value) == checks::digest_of(without::value));
}

TEST_CASE("everything that a revision declares counts") {
  struct r0 : revision<"r", base, "m"> {};
  struct r1 : revision<"s", base, "m"> {};
  struct r2 : revision<"r", revises<"a">, "m"> {};
  struct r3 : revision<"r", revises<"a", "b">, "m"> {};
  struct r4 : revision<"r", revises<"b", "a">, "m"> {};
  struct r5 : revision<"r", base, "n"> {};
  struct r6 : revision<"r", base, "m", up<>, down<>> {};
  struct r7 : revision<"r", base, "m", up<create_table<"t">>, down<>> {};
  struct r8 : revision<"r", base, "m", up<>, down<create_table<"t">>> {};
  const std::vector<model::u64> all{
      checks::digest_of(r0::value), checks::digest_of(r1::value), checks::digest_of(r2::value),
      checks::digest_of(r3::value), checks::digest_of(r4::value), checks::digest_of(r5::value),
      checks::digest_of(r6::value), checks::digest_of(r7::value), checks::digest_of(r8::value),
      // steps
      of<>(), of<drop_table<"t">>(), of<drop_table<"t", loses_data>>(), of<drop_table<"t", irreversible<"a">>>(),
      of<drop_table<"t", irreversible<"b">>>(), of<drop_table<"t">, loses_data>(), of<loses_data, drop_table<"t">>(),
      of<drop_table<"u">>(), of<drop_table<qualified("u", "t")>>(), of<drop_table<qualified("t", "u")>>(),
      of<rename_table<"t", "u">>(), of<set_schema<"t", "u">>(), of<drop_index<"t">>(), of<drop_index<"t", concurrently>>(),
      of<drop_index<"t">, outside_transaction>(), of<execute<"t">>(), of<execute<"u">>(), of<execute<"t", undo<"">>>(),
      of<execute<"t", undo<"u">>>(), of<execute<"t", effects<drop_table<"t">>>>(), of<steps<drop_table<"t">>>(),
      of<drop_column<"t", "a">>(), of<rename_column<"t", "a", "b">>(), of<set_not_null<"t", "a">>(),
      of<alter_type<"t", "a", integer>>(), of<alter_type<"t", "a", bigint>>(),
      of<alter_type<"t", "a", bigint, using_<"1">>>(), of<alter_type<"t", "a", bigint, undo_using<"1">>>(),
      of<create_enum<"t", "a">>(), of<create_enum<"t", "a", "b">>(), of<create_enum<"t", "b", "a">>(),
      of<drop_type<"t">>(), of<create_extension<"t">>(),
      of_routine<>(), of_routine<returns<integer>>(), of_routine<returns_setof<integer>>(), of_routine<returns_table<column<"a", integer>>>(),
      of_routine<arguments<integer>>(), of_routine<arguments<in<"a", integer>>>(), of_routine<arguments<inout<"a", integer>>>(),
      of_routine<arguments<in<"a", integer, default_<"1">>>>(), of_routine<language<"sql">>(), of_routine<body<"a">>(), of_routine<body<"b">>(),
      of_routine<standard_body<"a">>(), of_routine<compiled<"a", "b">>(), of_routine<stable>(), of_routine<immutable>(), of_routine<strict>(),
      of_routine<parallel_safe>(), of_routine<security_definer>(), of_routine<leakproof>(), of_routine<window>(), of_routine<cost<"1">>(),
      of_routine<rows<"1">>(), of_routine<set_config<parameter<"a", "b">>>(), of_routine<state_type<integer>>(),
      of_routine<transition_function<"a">>(), of_routine<final_function<"a">>(), of_routine<final_function_extra>(),
      of_routine<combine_function<"a">>(), of_routine<serial_function<"a">>(), of_routine<deserial_function<"a">>(),
      of_routine<initial_state<"a">>(), of_routine<sort_operator<"a">>(), of<create_procedure<"t">>(), of<create_aggregate<"t">>(),
      of_trigger<>(), of_trigger<fires_before<inserting>>(), of_trigger<fires_after<inserting>>(), of_trigger<fires_after<updating>>(),
      of_trigger<fires_after<updating_of<"a">>>(), of_trigger<for_each_row>(), of_trigger<when<"a">>(), of_trigger<calls<"a">>(), of_trigger<calls<"a", "b">>(),
      of_trigger<constraint_trigger>(), of_trigger<deferrable>(), of_trigger<initially_deferred>(), of_trigger<from_table<"a">>(), of_trigger<old_rows<"a">>(),
      of_trigger<new_rows<"a">>(), of_trigger<disabled>(), of_trigger<enabled_always>(), of<disable_trigger<"t", "u">>(), of<drop_trigger<"t", "u">>(),
      of<drop_trigger<"t", "v">>(), of<create_event_trigger<"t", on_event<"a">>>(), of<create_event_trigger<"t", tags<"a">>>(),
      of<grant<privileges<"select">, on_table<"t">, to_roles<"a">>>(), of<grant<privileges<"insert">, on_table<"t">, to_roles<"a">>>(),
      of<grant<privileges<"select">, on_table<"u">, to_roles<"a">>>(), of<grant<privileges<"select">, on_table<"t">, to_roles<"b">>>(),
      of<grant<privileges<"select">, on_sequence<"t">, to_roles<"a">>>(), of<grant<privileges<"select">, on_function<"t">, to_roles<"a">>>(),
      of<grant<privileges<"select">, on_table<"t">, to_roles<"a">, with_grant_option>>(), of<grant<privileges<"select">, on_table<"t">, for_columns<"c">, to_roles<"a">>>(),
      of<revoke_<privileges<"select">, on_table<"t">, from_roles<"a">>>(), of_table<granted<privileges<"select">, to_roles<"a">>>(),
      of<replace_function<"t">>(), of<drop_function<"t">>(), of<drop_function<"t", integer>>(),
      // members
      of_table<>(), of_table<column<"c", text>>(), of_table<column<"c", varchar<>>>(), of_table<column<"c", varchar<1>>>(),
      of_table<column<"c", numeric<1>>>(), of_table<column<"c", numeric<1, 1>>>(), of_table<column<"c", numeric<1, -1>>>(),
      of_table<column<"c", array<text>>>(), of_table<column<"c", array<text, 2>>>(), of_table<column<"c", type_named<"x">>>(),
      of_table<column<"c", type_named<"y">>>(), of_table<column<"c", text, not_null>>(), of_table<column<"c", text, null>>(),
      of_table<column<"c", text, default_<"">>>(), of_table<column<"c", text, default_<"x">>>(),
      of_table<column<"c", text, generated<"x">>>(), of_table<column<"c", text, collate<"C">>>(),
      of_table<column<"c", text, comment<"x">>>(), of_table<column<"c", text, unique>>(), of_table<column<"c", text, primary_key>>(),
      of_table<column<"c", bigint, identity>>(), of_table<column<"c", bigint, identity_with<by_default>>>(),
      of_table<column<"c", bigint, identity_with<always, start<2>>>>(),
      of_table<column<"c", bigint, identity_with<always, increment<2>>>>(),
      of_table<column<"c", bigint, identity_with<always, cycle>>>(), of_table<column<"c", bigint, identity_with<always, no_cycle>>>(),
      of<create_sequence<"s">>(), of<create_sequence<"s", as<integer>>>(), of<create_sequence<"s", as<smallint>>>(), of<create_sequence<"s", max_value<2>>>(),
      of<create_sequence<"s", owned_by<>>>(), of<create_sequence<"s", owned_by<"t", "c">>>(), of<alter_sequence<"s", as<integer>>>(),
      of<restart_sequence<"s", 2, undo_restart<1>>>(), of<restart_sequence<"s", 2, undo_restart<3>>>(), of_table<comment<"x">>(),
      of_table<parameter<"fillfactor", "70">>(), of_table<parameter<"fillfactor", "71">>(),
      // constraints
      of_constraint<unique_on<"a">>(), of_constraint<unique_on<"b">>(), of_constraint<unique_on<"a", "b">>(),
      of_constraint<unique_on<"b", "a">>(), of_constraint<primary_key_on<"a">>(),
      of_constraint<unique_on<"a">, include<"b">>(), of_constraint<unique_on<"a">, nulls_not_distinct>(),
      of_constraint<unique_on<"a">, deferrable>(), of_constraint<unique_on<"a">, initially_deferred>(),
      of_constraint<unique_on<"a">, comment<"x">>(), of_constraint<check<"a">>(), of_constraint<check<"b">>(),
      of_constraint<check<"a">, no_inherit>(), of_constraint<check<"a">, not_valid>(),
      of_constraint<foreign_key<on<"a">, to<"t", "a">>>(), of_constraint<foreign_key<on<"a">, to<"t", "b">>>(),
      of_constraint<foreign_key<on<"a">, to<"u", "a">>>(), of_constraint<foreign_key<on<"a">, to<"t">>>(),
      of_constraint<foreign_key<on<"a">, to<"t">>, match_full>(),
      of_constraint<foreign_key<on<"a">, to<"t">, on_delete<cascade>>>(),
      of_constraint<foreign_key<on<"a">, to<"t">, on_update<cascade>>>(),
      of_constraint<foreign_key<on<"a">, to<"t">, on_delete<set_null>>>(),
      of_constraint<foreign_key<on<"a">, to<"t">, on_delete<set_null, "a">>>(),
      of_table<exclude_on<"c", on<with("a", "=")>>>(), of_table<exclude_on<"c", on<with("a", "&&")>>>(),
      // indexes
      of_index<on<"a">>(), of_index<on<"b">>(), of_index<on<"a", "b">>(), of_index<on<desc("a")>>(), of_index<on<asc("a")>>(),
      of_index<on<nulls_first("a")>>(), of_index<on<nulls_last("a")>>(), of_index<on<opclass("a", "x")>>(),
      of_index<on<collated("a", "x")>>(), of_index<on<expression("a")>>(), of_index<on<"a">, unique>(),
      of_index<on<"a">, unique, nulls_not_distinct>(), of_index<on<"a">, include<"b">>(), of_index<on<"a">, where<"b">>(),
      of_index<on<"a">, method<"hash">>(), of_index<on<"a">, with_parameters<parameter<"x", "1">>>(),
      of_index<on<"a">, comment<"x">>()};
  CHECK(std::set<model::u64>(all.begin(), all.end()).size() == all.size());
}

TEST_CASE("a frozen revision is as it was pinned, or it does not compile") {
  CHECK(test::judged<first<frozen<"0123456789abcdef">, create_table<"t">>>() == "edited in 0.0: text 0123456789abcdef");
  CHECK(test::judged<first<frozen<"">, create_table<"t">>>() == "edited in 0.0: text ");
  CHECK(test::judged<first<create_table<"t">>, test::second<steps<frozen<"x">>>>() == "edited in 1.0: text x");
  // Before what else may be wrong with it, after what is wrong before it.
  CHECK(test::judged<first<drop_table<"t">, frozen<"x">>>() == "edited in 0.0: text x");
  CHECK(test::judged<first<drop_table<"t">>, test::second<frozen<"x">>>() == "no_table in 0.0: table t");
}

}  // namespace
