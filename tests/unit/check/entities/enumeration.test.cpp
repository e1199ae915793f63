// SPDX-License-Identifier: BSL-1.0
#include <skein/check/entities/enumeration.hpp>

#include "support/catch.hpp"
#include "unit/check/moods.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first;

using start = test::moods;
using no_way = irreversible<"labels stay">;

TEST_CASE("an enum has each label once, none longer than 63 bytes") {
  CHECK(after<start, create_enum<"e">>() == "none");
  CHECK(after<start, create_enum<"e", "a", "b", "A">>() == "none");
  CHECK(after<start, create_enum<"e", "a", "b", "a">>() == "label_exists in 1.0: table e, is type, text a");
  CHECK(after<start, create_enum<"e", "">>() == "none");
  CHECK(after<start, create_enum<"e", "a2345678901234567890123456789012345678901234567890123456789012x">>() == "none");
  CHECK(after<start, create_enum<"e", "a2345678901234567890123456789012345678901234567890123456789012xy">>().substr(0, 10) == "label_size");
}

TEST_CASE("the labels of a model stand in the order that the history leads to") {
  using made = first<create_enum<"mood", "sad", "ok">, add_value<"mood", "so so", before<"ok">, no_way>, rename_value<"mood", "ok", "fine">>;
  struct fits : enum_type<"mood", "sad", "so so", "fine"> {};
  struct other_order : enum_type<"mood", "so so", "sad", "fine"> {};
  struct shorter : enum_type<"mood", "sad", "so so"> {};
  CHECK(compared<made, fits>() == "none");
  CHECK(compared<made, other_order>() == "model_entity_differs: table mood, is type");
  CHECK(compared<made, shorter>() == "model_entity_differs: table mood, is type");
}

}  // namespace
