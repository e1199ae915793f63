// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Texts of dates and times. PostgreSQL reads many notations; one that begins as ISO 8601 does is judged, others are left to it.

#include <skein/check/literal/text.hpp>

namespace skein::checks::literals {

/// Digits, as a number; `n` becomes how many there were. More than nine are left alone.
constexpr u32 number(cursor& c, int& n) {
  const char* p = c.at;
  const char* const most = c.end - p > 9 ? p + 9 : c.end;
  u32 out = 0;
  for (char digit{}; p != most && (digit = *p) >= '0' && digit <= '9'; ++p) out = out * 10 + static_cast<u32>(digit - '0');
  n = static_cast<int>(p - c.at);
  c.at = p;
  return out;
}

/// hh:mm[:ss]; what does not look like it is not judged.
constexpr bool is_clock(cursor c) {
  int n = 0;
  const u32 hour = number(c, n);
  if (n < 1 || n > 2 || !c.take(':')) return true;
  const u32 minute = number(c, n);
  if (n != 2) return true;
  u32 second = 0;
  if (c.take(':')) second = number(c, n);
  return hour <= 24 && minute <= 59 && second <= 60 && (hour < 24 || (minute == 0 && second == 0));
}

/// yyyy-mm-dd[ hh:mm…]; the latest year depends on the type.
constexpr bool is_day(cursor c, u32 last_year) {
  int digits = 0, n = 0, k = 0;
  const u32 year = number(c, digits);
  if (digits < 4 || digits > 7 || !c.take('-')) return true;
  const u32 month = number(c, n);
  if (n < 1 || n > 2 || !c.take('-')) return true;
  const u32 day = number(c, k);
  if (k < 1 || k > 2) return true;
  constexpr u32 days[]{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1 || year > last_year || month < 1 || month > 12 || day < 1 || day > days[month - 1]) return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (month == 2 && day == 29 && !leap && !contains(c, "b")) return false;  // before Christ other years are
  return (!c.take(' ') && !c.take_either('T', 't')) || is_clock(c);
}

/// Without a digit, or a word that stands for a moment, a text is none.
constexpr bool has_moment(cursor c) {
  if (has_digit(c)) return true;
  constexpr const char* words[]{"now", "today", "tomorrow", "yesterday", "epoch", "infinity", "allballs"};
  for (const char* word : words)
    if (contains(c, word)) return true;
  return false;
}

}  // namespace skein::checks::literals
