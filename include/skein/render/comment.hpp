// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Comments on objects.

#include <skein/model/member.hpp>
#include <skein/render/quote.hpp>

namespace skein::render {

/// `COMMENT ON what IS 'text'`; the empty text removes the comment.
inline std::string comment(std::string_view what, const model::text_view& text) {
  return fmt::format("COMMENT ON {} IS {}", what, text.size ? literal(view(text)) : "NULL");
}
inline std::string comment_on_schema(const model::ident& name, const model::text_view& text) { return comment("SCHEMA " + identifier(name), text); }
inline std::string comment_on_table(const model::object_name& table, const model::text_view& text) {
  return comment("TABLE " + identifier(table), text);
}
inline std::string comment_on_column(const model::object_name& table, const model::ident& column,
                                     const model::text_view& text) {
  return comment(fmt::format("COLUMN {}.{}", identifier(table), identifier(column)), text);
}

inline std::string comment_on_constraint(const model::object_name& table, const model::ident& name, const model::text_view& text) {
  return comment(fmt::format("CONSTRAINT {} ON {}", identifier(name), identifier(table)), text);
}
/// Of an index by its own name.
inline std::string comment_on_index(const model::object_name& name, const model::text_view& text) {
  return comment("INDEX " + identifier(name), text);
}
/// Of a member of a table, an index or a constraint.
inline std::string comment_on_member(const model::object_name& table, const model::member& m) {
  return m.index ? comment_on_index({table.schema, *m.name}, m.index->comment)
                 : comment_on_constraint(table, *m.name, m.constraint->comment);
}
inline bool has_comment(const model::member& m) { return m.name && (m.index ? m.index->comment : m.constraint->comment).size; }

}  // namespace skein::render
