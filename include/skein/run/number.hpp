// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Numbers as the server writes them.

#include <cerrno>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <locale.h>
#include <stdlib.h>

namespace skein::run {

/// The whole text as a number, exactly, whatever the program's locale; `NaN` and `Infinity` too. Nothing if it is none,
/// or has no room in the type.
template <class Number>
std::optional<Number> number(std::string_view text) {
  Number out{};
  if constexpr (std::is_integral_v<Number>) {
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  } else {  // libc++ before 20 has no from_chars for these
    static const ::locale_t plain = ::newlocale(LC_ALL_MASK, "C", nullptr);
    const std::string copy(text);
    char* end = nullptr;
    errno = 0;
    if constexpr (std::is_same_v<Number, float>)
      out = ::strtof_l(copy.c_str(), &end, plain);
    else
      out = ::strtod_l(copy.c_str(), &end, plain);
    const bool overflow = errno == ERANGE && std::isinf(out);
    if (copy.empty() || end != copy.c_str() + copy.size() || overflow) return std::nullopt;
  }
  return out;
}

}  // namespace skein::run
