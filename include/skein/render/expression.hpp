// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// SQL that users wrote, set into the SQL that skein writes.

#include <skein/render/quote.hpp>

#include <fmt/format.h>

#include <string>

namespace skein::render {

/// The text, with a line of its own for what follows it where it ends in what may be a comment.
inline std::string fragment(std::string_view sql) {
  const auto last_line = sql.substr(sql.rfind('\n') + 1);  // npos + 1 is 0
  return std::string(sql) + (last_line.find("--") != last_line.npos ? "\n" : "");
}

inline std::string parenthesized(const model::text_view& sql) { return fmt::format("({})", fragment(view(sql))); }

/// The raw statements of an `execute`, without the semicolon and the space at their end.
inline std::string_view without_semicolon(std::string_view sql) {
  const auto end = sql.find_last_not_of("; \t\r\n");
  return sql.substr(0, end + 1);
}

/// A statement with its semicolon, for a script.
inline std::string terminated(std::string_view statement) { return fragment(statement) + ";"; }

namespace detail {

/// Reads the simplest expressions: what is not one of them is wrapped in parentheses.
struct term_reader {
  std::string_view rest;

  bool next_is(char c) const { return !rest.empty() && rest.front() == c; }
  bool skip(std::string_view text) {
    if (rest.substr(0, text.size()) != text) return false;
    rest.remove_prefix(text.size());
    return true;
  }
  bool word() {
    const auto is_part = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    };
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_part) - rest.begin();
    rest.remove_prefix(static_cast<std::size_t>(end));
    return end > 0;
  }
  bool string() {
    if (!skip("'")) return false;
    do {
      const auto end = rest.find('\'');
      if (end == rest.npos) return false;
      rest.remove_prefix(end + 1);
    } while (skip("'"));
    return true;
  }
  /// Arguments, or the elements of an array.
  bool group(char open, char close) {
    int depth = 0;
    do {
      if (next_is('\'')) {
        if (!string()) return false;
        continue;
      }
      if (rest.empty() || next_is('"') || next_is('$') || rest.substr(0, 2) == "--" || rest.substr(0, 2) == "/*") return false;
      depth += next_is(open) ? 1 : next_is(close) ? -1 : 0;
      rest.remove_prefix(1);
    } while (depth > 0);
    return true;
  }
  bool is_not() const {
    return rest.size() > 3 && (rest[0] | 32) == 'n' && (rest[1] | 32) == 'o' && (rest[2] | 32) == 't' && rest[3] == '(';
  }
  bool term() {
    if (is_not()) return false;
    if (next_is('-')) rest.remove_prefix(1);
    if (!string() && !word()) return false;
    if (next_is('(') && !group('(', ')')) return false;
    if (next_is('[') && !group('[', ']')) return false;
    while (skip("::"))
      if (!word() || (skip("[") && !skip("]"))) return false;
    return rest.empty();
  }
};

}  // namespace detail

/// A default. Constants, words, calls and their casts stand as they are; all else needs parentheses, because PostgreSQL
/// takes only part of its expressions after DEFAULT.
inline std::string default_expression(const model::text_view& sql) {
  return detail::term_reader{view(sql)}.term() ? std::string(view(sql)) : parenthesized(sql);
}

}  // namespace skein::render
