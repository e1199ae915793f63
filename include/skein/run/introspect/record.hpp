// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// One row of a catalog, its fields by number.

#include <skein/run/pqxx.hpp>

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace skein::run::introspection {

using oid = std::uint32_t;

/// PostgreSQL prints definitions as they are now, not as they were when the transaction began.
struct vanished : error {
  vanished() : error("something was dropped while it was read") {}
};

class record {
 public:
  record(const rows& of, std::size_t at) : rows_(of), at_(at) {}

  bool has(std::size_t field) const { return rows_.at(at_, field).has_value(); }
  /// Empty for NULL. It lives as long as the rows.
  std::string_view view(std::size_t field) const { return rows_.at(at_, field).value_or(""); }
  std::string text(std::size_t field) const { return std::string(view(field)); }
  /// Of what the catalogs hold for certain, unless it was dropped since. Throws vanished.
  std::string_view required(std::size_t field) const {
    const auto found = rows_.at(at_, field);
    return found ? *found : throw vanished();
  }
  bool truth(std::size_t field) const { return view(field) == "t"; }
  /// A "char"; a zero byte for an empty one and NULL.
  char letter(std::size_t field) const { return view(field).empty() ? '\0' : view(field)[0]; }
  /// 0 for NULL.
  long long number(std::size_t field) const { return number_in(view(field)); }
  oid id(std::size_t field) const { return static_cast<oid>(number(field)); }
  /// The numbers of an array or a vector, `{1,2}`, `[1, 2]` or `1 2`; none for NULL.
  std::vector<int> numbers(std::size_t field) const {
    std::vector<int> out;
    constexpr std::string_view digits = "-0123456789";
    for (std::string_view rest = view(field);;) {
      rest.remove_prefix(std::min(rest.find_first_of(digits), rest.size()));
      if (rest.empty()) return out;
      out.push_back(static_cast<int>(number_in(rest)));
      rest.remove_prefix(std::min(rest.find_first_not_of(digits), rest.size()));
    }
  }

 private:
  static long long number_in(std::string_view text) {
    long long out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
  }

  const rows& rows_;
  std::size_t at_;
};

inline void each_record(const rows& of, auto&& f) {
  for (std::size_t i = 0; i < of.size(); ++i) f(record(of, i));
}

/// Rows with the same first field follow each other; calls `f` with the place of the first, and that behind the last of
/// each.
inline void each_group(const rows& of, auto&& f) {
  for (std::size_t i = 0, end = 0; i < of.size(); i = end) {
    const std::string_view key = record(of, i).view(0);
    for (end = i; end < of.size() && record(of, end).view(0) == key;) ++end;
    f(i, end);
  }
}

}  // namespace skein::run::introspection
