// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Text inside a connection URI.

#include <string>
#include <string_view>

namespace skein::run {

/// For a name or a path that becomes part of `postgresql://…`: everything but letters, digits and `-._~` as %XX.
inline std::string percent_encoded(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '.' || c == '_' || c == '~';
    if (plain)
      out += c;
    else
      out.append({'%', digits[byte >> 4], digits[byte & 15]});
  }
  return out;
}

}  // namespace skein::run
