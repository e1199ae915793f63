// SPDX-License-Identifier: BSL-1.0
#include <skein/run/number.hpp>

#include "support/catch.hpp"

#include <cstdint>
#include <limits>

using skein::run::number;

TEST_CASE("a number is the whole of its text and fits into its type", "[run][number]") {
  CHECK(number<int>("-42") == -42);
  CHECK(number<std::size_t>("7") == 7u);
  CHECK(number<std::int16_t>("32767") == 32767);
  for (const char* none : {"", "-", "7 ", "x7", "70000"}) CHECK_FALSE(number<std::int16_t>(none));
  CHECK_FALSE(number<std::size_t>("-1"));
}

TEST_CASE("fractions are exact, to the limits of their types", "[run][number]") {
  CHECK(number<double>("0.1") == 0.1);
  CHECK(number<double>("1.7976931348623157e+308") == std::numeric_limits<double>::max());
  CHECK(number<double>("5e-324") == std::numeric_limits<double>::denorm_min());
  CHECK(number<float>("1e-45") == std::numeric_limits<float>::denorm_min());
  CHECK(number<float>("16777217") == 16777216.0f);
  CHECK(number<double>("-Infinity") == -std::numeric_limits<double>::infinity());
  CHECK(number<double>("NaN") != number<double>("NaN"));
  for (const char* none : {"", "1.5x", "1,5", "1e999", "one"}) CHECK_FALSE(number<double>(none));
  CHECK_FALSE(number<float>("1e39"));
}
