// SPDX-License-Identifier: BSL-1.0
#include "integration/laboratory.hpp"

#include "support/catch.hpp"

using namespace skein;
using test::objection_to, test::proved;

namespace {

bool contains(const std::string& text, const char* words) { return text.find(words) != text.npos; }

}  // namespace

TEST_CASE("range types come, change and go as the model says, and so do their multirange types") {
  if (run::session(test::server().url()).server_version() < 140000) return;  // which PostgreSQL 13 does not have
  CHECK(proved<create_schema<"app s">, create_range<"floatrange", double_precision, subtype_diff<"float8mi">>,
               create_range<qualified("app s", "Größe"), text, collate<"C">, subtype_opclass<"text_pattern_ops">>,
               create_range<"span", numeric<10, 2>, multirange_type_name<qualified("app s", "many spans")>>,
               create_domain<"positive", integer, check<"value > 0">>, create_enum<"mood", "sad", "ok">,
               create_range<"of_domain", type_named<"positive">>, create_range<"of_enum", type_named<"mood">>, create_range<"of_arrays", array<integer>>,
               create_range<"of_ranges", type_named<"floatrange">>,
               create_table<"t", column<"f", type_named<"floatrange">, default_<"'[1,2)'">>, column<"fs", type_named<"floatmultirange">>,
                            column<"g", type_named<qualified("app s", "Größe")>>, column<"gs", array<type_named<qualified("app s", "Größe_multirange")>>>,
                            column<"s", type_named<qualified("app s", "many spans")>>, exclude_on<automatic, on<with("f", "&&")>, method<"gist">>>,
               comment_on_type<"floatrange", "of floats">, comment_on_type<"floatmultirange", "several">, comment_on_type<"floatrange", "">,
               rename_type<"floatrange", "fr">, set_type_schema<"fr", "app s">, rename_type<"floatmultirange", "frs">, set_type_schema<"frs", "app s">,
               rename_type<"positive", "more than nothing">, drop_type<"of_ranges">, drop_type<"of_domain">, drop_type<"of_enum">,
               comment_on_type<"of_arrays_multirange", "none">>() == "");
}

TEST_CASE("the multirange type has the name that PostgreSQL chooses") {
  if (run::session(test::server().url()).server_version() < 140000) return;
  CHECK(proved<create_range<"range", integer>, create_range<"ranges of ranges", integer>, create_range<"Range", integer>,
               create_range<"a_name_of_sixty_three_bytes_is_the_longest_that_postgresql_keep", integer>,
               create_range<"sixty_three_bytes_with_a_range_in_the_midst_of_the_name_and_é", integer>,
               create_range<"sixty_three_bytes_with_a_range_that_stands_in_the_midst_of_more", integer>,
               create_range<"ééééééééééééééééééééééééééééééé", integer>,
               create_table<"t", column<"a", type_named<"multirange">>, column<"b", type_named<"multiranges of ranges">>, column<"c", type_named<"Range_multirange">>,
                            column<"d", type_named<"a_name_of_sixty_three_bytes_is_the_longest_that_post_multirange">>>>() == "");
}

TEST_CASE("PostgreSQL refuses what is refused of ranges") {
  if (run::session(test::server().url()).server_version() < 140000) return;
  CHECK(contains(objection_to<create_range<"r", json>>(), "no default operator class"));
  CHECK(contains(objection_to<create_range<"r", integer, collate<"C">>>(), "does not support collation"));
  CHECK(contains(objection_to<create_range<"r", integer, subtype_opclass<"int4_ops">, subtype_opclass<"int4_ops">>>(), "conflicting or redundant options"));
  CHECK(contains(objection_to<create_enum<"r_multirange">, create_range<"r", integer>>(), "already exists"));
  CHECK(contains(objection_to<create_table<"r_multirange">, create_range<"r", integer>>(), "already exists"));
  CHECK(contains(objection_to<create_range<"r", integer>, create_table<"r_multirange">>(), "already exists"));
  CHECK(contains(objection_to<create_range<"r", integer, multirange_type_name<"r">>>(), "already exists"));
  CHECK(contains(objection_to<create_range<"r", integer>, drop_type<"r_multirange">>(), "requires it"));
  CHECK(contains(objection_to<create_range<"r", integer>, create_table<"t", column<"c", type_named<"r_multirange">>>, drop_type<"r">>(), "depend on it"));
  CHECK(contains(objection_to<create_domain<"d", integer>, create_range<"r", type_named<"d">>, drop_type<"d">>(), "depend on it"));
  CHECK(contains(objection_to<create_domain<"d", integer>, create_range<"r", type_named<"d">>, create_table<"t", column<"c", type_named<"r_multirange">>>, set_domain_not_null<"d">>(),
                 "column \"t.c\" uses it"));
  CHECK(contains(objection_to<create_composite<"c", attribute<"a", integer>>, create_range<"r", type_named<"c">>, add_attribute<"c", attribute<"r", type_named<"r">>>>(),
                 "cannot be made a member of itself"));
  CHECK(contains(objection_to<create_composite<"c", attribute<"a", integer>>, create_range<"r", type_named<"c">>, add_attribute<"c", attribute<"r", type_named<"r_multirange">>>>(),
                 "cannot be made a member of itself"));
  using apart = create_function<"apart", arguments<date, date>, returns<double_precision>, language<"sql">, immutable, body<"SELECT ($1 - $2)::double precision">>;
  CHECK(proved<apart, create_range<"r", date, subtype_diff<"apart">>>() == "");
  CHECK(contains(objection_to<apart, create_range<"r", date, subtype_diff<"apart">>, drop_function<"apart", date, date>>(), "depend on it"));
}
