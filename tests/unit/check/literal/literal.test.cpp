// SPDX-License-Identifier: BSL-1.0
#include <skein/check/literal/literal.hpp>

#include <skein/declare/types.hpp>

#include "support/catch.hpp"

namespace {

using namespace skein;
using checks::misfit;

template <class Type>
constexpr misfit of(const model::value& v) {
  return checks::misfit_of(v, Type::type);
}
template <class Type, class... Text>
constexpr bool takes(const Text&... text) {
  return (... && (of<Type>(text) == misfit::none));
}
template <class Type, class... Text>
constexpr bool refuses(misfit why, const Text&... text) {
  return (... && (of<Type>(text) == why));
}

TEST_CASE("numbers have the range of their type") {
  CHECK((takes<smallint>(-32768, 32767, "-32768", " +32767 ")));
  CHECK((refuses<smallint>(misfit::range, -32769, 32768, "32768", "99999999999999999999999")));
  CHECK((refuses<smallint>(misfit::malformed, "", "1.0", "1e3", "x", "1 2", "-", "0x1F")));
  CHECK((refuses<integer>(misfit::kind, true, 1.0)));
  CHECK((takes<integer>(-2147483648LL, 2147483647)));
  CHECK((refuses<integer>(misfit::range, -2147483649LL, 2147483648LL)));
  CHECK((takes<bigint>("9223372036854775807", "-9223372036854775808")));
  CHECK((refuses<bigint>(misfit::range, "9223372036854775808", "-9223372036854775809", "18446744073709551617")));
  CHECK((takes<oid>(0, 4294967295LL, "4294967295")));
  CHECK((refuses<oid>(misfit::range, -1, 4294967296LL, "4294967296")));
}

TEST_CASE("fractions fit their precision, after rounding") {
  CHECK((takes<numeric<>>(1, 1.5, "1e1000", "NaN", ".5", "5.", " -1.5e-3 ")));
  CHECK((refuses<numeric<>>(misfit::malformed, "", ".", "1e", "e5", "1.2.3", "1,5", "--1")));
  CHECK((takes<numeric<4, 2>>(99, 99.99, -99.99, "99.994", "0.001", 0, "000099.99", "9.9e1")));
  CHECK((refuses<numeric<4, 2>>(misfit::range, 100, -100, 99.995, "99.995", "100", "1e2", "Infinity")));
  CHECK((takes<numeric<2, -1>>(994, "994.9")));
  CHECK((refuses<numeric<2, -1>>(misfit::range, 995, "995", 1000)));
  CHECK((takes<numeric<2, 4>>("0.0099", 0.0099, "0.00994")));
  CHECK((refuses<numeric<2, 4>>(misfit::range, "0.01", "0.00995", 0.01, 1)));
  CHECK((takes<real>("3.4028235e38", "1e-45", "-Infinity", "nan", 1, 1e38)));
  CHECK((refuses<real>(misfit::range, "3.5e38", "1e39", "1e-46", 1e39, 1e-50)));
  CHECK((takes<double_precision>("1.7976931348623157e308", "5e-324", "0e999999", 1e308)));
  CHECK((refuses<double_precision>(misfit::range, "1.8e308", "1e999999999999", "2e-324")));
  CHECK((refuses<money>(misfit::kind, 1, 1.5)));
}

TEST_CASE("texts are counted in characters, blanks at the end apart") {
  CHECK((takes<varchar<3>>("abc", "abc   ", "äöü", "日本語", "")));
  CHECK((refuses<varchar<3>>(misfit::length, "abcd", "   d", "äöüß")));
  CHECK((takes<varchar<>>("as long as it likes to be")));
  CHECK((refuses<character<1>>(misfit::length, "ab")));
  CHECK((refuses<text>(misfit::malformed, "a\0b", "\xff", "\xc3", "\xe2\x82", "\x80")));
  CHECK((refuses<text>(misfit::kind, 1, 1.5, true)));
}

TEST_CASE("texts have the shape of their type") {
  CHECK((takes<boolean>(true, false, "t", "FALSE", " yes ", "on", "of", "1")));
  CHECK((refuses<boolean>(misfit::malformed, "o", "", "2", "truely", "nope")));
  CHECK((refuses<boolean>(misfit::kind, 1)));
  CHECK((takes<uuid>("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "{A0EEBC999C0B4EF8BB6D6BB9BD380A11}", "a0ee-bc99-9c0b-4ef8-bb6d-6bb9-bd38-0a11")));
  CHECK((refuses<uuid>(misfit::malformed, "", "a0eebc99", "g0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
                             "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11-", "a0e-ebc99-9c0b-4ef8-bb6d-6bb9bd380a11")));
  CHECK((takes<bytea>("", "\\x", "\\xDEad", "\\x de ad", "a\\\\b\\001")));
  CHECK((refuses<bytea>(misfit::malformed, "\\xabc", "\\xzz", "\\", "\\n", "\\400")));
  CHECK((takes<bit<4>>("0101", "xF", "b1010")));
  CHECK((refuses<bit<4>>(misfit::length, "01", "01010", "x0F")));
  CHECK((takes<varbit<4>>("01", "")));
  CHECK((refuses<varbit<4>>(misfit::malformed, "2", "xG")));
  CHECK((takes<inet>("10.0.0.1/8", "::1") && refuses<inet>(misfit::malformed, "", "localhost")));
  CHECK((takes<macaddr>("08:00:2b:01:02:03") && refuses<macaddr>(misfit::malformed, "", "lo")));
  CHECK((takes<pg_lsn>("0/0", "16/B374D848") && refuses<pg_lsn>(misfit::malformed, "", "0", "0/", "123456789/0")));
  CHECK((takes<int4range>("[1,5)", "empty", " (,) ") && refuses<int4range>(misfit::malformed, "", "1,5", "[1,5", "emptyish")));
  CHECK((takes<int4multirange>("{}", "{[1,2]}") && refuses<int4multirange>(misfit::malformed, "", "[1,2]")));
  CHECK((takes<array<text>>("{}", "{a,\"}\"}", "[0:1]={a,b}", "{{a},{b}}") &&
               refuses<array<text>>(misfit::malformed, "", "a", "{", "{a", "{a}}", "{\"a}", "{{}}", "{{ },{a}}")));
  CHECK((refuses<array<integer>>(misfit::kind, 1)));
  CHECK((takes<type_named<"mood">>("happy", 1, true, 1.5)));
}

TEST_CASE("dates and times that look like ISO 8601 are ones") {
  CHECK((takes<date>("2024-02-29", "2000-2-9", "0001-01-01", "today", "infinity", "Jan 8 1999", "1999-Jan-08", "0001-02-29 BC")));
  CHECK((refuses<date>(misfit::malformed, "", "2023-02-29", "2024-13-01", "2024-04-31", "2024-00-10", "0000-01-01", "1900-02-29", "soon")));
  CHECK((takes<timestamp>("2024-02-29 23:59:60", "2024-02-29T24:00:00", "now", "2024-01-01 10:00 PM")));
  CHECK((refuses<timestamptz>(misfit::malformed, "2024-01-01 24:01", "2024-01-01 10:60", "2024-01-01T25:00", "300000-01-01")));
  CHECK((takes<time_>("12:00", "now", "24:00", "04:05:06.789", "allballs") && refuses<time_>(misfit::malformed, "", "25:00", "10:61", "noon")));
  CHECK((takes<interval>("1 day", "P1Y") && refuses<interval>(misfit::malformed, "", "a day")));
}

TEST_CASE("JSON is JSON") {
  CHECK((takes<json>("{}", " [1, 2.5e+3, -0] ", "\"a\\u00e4\\n\"", "null", "{\"a\": {\"b\": [true, false]}}", "\"\\u0000\"", "\"\\ud800\"")));
  CHECK((refuses<json>(misfit::malformed, "", "{", "{a: 1}", "[1,]", "01", "1.", "+1", "'a'", "\"a\nb\"", "tru", "{} {}", "\"\\x\"", "\"\\u12\"", "nan")));
  CHECK((takes<jsonb>("\"\\ud83d\\ude00\"")));
  CHECK((refuses<jsonb>(misfit::malformed, "\"\\u0000\"", "\"\\ud800\"", "\"\\ude00\"", "\"\\ud800\\u0041\"")));
}

}  // namespace
