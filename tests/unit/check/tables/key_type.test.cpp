// SPDX-License-Identifier: BSL-1.0
#include <skein/check/tables/key_type.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::first;

using types = first<create_domain<"year", integer>, create_domain<"years", array<integer>>, create_enum<"mood", "sad">,
                    create_enum<"tone", "sad">, create_composite<"pair", attribute<"a", integer>>,
                    create_composite<"twin", attribute<"b", text>>, create_table<"row", column<"a", integer>>>;

/// Whether a foreign key of the second type may reference a key of the first.
template <class Key, class Value>
std::string references() {
  const std::string said = after<types, create_table<"keys", column<"k", Key, unique>>,
                                 create_table<"users", column<"v", Value, skein::references<"keys", "k">>>>();
  return said.substr(0, said.find(' '));
}

TEST_CASE("integers, numbers, texts and times meet as PostgreSQL compares or casts them") {
  CHECK(references<bigint, integer>() == "none");
  CHECK(references<smallint, bigint>() == "none");
  CHECK(references<numeric<>, integer>() == "none");
  CHECK(references<numeric<5, 2>, numeric<9>>() == "none");
  CHECK(references<integer, numeric<>>() == "target_type");
  CHECK(references<real, numeric<>>() == "none");
  CHECK(references<numeric<>, real>() == "target_type");
  CHECK(references<text, varchar<9>>() == "none");
  CHECK(references<varchar<3>, varchar<>>() == "none");
  CHECK(references<character<3>, text>() == "none");
  CHECK(references<pg_name, internal_char>() == "target_type");
  CHECK(references<text, uuid>() == "target_type");
  CHECK(references<date, timestamptz>() == "none");
  CHECK(references<interval, time_>() == "none");
  CHECK(references<time_, interval>() == "target_type");
  CHECK(references<oid, integer>() == "none");
  CHECK(references<integer, oid>() == "target_type");
  CHECK(references<inet, cidr>() == "none");
  CHECK(references<varbit<>, bit<>>() == "none");
}

TEST_CASE(
    "a domain meets as what it is made of, an array and an enum their own kind alone, rows and composites each other") {
  CHECK(references<bigint, type_named<"year">>() == "none");
  CHECK(references<type_named<"year">, smallint>() == "none");
  CHECK(references<type_named<"years">, array<integer>>() == "none");
  CHECK(references<array<type_named<"year">>, array<integer>>() == "target_type");
  CHECK(references<array<text>, array<varchar<>>>() == "target_type");
  CHECK(references<array<bigint>, bigint>() == "target_type");
  CHECK(references<type_named<"mood">, type_named<"mood">>() == "none");
  CHECK(references<type_named<"mood">, type_named<"tone">>() == "target_type");
  CHECK(references<text, type_named<"mood">>() == "target_type");
  CHECK(references<type_named<"pair">, type_named<"twin">>() == "none");
  CHECK(references<type_named<"pair">, type_named<"row">>() == "none");
  CHECK(references<array<type_named<"pair">>, array<type_named<"twin">>>() == "target_type");
}

}  // namespace
