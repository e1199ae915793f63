// SPDX-License-Identifier: BSL-1.0
#include <skein/check/text/label_texts.hpp>

#include "support/catch.hpp"
#include "unit/check/moods.hpp"

namespace {

using namespace skein;
using test::after, test::judged, test::second, test::third;

using start = test::moods;

using mood = type_named<"mood">;
template <class Type, class Option>
std::string column_of() {
  return after<start, create_table<"t", column<"m", Type, Option>>>();
}

TEST_CASE("labels that expressions name are labels") {
  const std::string wrong = "no_label in 1.0: table mood, is type, used by column t.m, text ";
  CHECK(column_of<mood, default_<"'ok'">>() == "none");
  CHECK(column_of<mood, default_<" 'okay' ">>() == wrong + "okay");
  CHECK(column_of<mood, default_<"'okay'::mood">>() == wrong + "okay");
  CHECK(column_of<mood, default_<"'okay'::\"mood\"">>() == wrong + "okay");
  CHECK(column_of<mood, default_<"'okay'::public . mood">>() == wrong + "okay");
  CHECK(column_of<mood, default_<"'okay'::app.mood">>() == "none");  // of no type that is known here
  CHECK(column_of<mood, default_<"coalesce(NULL, 'ok'::mood)">>() == "none");
  CHECK(column_of<mood, default_<"coalesce(NULL, 'okay'::mood)">>() == wrong + "okay");
  CHECK(column_of<array<mood>, default_<"'{ok, \"sad\", NULL}'">>() == "none");
  CHECK(column_of<array<mood>, default_<"'{ok, \"so sad\"}'">>() == wrong + "so sad");
  CHECK(column_of<array<mood>, default_<"'{okay}'::mood[]">>() == wrong + "okay");
  CHECK(column_of<array<mood>, default_<"ARRAY['okay']::mood[]">>() == "none");  // left to PostgreSQL
  CHECK(column_of<skein::text, default_<"'okay'">>() == "none");
  const std::string refused = "no_label in 1.0: table mood, is type, used by expression t.t_m_check, text ";
  CHECK(column_of<mood, check<"m <> 'ok'">>() == "none");
  CHECK(column_of<mood, check<"m <> 'okay'">>() == refused + "okay");
  CHECK(column_of<mood, check<"'okay' <> t.m">>() == refused + "okay");
  CHECK(column_of<mood, check<"m IS DISTINCT FROM 'okay'">>() == refused + "okay");
  CHECK(column_of<mood, check<"\"m\" NOT IN ('sad', 'okay')">>() == refused + "okay");
  CHECK(column_of<mood, check<"m IN ('sad', 'ok') OR 'okay' <> ''">>() == "none");
  CHECK(column_of<mood, check<"m::text <> 'okay'">>() == "none");
  CHECK(column_of<mood, check<"'okay' <> m::text">>() == "none");
  CHECK(column_of<mood, check<"m <> 'it''s'">>() == refused + "it''s");
  CHECK(after<start, create_index<"ix", "users", on<"id">, where<"mood = 'okay'">>>() ==
        "no_label in 1.0: table mood, is type, used by expression users.ix, text okay");
  CHECK(after<start, add_column<"users", column<"g", boolean, generated<"mood = 'okay'">>>>() ==
        "no_label in 1.0: table mood, is type, used by column users.g, text okay");
  CHECK(after<start, set_default<"users", "mood", "'okay'">>() == "no_label in 1.0: table mood, is type, used by column users.mood, text okay");
  CHECK(after<start, create_domain<"d", type_named<"mood">, default_<"'okay'">>>() == "no_label in 1.0: table mood, is type, used by domain d, text okay");
  CHECK(after<start, create_domain<"d", type_named<"mood">, check<"value <> 'okay'">>>() == "no_label in 1.0: table mood, is type, used by domain d, text okay");
  CHECK(after<start, create_policy<"p", "users", using_<"mood = 'okay'">>>() == "no_label in 1.0: table mood, is type, used by policy users.p, text okay");
}

TEST_CASE("a new label waits for its transaction in expressions, too") {
  using added = add_value<"mood", "glad">;
  CHECK(after<start, added, set_default<"users", "mood", "'glad'">>() == "label_new in 1.1: table mood, is type, used by column users.mood, text glad");
  CHECK(after<start, added, create_index<"ix", "users", on<"id">, where<"mood = 'glad'">>>() ==
        "label_new in 1.1: table mood, is type, used by expression users.ix, text glad");
  CHECK(after<start, added, create_domain<"d", type_named<"mood">, default_<"'glad'">>>() == "label_new in 1.1: table mood, is type, used by domain d, text glad");
  CHECK(after<start, outside_transaction, added, set_default<"users", "mood", "'glad'">>() == "none");
  CHECK(judged<start, second<added>, third<set_default<"users", "mood", "'glad'">>>() == "none");
  CHECK(after<start, replace_enum<"mood", labels<"sad", "ok", "glad">>, set_default<"users", "mood", "'glad'">>() == "none");
}

}  // namespace
