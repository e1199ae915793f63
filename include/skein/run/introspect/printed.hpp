// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// SQL as PostgreSQL prints it (ruleutils.c), taken apart: parentheses, lists and constants. Its strings have no
/// backslash but in E'…', where it is doubled as the quote is, so that a quote always ends a string unless another
/// one follows.

#include <string>
#include <string_view>
#include <vector>

namespace skein::run::introspection::printed {

/// Behind the string or the quoted name that begins there.
inline std::size_t behind_quoted(std::string_view sql, std::size_t at) {
  for (const char quote = sql[at++]; at < sql.size(); ++at) {
    if (sql[at] != quote) continue;
    if (at + 1 == sql.size() || sql[at + 1] != quote) return at + 1;
    ++at;
  }
  return at;
}

/// Calls `f` with each place outside of strings and quoted names, and how deep it is in parentheses, until it says
/// false.
inline void each_place(std::string_view sql, std::size_t from, auto&& f) {
  int depth = 0;
  for (std::size_t at = from; at < sql.size();) {
    if (sql[at] == '\'' || sql[at] == '"') {
      at = behind_quoted(sql, at);
      continue;
    }
    if (sql[at] == ')' || sql[at] == ']') --depth;
    if (!f(at, depth)) return;
    if (sql[at] == '(' || sql[at] == '[') ++depth;
    ++at;
  }
}

/// Where the parenthesis that begins there ends; npos if it does not.
inline std::size_t end_of_group(std::string_view sql, std::size_t open) {
  std::size_t found = sql.npos;
  each_place(sql, open, [&](std::size_t at, int depth) {
    if (at == open || depth || sql[at] != ')') return true;
    return found = at, false;
  });
  return found;
}

/// Without the parentheses around all of it.
inline std::string_view bare(std::string_view sql) {
  while (sql.size() > 1 && sql.front() == '(' && end_of_group(sql, 0) == sql.size() - 1)
    sql = sql.substr(1, sql.size() - 2);
  return sql;
}

/// The first place of a word that stands outside of everything; npos if there is none.
inline std::size_t find(std::string_view sql, std::string_view word, std::size_t from = 0) {
  std::size_t found = sql.npos;
  each_place(sql, from, [&](std::size_t at, int depth) {
    if (depth || !sql.substr(at).starts_with(word)) return true;
    return found = at, false;
  });
  return found;
}

/// What stands between commas.
inline std::vector<std::string_view> parts(std::string_view list) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    std::string_view part = list.substr(begin, end - begin);
    while (part.starts_with(' ')) part.remove_prefix(1);
    if (!part.empty()) out.push_back(part);
    begin = end + 1;
  };
  each_place(list, 0, [&](std::size_t at, int depth) {
    if (!depth && list[at] == ',') add(at);
    return true;
  });
  add(list.size());
  return out;
}

/// Whether it is a string constant and nothing else.
inline bool is_string(std::string_view sql) {
  const std::size_t quote = sql.starts_with("E'") ? 1 : 0;
  return sql.size() > quote + 1 && sql[quote] == '\'' && behind_quoted(sql, quote) == sql.size();
}
/// What a string constant holds.
inline std::string unquoted(std::string_view sql) {
  const bool escaped = sql.starts_with("E'");
  std::string out;
  for (std::size_t at = escaped ? 2 : 1; at + 1 < sql.size(); ++at) {
    out += sql[at];
    if (sql[at] == '\'' || (escaped && sql[at] == '\\')) ++at;
  }
  return out;
}

}  // namespace skein::run::introspection::printed
