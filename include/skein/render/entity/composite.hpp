// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Composite types as SQL.

#include <skein/model/entity.hpp>
#include <skein/render/comment.hpp>
#include <skein/render/type.hpp>

#include <vector>

namespace skein::render::detail {

inline std::string attribute_type(const model::clause& c) {
  return type(*c.type) + (c.object ? " COLLATE " + identifier(*c.object) : "");
}

inline std::vector<std::string> create_composite(const model::entity_def& d) {
  std::string attributes;
  std::vector<std::string> after;
  for (const model::clause& c : d.clauses) {
    attributes += fmt::format("{}{} {}", attributes.empty() ? "" : ", ", identifier(*c.name), attribute_type(c));
    if (c.comment.size) after.push_back(comment_on_column(*d.name, *c.name, c.comment));
  }
  after.insert(after.begin(), fmt::format("CREATE TYPE {} AS ({})", identifier(*d.name), attributes));
  return after;
}

inline std::vector<std::string> alter_composite(const model::entity_def& d) {
  using change = model::clause::change;
  const model::clause& c = d.clauses[0];
  const std::string type = fmt::format("ALTER TYPE {} ", identifier(*d.name)), name = identifier(*c.name);
  switch (c.does) {
    case change::add:
      if (c.comment.size) return {fmt::format("{}ADD ATTRIBUTE {} {}", type, name, attribute_type(c)), comment_on_column(*d.name, *c.name, c.comment)};
      return {fmt::format("{}ADD ATTRIBUTE {} {}", type, name, attribute_type(c))};
    case change::drop: return {fmt::format("{}DROP ATTRIBUTE {}", type, name)};
    case change::rename: return {fmt::format("{}RENAME ATTRIBUTE {} TO {}", type, name, identifier(*c.to))};
    case change::set: return {fmt::format("{}ALTER ATTRIBUTE {} TYPE {}", type, name, attribute_type(c))};
    default: return {comment_on_column(*d.name, *c.name, c.text)};
  }
}

}  // namespace skein::render::detail
