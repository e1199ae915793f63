// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Defaults of columns: in parentheses where PostgreSQL needs them, and only there.

#include <skein/render/expression.hpp>

#include <algorithm>

namespace skein::render {

namespace detail {

/// Recognises the simplest expressions: a constant, a word, a call or an array constructor, each with its casts.
class simple_term {
 public:
  static bool is(std::string_view sql) { return simple_term(sql).matches(); }

 private:
  explicit simple_term(std::string_view sql) : rest_(sql) {}

  bool matches() {
    skip("-");
    if (!string()) {
      const std::string_view first = word();
      if (first.empty() || is_not(first)) return false;
    }
    if (next_is('(') && !group('(', ')')) return false;
    if (next_is('[') && !group('[', ']')) return false;
    while (skip("::"))
      if (word().empty() || (skip("[") && !skip("]"))) return false;
    return rest_.empty();
  }

  bool next_is(char c) const { return !rest_.empty() && rest_.front() == c; }
  bool skip(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  std::string_view word() {
    const auto is_part = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    };
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_part);
    const std::string_view found = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(found.size());
    return found;
  }
  /// NOT (…) looks like a call and is none.
  static bool is_not(std::string_view word) {
    const auto either = [&](std::size_t i, char lower, char upper) { return word[i] == lower || word[i] == upper; };
    return word.size() == 3 && either(0, 'n', 'N') && either(1, 'o', 'O') && either(2, 't', 'T');
  }

  bool string() {
    if (!skip("'")) return false;
    do {
      const auto end = rest_.find('\'');
      if (end == rest_.npos) return false;
      rest_.remove_prefix(end + 1);
    } while (skip("'"));
    return true;
  }
  /// Up to the closing mark. What may hide one, a quoted name or a comment, is not simple.
  bool group(char open, char close) {
    int depth = 0;
    do {
      if (rest_.empty() || next_is('"') || next_is('$') || rest_.starts_with("--") || rest_.starts_with("/*"))
        return false;
      if (next_is('\'')) {
        if (!string()) return false;
        continue;
      }
      depth += next_is(open) ? 1 : next_is(close) ? -1 : 0;
      rest_.remove_prefix(1);
    } while (depth > 0);
    return true;
  }

  std::string_view rest_;
};

}  // namespace detail

/// What comes after DEFAULT, where PostgreSQL takes only part of its expressions without parentheses.
inline std::string default_expression(const model::text_view& sql) {
  return detail::simple_term::is(view(sql)) ? std::string(view(sql)) : parenthesized(sql);
}

}  // namespace skein::render
