// SPDX-License-Identifier: BSL-1.0
#include <skein/check/tables/conversion.hpp>

#include "support/catch.hpp"

#include <skein/declare/types.hpp>

namespace {

using namespace skein;
using checks::conversion, checks::convert;

template <class From, class To>
constexpr conversion from_to = convert(From::type, To::type);

TEST_CASE("an interval that ends in a coarser field loses what is finer") {
  CHECK(from_to<interval, interval_of<"day to second">> == conversion::exact);
  CHECK(from_to<interval, interval_of<"day">> == conversion::lossy);
  CHECK(from_to<interval_of<"day">, interval> == conversion::exact);
  CHECK(from_to<interval_of<"hour">, interval_of<"day to hour">> == conversion::exact);
  CHECK(from_to<interval_of<"day to minute">, interval_of<"year to month">> == conversion::lossy);
  CHECK(from_to<precision<interval_of<"minute to second">, 3>, precision<interval, 2>> == conversion::lossy);
  CHECK(from_to<precision<interval, 2>, interval_of<"minute">> == conversion::lossy);
  CHECK(from_to<interval_of<"minute">, precision<interval, 2>> == conversion::exact);
}

TEST_CASE("numbers convert into each other; what rounds is lossy, what does not fit is refused by the server") {
  CHECK(from_to<integer, bigint> == conversion::exact);
  CHECK(from_to<bigint, smallint> == conversion::exact);
  CHECK(from_to<integer, numeric<>> == conversion::exact);
  CHECK(from_to<numeric<>, integer> == conversion::lossy);
  CHECK(from_to<integer, real> == conversion::lossy);
  CHECK(from_to<smallint, real> == conversion::exact);
  CHECK(from_to<integer, double_precision> == conversion::exact);
  CHECK(from_to<bigint, double_precision> == conversion::lossy);
  CHECK(from_to<real, double_precision> == conversion::exact);
  CHECK(from_to<double_precision, real> == conversion::lossy);
  CHECK(from_to<numeric<10, 2>, numeric<12, 4>> == conversion::exact);
  CHECK(from_to<numeric<10, 4>, numeric<10, 2>> == conversion::lossy);
  CHECK(from_to<numeric<>, numeric<10, 2>> == conversion::lossy);
  CHECK(from_to<integer, numeric<3, -2>> == conversion::lossy);
}

TEST_CASE("text") {
  CHECK(from_to<varchar<10>, text> == conversion::exact);
  CHECK(from_to<text, varchar<10>> == conversion::exact);  // what is longer is refused
  CHECK(from_to<integer, text> == conversion::exact);
  CHECK(from_to<array<integer>, text> == conversion::exact);
  CHECK(from_to<type_named<"citext">, text> == conversion::exact);
  CHECK(from_to<text, integer> == conversion::none);
  CHECK(from_to<text, uuid> == conversion::none);
  CHECK(from_to<text, array<text>> == conversion::none);
}

TEST_CASE("dates and times") {
  CHECK(from_to<date, timestamp> == conversion::exact);
  CHECK(from_to<timestamp, date> == conversion::lossy);
  CHECK(from_to<timestamptz, timestamp> == conversion::exact);
  CHECK(from_to<timestamptz, time_> == conversion::lossy);
  CHECK(from_to<precision<timestamptz, 3>, timestamptz> == conversion::exact);
  CHECK(from_to<timestamptz, precision<timestamptz, 3>> == conversion::lossy);
  CHECK(from_to<timestamptz, precision<timestamp, 0>> == conversion::lossy);
  CHECK(from_to<date, time_> == conversion::none);
}

TEST_CASE("others, arrays, and types by name") {
  CHECK(from_to<json, jsonb> == conversion::exact);
  CHECK(from_to<cidr, inet> == conversion::exact);
  CHECK(from_to<inet, cidr> == conversion::lossy);
  CHECK(from_to<boolean, integer> == conversion::none);
  CHECK(from_to<bytea, text> == conversion::exact);
  CHECK(from_to<array<integer>, array<bigint>> == conversion::exact);
  CHECK(from_to<array<text>, array<integer>> == conversion::none);
  CHECK(from_to<array<integer>, integer> == conversion::none);
  CHECK(from_to<type_named<"citext">, type_named<"citext">> == conversion::exact);
  CHECK(from_to<type_named<"citext">, type_named<qualified("app", "citext")>> == conversion::none);
  CHECK(from_to<bit<4>, bit<4>> == conversion::exact);
  CHECK(from_to<polygon, box> == conversion::none);
  CHECK(from_to<box, polygon> == conversion::exact);
  CHECK(from_to<integer, regclass> == conversion::exact);
  CHECK(from_to<regclass, smallint> == conversion::none);
  CHECK(from_to<regproc, regprocedure> == conversion::exact);
  CHECK(from_to<regproc, regclass> == conversion::none);
  CHECK(from_to<text, pg_name> == conversion::lossy);
}

}  // namespace
