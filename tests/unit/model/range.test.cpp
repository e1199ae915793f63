// SPDX-License-Identifier: BSL-1.0
#include <skein/model/range.hpp>

#include "support/catch.hpp"

#include <string>

using skein::model::ident, skein::model::is_whole, skein::model::multirange_name;

namespace {

std::string multirange(const ident& range) {
  const ident n = multirange_name(range);
  return {n.text, n.kept()};
}

}  // namespace

TEST_CASE("a multirange type is called after its range, in 63 bytes") {
  CHECK(multirange("floatrange") == "floatmultirange");
  CHECK(multirange("range") == "multirange");
  CHECK(multirange("arrange_ranges") == "armultirange_ranges");
  CHECK(multirange("span") == "span_multirange");
  CHECK(multirange("Range") == "Range_multirange");
  CHECK(multirange("a_name_of_sixty_three_bytes_is_the_longest_that_postgresql_keep") == "a_name_of_sixty_three_bytes_is_the_longest_that_post_multirange");
  CHECK(multirange("sixty_three_bytes_with_a_range_in_the_midst_of_the_name_and_mor") == "sixty_three_bytes_with_a_multirange_in_the_midst_of_the_name_an");
  CHECK(multirange("sixty_three_bytes_with_a_range_in_the_midst_of_the_name_anéand") == "sixty_three_bytes_with_a_multirange_in_the_midst_of_the_name_an");
}

TEST_CASE("a name that is cut inside of a character is no name") {
  CHECK(is_whole(multirange_name("ééééééééééééééééééééééééééééééé")));
  CHECK(!is_whole(multirange_name("aéééééééééééééééééééééééééééééé")));
  CHECK(!is_whole(multirange_name("€€€€€€€€€€€€€€€€€€€")));
  CHECK(is_whole(multirange_name("€€€")));
}
