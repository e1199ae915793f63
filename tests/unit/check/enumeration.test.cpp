// SPDX-License-Identifier: BSL-1.0
#include <skein/check/enumeration.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::compared, test::first;

using start = first<create_schema<"app">, create_enum<"mood", "sad", "ok">, create_enum<qualified("app", "size"), "S", "L">,
                    create_table<"users", column<"id", bigint, primary_key>, column<"mood", type_named<"mood">>,
                                 column<"moods", array<type_named<"mood">>>>>;
using no_way = irreversible<"labels stay">;

TEST_CASE("an enum has each label once, none longer than 63 bytes") {
  CHECK(after<start, create_enum<"e">>() == "none");
  CHECK(after<start, create_enum<"e", "a", "b", "A">>() == "none");
  CHECK(after<start, create_enum<"e", "a", "b", "a">>() == "label_exists in 1.0: table e, is type, text a");
  CHECK(after<start, create_enum<"e", "">>() == "none");
  CHECK(after<start, create_enum<"e", "a2345678901234567890123456789012345678901234567890123456789012x">>() == "none");
  CHECK(after<start, create_enum<"e", "a2345678901234567890123456789012345678901234567890123456789012xy">>().substr(0, 10) == "label_size");
}

TEST_CASE("a label is added beside one that is there") {
  CHECK(after<start, add_value<"mood", "fine", no_way>>() == "none");
  CHECK(after<start, add_value<"mood", "fine", before<"ok">, no_way>, add_value<"mood", "so so", skein::after<"fine">, no_way>>() == "none");
  CHECK(after<start, add_value<"mood", "ok", no_way>>() == "label_exists in 1.0: table mood, is type, text ok");
  CHECK(after<start, add_value<"mood", "fine", before<"okay">, no_way>>() == "no_label in 1.0: table mood, is type, text okay");
  CHECK(after<start, add_value<"moods", "fine", no_way>>() == "no_entity in 1.0: table moods, is type, hint mood");
  CHECK(after<start, rename_value<"mood", "ok", "fine">, rename_value<"mood", "fine", "good">>() == "none");
  CHECK(after<start, rename_value<"mood", "ok", "fine">, rename_value<"mood", "ok", "good">>() == "no_label in 1.1: table mood, is type, text ok");
  CHECK(after<start, rename_value<"mood", "ok", "sad">>() == "label_exists in 1.0: table mood, is type, text sad");
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
