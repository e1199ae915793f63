// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// How tools name the files of their migrations, and what order these are in.

#include <skein/run/adopt/text_file.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace skein::run::adoption {

/// What the name of one file says.
enum class way : unsigned char { up, down, both, repeatable };
struct named_file {
  std::string version{};  ///< as the tool records it
  std::string message{};
  way what{};
};

/// `000001_add_users.up.sql`, `20230101120000_add_users.sql`, diesel's directory `2023-01-01-120000_add_users`: digits,
/// then what the migration does.
inline std::optional<named_file> read_numbered(std::string_view name) {
  named_file out{{}, {}, way::both};
  if (name.ends_with(".up.sql"))
    out.what = way::up;
  else if (name.ends_with(".down.sql"))
    out.what = way::down;
  name.remove_suffix(out.what == way::up ? 7 : out.what == way::down ? 9 : name.ends_with(".sql") ? 4 : 0);
  std::size_t at = 0;
  for (; at < name.size() && ((name[at] >= '0' && name[at] <= '9') || (at && name[at] == '-')); ++at)
    if (name[at] != '-') out.version += name[at];
  if (out.version.empty() || name[at - 1] == '-' || (at < name.size() && name[at] != '_' && name[at] != '.'))
    return std::nullopt;
  out.message = at < name.size() ? name.substr(at + 1) : name;
  return out;
}

/// Flyway's `V1_2__add_users.sql`, `U1_2__add_users.sql`, `R__views.sql`.
inline std::optional<named_file> read_flyway(std::string_view name) {
  if (!name.ends_with(".sql") || name.size() < 6) return std::nullopt;
  name.remove_suffix(4);
  const char letter = name[0];
  const std::size_t separator = name.find("__");
  if (separator == name.npos || (letter != 'V' && letter != 'U' && letter != 'R')) return std::nullopt;
  named_file out{std::string(name.substr(1, separator - 1)), std::string(name.substr(separator + 2)),
                 letter == 'V'   ? way::up
                 : letter == 'U' ? way::down
                                 : way::repeatable};
  std::replace(out.version.begin(), out.version.end(), '_', '.');
  const bool digits = out.version.find_first_not_of("0123456789.") == out.version.npos;
  if (!digits || out.version.empty() != (letter == 'R')) return std::nullopt;
  if (letter == 'R') out.version = name;
  return out;
}

/// Versions by the numbers that they are made of: 9 before 10, 1.2 before 1.10; below 0, 0 or above. 1 and 001 are the
/// same, and 1 and 1.0.
inline int compare_versions(std::string_view a, std::string_view b) {
  const auto number = [](std::string_view& rest) {
    const std::size_t dot = std::min(rest.find('.'), rest.size());
    std::string_view out = rest.substr(0, dot);
    rest.remove_prefix(std::min(dot + 1, rest.size()));
    out.remove_prefix(std::min(out.find_first_not_of('0'), out.size()));
    return out;
  };
  while (!a.empty() || !b.empty()) {
    const std::string_view x = number(a), y = number(b);
    if (x.size() != y.size()) return x.size() < y.size() ? -1 : 1;
    if (const int order = x.compare(y)) return order;
  }
  return 0;
}

/// `add_users` and `add-users` as words.
inline std::string words_of(std::string_view name) {
  std::string out(trimmed(name));
  for (char& c : out)
    if (c == '_' || c == '-') c = ' ';
  return std::string(trimmed(out));
}

}  // namespace skein::run::adoption
