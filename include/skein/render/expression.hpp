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

}  // namespace skein::render
