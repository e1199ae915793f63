// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Text that may hold a password, made fit to be shown.

#include <algorithm>
#include <string>
#include <string_view>

namespace skein::run {

/// Replaces what follows `PASSWORD` in SQL, `password=` in a conninfo and `user:` in a URL.
inline std::string without_passwords(std::string_view text) {
  static constexpr std::string_view word = "password", hidden = "…";
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  const auto is_word = [&](std::string_view s) {
    return std::equal(s.begin(), s.end(), word.begin(), word.end(), [&](char a, char b) { return lower(a) == b; });
  };
  std::string out;
  std::size_t at = 0;
  const auto copy = [&](std::size_t end) { out.append(text, at, end - at), at = end; };
  const auto hide = [&](std::size_t end) { out.append(hidden), at = std::min(end, text.size()); };
  while (at < text.size()) {
    if (text.substr(at, 3) == "://") {
      const std::size_t end = std::min(text.find_first_of("/ \n", at + 3), text.size());
      const std::size_t host = text.substr(0, end).rfind('@'), colon = text.find(':', at + 3);
      if (host != text.npos && colon < host) copy(colon + 1), hide(host);
      copy(end);
      continue;
    }
    if (!is_word(text.substr(at, word.size()))) {
      copy(at + 1);
      continue;
    }
    std::size_t value = std::min(text.find_first_not_of(" \t\n", at + word.size()), text.size());
    const bool assigned = value < text.size() && text[value] == '=';
    if (assigned) value = std::min(text.find_first_not_of(" \t\n", value + 1), text.size());
    const std::size_t quote = value < text.size() && lower(text[value]) == 'e' ? value + 1 : value;
    if (quote < text.size() && text[quote] == '\'') {
      std::size_t end = quote + 1;
      while (end < text.size() && (text[end] != '\'' || text.substr(end, 2) == "''"))
        end += text[end] == '\'' || text[end] == '\\' ? 2 : 1;
      copy(quote);
      hide(end + 1);
    } else if (assigned) {
      copy(value);
      hide(text.find_first_of(" \t\n&", value));
    } else {
      copy(value);
    }
  }
  return out;
}

}  // namespace skein::run
