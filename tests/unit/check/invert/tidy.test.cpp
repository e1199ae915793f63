// SPDX-License-Identifier: BSL-1.0
#include <skein/check/invert/tidy.hpp>

#include <skein/declare/steps.hpp>

#include <skein/check/spell/step.hpp>

#include "support/catch.hpp"

using namespace skein;

namespace {

/// The members of the table as they are written, tidied.
template <class Table>
std::string tidied() {
  checks::arena in;
  std::string out;
  for (const model::member* m : checks::tidied(Table::step.table->name, Table::step.members, in)) {
    checks::buffer b;
    checks::spelling::member(b, *m);
    out += (out.empty() ? "" : "; ") + std::string(b.text, b.size);
  }
  return out;
}

}  // namespace

TEST_CASE("a constraint of one column stands behind it, without the name that PostgreSQL chooses") {
  CHECK(tidied<create_table<"t", column<"id", bigint, not_null>, constraint<"t_pkey", primary_key_on<"id">>,
                            column<"a", text, comment<"c">>, constraint<"t_a_key", unique_on<"a">>,
                            constraint<"t_a_fkey", foreign_key<on<"a">, to<"u", "b">, on_delete<cascade>>>,
                            check_on<"t_a_check", "a <> 0">>>() ==
        "column<id, bigint, primary_key>; column<a, text, unique, references<u, b, on_delete<cascade>>, check<a <> 0>, "
        "comment<c>>");
}

TEST_CASE("names of one's own stay, and so does what stands behind no single column") {
  CHECK(tidied<create_table<"t", column<"a", text, not_null>, column<"b", text, not_null>,
                            constraint<"pk", primary_key_on<"a", "b">>, constraint<"t_a_b_key", unique_on<"a", "b">>,
                            constraint<"one", unique_on<"b">>, check_on<"two", "b > 0">, check_on<"t_check", "a > b">,
                            constraint<"t_b_key", unique_on<"b">, comment<"its name is needed">>>>() ==
        "column<a, text>; column<b, text, constraint<one, unique>>; constraint<pk, primary_key_on<a, b>>; "
        "unique_on<a, b>; check_on<two, b > 0>; check_on<automatic, a > b>; constraint<t_b_key, unique_on<b>, "
        "comment<its name is needed>>");
}
