// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Declarations in lines, as a person breaks them: a table has a line for each of its members, and the types of its
/// columns stand below each other; anything else is broken where it does not fit.

#include <skein/render/cpp/source.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace skein::render::cpp {

inline constexpr std::size_t line_width = 120, indent_by = 4;

namespace detail {

/// Characters, not bytes.
inline std::size_t width_of(std::string_view s) {
  return static_cast<std::size_t>(
      std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}
/// Where the literal ends that begins there.
inline std::size_t end_of_literal(std::string_view s, std::size_t at) {
  if (s[at] == 'R') return s.find(")sql\"", at) + 5;
  for (++at; s[at] != '"'; ++at)
    if (s[at] == '\\') ++at;
  return at + 1;
}
/// What stands between the first bracket and its end, taken apart at the commas that are in no other bracket.
struct taken_apart {
  std::string_view head;  ///< with the bracket; all of it where there is none
  std::vector<std::string_view> arguments;
};
inline taken_apart take_apart(std::string_view s) {
  const std::size_t open = s.find_first_of("<(\"");
  if (open == s.npos || s[open] == '"') return {s, {}};
  taken_apart out{s.substr(0, open + 1), {}};
  std::size_t from = open + 1, depth = 0;
  for (std::size_t i = from; i < s.size(); ++i) {
    if (s[i] == '"' || (s[i] == 'R' && s.substr(i, 2) == "R\""))
      i = end_of_literal(s, i) - 1;
    else if (s[i] == '<' || s[i] == '(')
      ++depth;
    else if ((s[i] == '>' || s[i] == ')') && depth)
      --depth;
    else if (s[i] == '>' || s[i] == ')')
      out.arguments.push_back(s.substr(from, i - from));
    else if (s[i] == ',' && !depth)
      out.arguments.push_back(s.substr(from, i - from)), from = i + 2;
  }
  if (out.arguments.size() == 1 && out.arguments[0].empty()) out.arguments.clear();
  return out;
}

/// Whether a line each is for its members, however short they are.
inline bool has_members(std::string_view flat) {
  for (const std::string_view word : {"create_table<", "create_partition<", "table<"})
    if (flat.starts_with(word)) return true;
  return false;
}

/// The names of columns, so wide that their types stand below each other.
inline std::size_t widest_name(const std::vector<std::string_view>& members) {
  std::size_t widest = 0;
  for (const std::string_view m : members)
    if (m.starts_with("column<\"")) widest = std::max(widest, width_of(take_apart(m).arguments[0]));
  return std::min<std::size_t>(widest, 40);
}
inline std::string aligned(std::string_view member, std::size_t widest) {
  if (!member.starts_with("column<\"")) return std::string(member);
  const std::size_t comma = end_of_literal(member, 7), name = width_of(member.substr(7, comma - 7));
  return std::string(member.substr(0, comma + 1)) + std::string(name < widest ? widest - name : 0, ' ') +
         std::string(member.substr(comma + 1));
}

}  // namespace detail

/// What is declared in one line, as lines from that column on, where the first begins; so much stands `before` it
/// there, and `behind` it follows so much. A literal is never broken.
inline std::string laid_out(std::string_view flat, std::size_t column, std::size_t behind = 0, std::size_t before = 0) {
  const bool table = detail::has_members(flat);
  const detail::taken_apart parts = detail::take_apart(flat);
  const bool fits = flat.find('\n') == flat.npos && column + before + detail::width_of(flat) + behind <= line_width;
  if (parts.arguments.empty() || (fits && !(table && parts.arguments.size() > 2))) return std::string(flat);
  const std::size_t inner = column + indent_by, widest = table ? detail::widest_name(parts.arguments) : 0;
  std::string out(parts.head);
  std::size_t at = column + before + detail::width_of(out);
  bool leading = true;  // names stay in the first line
  for (std::size_t i = 0; i < parts.arguments.size(); ++i) {
    const bool last = i + 1 == parts.arguments.size();
    const std::string argument = detail::aligned(parts.arguments[i], widest);
    const bool plain = (detail::take_apart(argument).arguments.empty() || argument.starts_with("qualified(")) &&
                       argument.find('\n') == argument.npos;
    const std::size_t width = detail::width_of(argument) + (last ? behind + 1 : 1);
    leading = leading && plain;
    const bool same_line =
        i == 0 ? plain || !table : !table && at + 1 + width <= line_width && argument.find('\n') == argument.npos;
    if (i && (same_line || (leading && at + 1 + width <= line_width)))
      out += ' ', ++at;
    else if (i || !same_line)
      out.append("\n").append(inner, ' '), at = inner;
    const std::string lines = laid_out(argument, at, last ? behind + 1 : 1);
    out += lines;
    const std::size_t newline = lines.rfind('\n');
    at = newline == lines.npos ? at + detail::width_of(lines)
                               : detail::width_of(std::string_view(lines).substr(newline + 1));
    if (!last) out += ',', ++at;
  }
  return out + flat.back();
}

}  // namespace skein::render::cpp
