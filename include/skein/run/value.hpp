// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// C++ values as PostgreSQL's text and back, exactly: what a field of a row struct may hold (see check/compare/fields.hpp).
/// Requires of the session, for dates and bytes, the defaults of DateStyle (ISO) and bytea_output (hex).

#include <skein/check/maps.hpp>
#include <skein/run/error.hpp>
#include <skein/run/number.hpp>

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace skein::run {

/// A text from the server that the field's type has no value for, such as `infinity` in a date.
struct unreadable_value : error {
  using error::error;
};

namespace values {

using std::chrono::microseconds;

/// Takes numbers and separators from the front of a text; throws where they are not.
class scanner {
 public:
  explicit scanner(std::string_view text) : whole_(text), rest_(text) {}

  int number() {
    int out = 0;
    const auto [end, fault] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), out);
    if (fault != std::errc() || rest_.starts_with('-')) refuse();
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return out;
  }
  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void expect(char c) {
    if (!take(c)) refuse();
  }
  std::string_view rest() const { return rest_; }
  void end() const {
    if (!rest_.empty()) refuse();
  }
  /// Microseconds behind a decimal point, however many digits are written.
  microseconds fraction() {
    int micros = 0, digits = 0;
    while (!rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9') {
      if (digits++ < 6) micros = micros * 10 + (rest_[0] - '0');
      rest_.remove_prefix(1);
    }
    for (; digits < 6; ++digits) micros *= 10;
    return microseconds(micros);
  }
  [[noreturn]] void refuse() const {
    throw unreadable_value(fmt::format("cannot read {} as a value of the field's type", whole_));
  }

 private:
  std::string_view whole_, rest_;
};

inline std::chrono::year_month_day read_day(scanner& from) {
  const int year = from.number();
  from.expect('-');
  const int month = from.number();
  from.expect('-');
  const int day = from.number();
  return std::chrono::year(year) / month / day;
}
inline microseconds read_clock(scanner& from) {
  const int hours = from.number();
  from.expect(':');
  const int minutes = from.number();
  from.expect(':');
  microseconds out = std::chrono::hours(hours) + std::chrono::minutes(minutes) + std::chrono::seconds(from.number());
  if (from.take('.')) out += from.fraction();
  return out;
}
/// `+02`, `-03:30`, `+00:19:32`.
inline std::chrono::seconds read_offset(scanner& from) {
  const bool west = from.take('-');
  if (!west) from.expect('+');
  std::chrono::seconds out = std::chrono::hours(from.number());
  if (from.take(':')) out += std::chrono::minutes(from.number());
  if (from.take(':')) out += std::chrono::seconds(from.number());
  return west ? -out : out;
}

inline std::string write_day(std::chrono::year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}
inline std::string write_moment(std::chrono::local_time<microseconds> moment) {
  const auto midnight = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::hh_mm_ss clock(moment - midnight);
  return fmt::format("{} {:02}:{:02}:{:02}.{:06}", write_day(std::chrono::year_month_day(midnight)),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                     clock.subseconds().count());
}
inline std::chrono::local_time<microseconds> read_moment(scanner& from) {
  const auto day = read_day(from);
  from.expect(' ');
  return std::chrono::local_days(day) + read_clock(from);
}

inline std::string write_bytes(const std::vector<std::byte>& bytes) {
  std::string out = "\\x";
  for (const std::byte b : bytes) out += fmt::format("{:02x}", static_cast<unsigned>(b));
  return out;
}
inline std::vector<std::byte> read_bytes(std::string_view text) {
  const scanner all(text);
  if (!text.starts_with("\\x") || text.size() % 2) all.refuse();
  std::vector<std::byte> out;
  for (std::size_t i = 2; i < text.size(); i += 2) {
    unsigned byte = 0;
    const auto [end, fault] = std::from_chars(text.data() + i, text.data() + i + 2, byte, 16);
    if (fault != std::errc() || end != text.data() + i + 2) all.refuse();
    out.push_back(static_cast<std::byte>(byte));
  }
  return out;
}

template <class T>
T read_number(std::string_view text) {
  const std::optional<T> out = run::number<T>(text);
  if (!out) scanner(text).refuse();
  return *out;
}

