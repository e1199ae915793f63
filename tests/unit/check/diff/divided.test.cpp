// SPDX-License-Identifier: BSL-1.0
// Into how many revisions steps go. That each then verifies is what the test `revision` is about.
#include <skein/check/diff/divided.hpp>

#include <skein/declare/entities/enum_type.hpp>
#include <skein/declare/steps.hpp>
#include <skein/check/trial.hpp>

#include "support/catch.hpp"

namespace {

using namespace skein;

/// How many steps each revision has.
template <class... Step>
std::vector<std::size_t> sizes(const checks::live_state& from = {}) {
  checks::arena in;
  std::vector<std::size_t> out;
  for (const auto& part : checks::divided({&Step::step...}, from, in)) out.push_back(part.size());
  return out;
}
template <class... Step>
checks::live_state state_after() {
  checks::trial s;
  CHECK((s.take(Step::step) && ...));
  return s.state;
}
using sizes_t = std::vector<std::size_t>;

}  // namespace

TEST_CASE("what one transaction can do is one revision") {
  CHECK(sizes<>() == sizes_t{});
  CHECK(sizes<create_table<"t", column<"a", integer>>, add_column<"t", column<"b", text>>>() == sizes_t{2});
  CHECK(sizes<create_enum<"e", "a">, add_value<"e", "b">, create_table<"t", column<"e", type_named<"e">, default_<"'b'">>>>() ==
        sizes_t{2, 1});  // PostgreSQL does not take it though the type is of the same transaction
}

TEST_CASE("a new label is used in the revision behind it, and a label of that in the next but one") {
  const checks::live_state from = state_after<create_enum<"e", "a">, create_table<"t", column<"c", type_named<"e">>>>();
  CHECK(sizes<add_value<"e", "b">, add_column<"t", column<"n", integer>>, set_default<"t", "c", "'b'">, add_value<"e", "d">,
              add_constraint<"t", check_on<"t_c", "c <> 'd'">>>(from) == sizes_t{2, 2, 1});
}

TEST_CASE("a step that fits nowhere gives no revisions") {
  CHECK(sizes<create_table<"t", column<"a", integer>>, drop_column<"t", "b">>() == sizes_t{});
}

TEST_CASE("each revision says of itself that it breaks bodies") {
  const checks::live_state from =
      state_after<create_enum<"e", "a">, create_table<"t", column<"c", type_named<"e">>, column<"d", integer>>,
            create_function<"f", returns<bigint>, language<"sql">, body<"SELECT count(d) FROM t">>>();
  CHECK(sizes<add_value<"e", "b">, set_default<"t", "c", "'b'">, drop_column<"t", "d", loses_data>>(from) == sizes_t{1, 3});
}
