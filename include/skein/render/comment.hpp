// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Comments on objects.

#include <skein/render/quote.hpp>

namespace skein::render {

/// `COMMENT ON what IS 'text'`; the empty text removes the comment.
inline std::string comment(std::string_view what, const model::text_view& text) {
  return fmt::format("COMMENT ON {} IS {}", what, text.size ? literal(view(text)) : "NULL");
}
inline std::string comment_on_table(const model::object_name& table, const model::text_view& text) {
  return comment("TABLE " + identifier(table), text);
}
inline std::string comment_on_column(const model::object_name& table, const model::ident& column,
                                     const model::text_view& text) {
  return comment(fmt::format("COLUMN {}.{}", identifier(table), identifier(column)), text);
}

}  // namespace skein::render
