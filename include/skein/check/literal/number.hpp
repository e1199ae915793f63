// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Numbers written as text, and which numbers a type holds.

#include <skein/check/literal/text.hpp>

namespace skein::checks::literals {

enum class numeral : unsigned char { number, malformed, out_of_range };

/// A whole number in decimal digits. PostgreSQL 16 reads more, such as 0x1F; C++ can write that as a number.
constexpr numeral whole(cursor c, long long least, long long most) {
  c = trimmed(c);
  const bool negative = c.peek() == '-';
  c.take_either('-', '+');
  if (!c.more()) return numeral::malformed;
  unsigned long long n = 0;
  bool over = false;
  for (; c.more(); ++c.at) {
    if (!is_digit(*c.at)) return numeral::malformed;
    over = over || n > 922337203685477580ull;
    n = n * 10 + static_cast<unsigned long long>(*c.at - '0');
  }
  const unsigned long long limit = negative ? 0 - static_cast<unsigned long long>(least) : static_cast<unsigned long long>(most);
  return over || n > limit ? numeral::out_of_range : numeral::number;
}

/// A number by its first digits and where the point stands: 0.00123 is 123 with its first digit at 10 to the power of -3.
struct decimal {
  static constexpr int most = 1024;  ///< digits that are kept; numeric(1000) has no more
  bool ok = false;
  bool finite = true;
  bool infinite = false;
  int power = 0;       ///< of ten, of the first digit
  int size = 0;        ///< digits, none for zero
  char digits[most]{};
};

constexpr void read_decimal(decimal& d, cursor c) {
  c = trimmed(c);
  if (begins(c, "nan", 3)) {
    d.ok = true, d.finite = false;
    return;
  }
  c.take_either('-', '+');
  if (begins(c, "infinity", 8) || begins(c, "inf", 3)) {
    d.ok = d.infinite = true, d.finite = false;
    return;
  }
  int before = 0, seen = 0;  // digits before the point without zeros in front, digits at all
  bool point = false;
  for (; c.more(); ++c.at) {
    if (*c.at == '.' && !point) {
      point = true;
      continue;
    }
    if (!is_digit(*c.at)) break;
    ++seen;
    if (!d.size && *c.at == '0') {
      if (point) --before;
      continue;
    }
    if (!point) ++before;
    if (d.size < decimal::most) d.digits[d.size++] = *c.at;
  }
  if (!seen) return;
  long long exponent = 0;
  if (c.take_either('e', 'E')) {
    const bool negative = c.peek() == '-';
    c.take_either('-', '+');
    if (!c.more()) return;
    for (; c.more() && is_digit(*c.at); ++c.at)
      if (exponent < 100000) exponent = exponent * 10 + (*c.at - '0');
    if (negative) exponent = -exponent;
  }
  d.ok = !c.more();
  d.power = before - 1 + static_cast<int>(exponent);
}

/// Whether |d| is at least the number of these digits at that power.
constexpr bool reaches(const decimal& d, const char* digits, int power) {
  if (!d.size || d.power != power) return d.size && d.power > power;
  for (int i = 0; digits[i]; ++i) {
    const char mine = i < d.size ? d.digits[i] : '0';
    if (mine != digits[i]) return mine > digits[i];
  }
  return true;
}

/// numeric(precision, scale), after rounding to the scale.
constexpr bool fits_numeric(const decimal& d, int precision, int scale) {
  if (!d.size) return true;
  const int room = precision - scale - 1;  // the power of ten of the first digit that it has
  if (d.power != room) return d.power < room;
  for (int i = 0; i < precision; ++i)
    if (i >= d.size || d.digits[i] != '9') return true;
  return precision >= d.size || d.digits[precision] < '5';
}

/// real and double precision: neither too large nor rounded to zero.
constexpr bool fits_float(const decimal& d, bool wide) {
  if (!d.size) return true;
  const bool over = wide ? reaches(d, "17976931348623158079", 308) : reaches(d, "34028235677973366163", 38);
  const bool under = wide ? !reaches(d, "24703282292062327209", -324) : !reaches(d, "70064923216240853547", -46);
  return !over && !under;
}

}  // namespace skein::checks::literals