/// The elements of `{a,"b \"c\"",NULL}`.
inline std::vector<std::optional<std::string>> read_array(std::string_view text) {
  scanner from(text);
  std::vector<std::optional<std::string>> out;
  from.expect('{');
  if (from.take('}')) return from.end(), out;
  do {
    std::string element;
    const bool quoted = from.take('"');
    while (!from.rest().empty()) {
      char c = from.rest()[0];
      if (quoted ? c == '"' : c == ',' || c == '}') break;
      if (!quoted && c == '{') from.refuse();  // of more dimensions
      if (from.take('\\')) c = from.rest().empty() ? '\0' : from.rest()[0];
      from.expect(c);
      element += c;
    }
    if (quoted) from.expect('"');
    out.push_back(!quoted && element == "NULL" ? std::nullopt : std::optional(std::move(element)));
  } while (from.take(','));
  from.expect('}');
  from.end();
  return out;
}
inline void write_element(std::string& out, const std::optional<std::string>& element) {
  out += out.empty() ? '{' : ',';
  if (!element) {
    out += "NULL";
    return;
  }
  out += '"';
  for (const char c : *element) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

template <class T> inline constexpr bool is_optional = false;
template <class T> inline constexpr bool is_optional<std::optional<T>> = true;

}  // namespace values

/// Throws unreadable_value.
template <class T>
T read_value(std::optional<std::string_view> text) {
  using namespace values;
  using checks::cpp_type;
  using shape = checks::shape<T>;
  if constexpr (is_optional<T>) {
    return text ? T(read_value<typename T::value_type>(text)) : T();
  } else {
    if (!text) throw unreadable_value("a null came for a field that is not std::optional");
    scanner from(*text);
    if constexpr (shape::array) {
      T out;
      for (const std::optional<std::string>& element : read_array(*text))
        out.push_back(read_value<typename T::value_type>(std::optional<std::string_view>(element)));
      return out;
    } else if constexpr (checks::has_stored<T>) {
      return stored<T>::read(read_value<typename stored<T>::type>(text));
    } else {
      constexpr cpp_type type = checks::cpp_type_of<T>();
      static_assert(type != cpp_type::unknown);
      if constexpr (type == cpp_type::string) return T(*text);
      else if constexpr (type == cpp_type::boolean) return *text == "t";
      else if constexpr (type == cpp_type::bytes) return read_bytes(*text);
      else if constexpr (type < cpp_type::string) return read_number<T>(*text);
      else if constexpr (type == cpp_type::day) {
        const auto out = read_day(from);
        return from.end(), out;
      } else if constexpr (type == cpp_type::wall_clock) {
        const auto out = read_moment(from);
        return from.end(), out;
      } else {
        const auto local = read_moment(from);
        const auto out = std::chrono::sys_time<microseconds>(local.time_since_epoch() - read_offset(from));
        return from.end(), out;
      }
    }
  }
}

/// Nothing for NULL.
template <class T>
std::optional<std::string> write_value(const T& value) {
  using namespace values;
  using checks::cpp_type;
  if constexpr (is_optional<T>) {
    return value ? write_value(*value) : std::nullopt;
  } else if constexpr (checks::shape<T>::array) {
    std::string out;
    for (const auto& element : value) write_element(out, write_value<typename T::value_type>(element));
    return out.empty() ? "{}" : out + '}';
  } else if constexpr (checks::has_stored<T>) {
    return write_value<typename stored<T>::type>(stored<T>::write(value));
  } else {
    constexpr cpp_type type = checks::cpp_type_of<T>();
    if constexpr (type == cpp_type::string) return value;
    else if constexpr (type == cpp_type::boolean) return value ? "t" : "f";
    else if constexpr (type == cpp_type::bytes) return write_bytes(value);
    else if constexpr (type == cpp_type::day) return write_day(value);
    else if constexpr (type == cpp_type::wall_clock) return write_moment(value);
    else if constexpr (type == cpp_type::instant)
      return write_moment(std::chrono::local_time<microseconds>(value.time_since_epoch())) + "+00";
    else return fmt::format("{}", value);  // of a floating-point number the shortest text that reads back the same
  }
}

}  // namespace skein::run
