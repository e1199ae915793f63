// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Columns as SQL.

#include <skein/render/comment.hpp>
#include <skein/render/constraint.hpp>
#include <skein/render/default_expression.hpp>
#include <skein/render/identity.hpp>
#include <skein/render/type.hpp>

#include <vector>

namespace skein::render {

/// `email varchar(255) COLLATE "C" DEFAULT '' NOT NULL`: the column alone, without the constraints declared behind it.
inline std::string column(const model::member& m) {
  std::string out = fmt::format("{} {}", identifier(*m.name), type(*m.type));
  if (const auto* o = find_option(m, model::flag::collation)) out += " COLLATE " + identifier(*o->collation);
  if (const auto* o = find_option(m, model::flag::default_value)) out += " DEFAULT " + default_expression(o->text);
  if (const auto* o = find_option(m, model::flag::identity)) out += " " + identity(*o);
  if (const auto* o = find_option(m, model::flag::generated))
    out += fmt::format(" GENERATED ALWAYS AS {} STORED", parenthesized(o->text));
  if (m.flags & model::flag::not_null) out += " NOT NULL";
  return out;
}

/// A constraint that is declared behind a column, as one of the table.
inline std::string constraint_beside(const model::member& column, const model::option& o) {
  return constraint(o.constraint_name, *o.constraint, {&column.name, 1});
}
/// The same where it stands behind the column.
inline std::string constraint_behind(const model::option& o) {
  return " " + constraint(o.constraint_name, *o.constraint, {});
}

/// ALTER TABLE … ADD COLUMN, and what has to follow it.
inline std::vector<std::string> add_column(const model::object_name& table, const model::member& m) {
  std::vector<std::string> out{fmt::format("ALTER TABLE {} ADD COLUMN {}", identifier(table), column(m))};
  distinct_keys keys;
  std::vector<std::string> comments;
  for (const model::option* o : m.options) {
    if (!o->constraint) continue;
    if (o->constraint_name && o->constraint->comment.size)
      comments.push_back(comment_on_constraint(table, *o->constraint_name, o->constraint->comment));
    if (fits_behind_column(*o->constraint) && keys.add(*o->constraint, {&m.name, 1})) out.front() += constraint_behind(*o);
    else out.push_back(add_constraint(table, constraint_beside(m, *o)));
  }
  if (const auto* o = find_option(m, model::flag::comment)) out.push_back(comment_on_column(table, *m.name, o->text));
  out.insert(out.end(), comments.begin(), comments.end());
  return out;
}

}  // namespace skein::render
