// SPDX-License-Identifier: BSL-1.0
#include <skein/check/text/operand.hpp>

#include "support/catch.hpp"
#include "unit/check/judged.hpp"

namespace {

using namespace skein;
using test::after, test::first;

using begin = first<create_table<"t", column<"a", integer>, column<"d", timestamptz>, column<"b", text>, column<"day", integer>>>;

/// Of a default, and of a check.
template <model::literal Sql>
std::string default_of() {
  return after<begin, set_default<"t", "a", Sql>>();
}
template <model::literal Sql>
std::string check_of() {
  return after<begin, add_constraint<"t", check_on<"c", Sql>>>();
}

TEST_CASE("a word of the grammar that stands where a column does is one") {
  CHECK(default_of<"hour">() == "default_uses_column in 1.0: table t, column a, text hour");
  CHECK(default_of<"day">() == "default_uses_column in 1.0: table t, column a, text day");
  CHECK(default_of<"abs(1 + day)">() == "default_uses_column in 1.0: table t, column a, text day");
  CHECK(default_of<"1 - name::int">() == "default_uses_column in 1.0: table t, column a, text name");
  CHECK(default_of<"CASE day WHEN 1 THEN 2 END">() == "default_uses_column in 1.0: table t, column a, text day");
  CHECK(default_of<"CASE WHEN true THEN value ELSE 2 END">() == "default_uses_column in 1.0: table t, column a, text value");
  CHECK(check_of<"a > 0 AND hour IS NOT NULL">() == "unknown_identifier in 1.0: table t, object c, text hour");
  CHECK(check_of<"value BETWEEN 1 AND 2">() == "unknown_identifier in 1.0: table t, object c, text value");
  CHECK(check_of<"cast(value AS bigint) > 0">() == "unknown_identifier in 1.0: table t, object c, text value");
  CHECK(check_of<"day BETWEEN 1 AND 31">() == "none");
}

TEST_CASE("elsewhere it is the grammar's") {
  CHECK(default_of<"extract(day FROM now())::int">() == "none");
  CHECK(default_of<"extract(hour FROM now() AT TIME ZONE 'UTC') + 1">() == "none");
  CHECK(default_of<"length(now()::timestamp without time zone::text)">() == "none");
  CHECK(default_of<"CAST('1' AS double precision) + 1">() == "none");
  CHECK(default_of<"date '2020-01-01' - date '2019-01-01'">() == "none");
  CHECK(default_of<"extract(epoch FROM interval '1' day /* of 24 hours */ - interval '2' hour -- all\n)">() == "none");
  CHECK(default_of<"length(normalize('x', nfc))">() == "none");
  CHECK(default_of<"length(trim(both 'x' from 'xax'))">() == "none");
  CHECK(check_of<"d AT TIME ZONE 'UTC' > timestamp '2020-01-01' AND b LIKE 'x' ESCAPE '!'">() == "none");
  CHECK(check_of<"b IS NFC NORMALIZED AND b::character varying = 'x' AND (b::json) IS NOT NULL">() == "none");
  CHECK(check_of<"extract(day FROM d) = day AND d > d - '1'::interval day * 2">() == "none");
}

}  // namespace
