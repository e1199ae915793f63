// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Files of SQL, which come from outside: whatever is no text is refused, and what is text stays as it is.

#include <skein/run/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>

namespace skein::run::adoption {

/// More is a dump of data, which a program should not be made of.
inline constexpr std::uintmax_t largest_file = 16 * 1024 * 1024;

/// Where a text stops being UTF-8 (RFC 3629, section 4); npos: nowhere.
inline std::size_t end_of_utf8(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned first = byte(i), second = byte(i + 1);
    const std::size_t size = first < 0x80   ? 1
                             : first < 0xC2 ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
    // Neither longer than needed, nor half of a pair, nor beyond the last character.
    const bool odd = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
                     (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
    if (size == 0 || odd) return i;
    for (std::size_t k = 1; k < size; ++k)
      if ((byte(i + k) & 0xC0) != 0x80) return i;
    i += size;
  }
  return text.npos;
}

/// What stands in the file, without a byte order mark; its ends of lines as they are, since they may be part of a
/// literal.
/// Errors:   unadoptable, naming the file
inline std::string read_text(const std::filesystem::path& file) {
  namespace fs = std::filesystem;
  std::error_code failure;
  const fs::file_status status = fs::status(file, failure);
  if (failure) throw unadoptable(fmt::format("{} cannot be read: {}", file.string(), failure.message()));
  if (fs::is_directory(status)) throw unadoptable(fmt::format("{} is a directory, not a file of SQL", file.string()));
  if (!fs::is_regular_file(status))
    throw unadoptable(fmt::format("{} is no file that SQL can stand in", file.string()));
  if (const auto size = fs::file_size(file, failure); !failure && size > largest_file)
    throw unadoptable(fmt::format("{} has {} MB, and more than {} MB are not taken over: load its data another way",
                                  file.string(), size >> 20, largest_file >> 20));
  std::ifstream in(file, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(in)), {});
  if (!in) throw unadoptable(fmt::format("{} cannot be read: have its permissions looked at", file.string()));
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  const std::size_t odd = std::min(end_of_utf8(text), text.find('\0'));
  if (odd != text.npos)
    throw unadoptable(fmt::format("{}:{}: it is not UTF-8 text; convert it first, for example with iconv",
                                  file.string(),
                                  1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(odd), '\n')));
  return text;
}

/// Calls `f` with each line, without its end, and the place where the next one begins.
inline void each_line(std::string_view text, auto&& f) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t newline = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, newline - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    at = std::min(newline + 1, text.size());
    f(line, at);
  }
}
inline std::string_view trimmed(std::string_view s) {
  constexpr std::string_view blanks = " \t\r\n";
  s.remove_prefix(std::min(s.find_first_not_of(blanks), s.size()));
  s.remove_suffix(s.size() - (s.find_last_not_of(blanks) + 1));  // npos + 1 is 0
  return s;
}

}  // namespace skein::run::adoption
