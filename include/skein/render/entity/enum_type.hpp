// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Enum types as SQL.

#include <skein/model/entity.hpp>
#include <skein/render/quote.hpp>
#include <skein/render/type.hpp>

namespace skein::render::detail {

inline std::string create_enum(const model::entity_def& d) {
  std::string labels;
  for (const model::clause& c : d.clauses) labels += (labels.empty() ? "" : ", ") + literal(view(c.text));
  return fmt::format("CREATE TYPE {} AS ENUM ({})", identifier(*d.name), labels);
}
inline std::string alter_enum(const model::entity_def& d) {
  const model::clause& c = d.clauses[0];
  const std::string type = "ALTER TYPE " + identifier(*d.name);
  if (c.does == model::clause::change::rename)
    return fmt::format("{} RENAME VALUE {} TO {}", type, literal(view(c.from)), literal(view(c.text)));
  std::string out = fmt::format("{} ADD VALUE {}", type, literal(view(c.text)));
  if (c.beside) out += fmt::format(" {} {}", c.before ? "BEFORE" : "AFTER", literal(view(c.beside)));
  return out;
}

/// A column of an enum type as one of another, by the labels' names; labels that go become others, or NULL.
inline std::string relabelled(std::string column, const model::data_type& to, const model::list<model::clause>& changes) {
  const auto becomes = [](const model::clause& c) { return c.does == model::clause::change::rename ? literal(view(c.text)) : "NULL"; };
  std::string out = column + (to.dims ? "::text[]" : "::text");
  if (to.dims)
    for (const model::clause& c : changes) out = fmt::format("array_replace({}, {}, {})", out, literal(view(c.from)), becomes(c));
  else if (!changes.empty()) {
    std::string cases;
    for (const model::clause& c : changes) cases += fmt::format(" WHEN {} THEN {}", literal(view(c.from)), becomes(c));
    out = fmt::format("(CASE {}{} ELSE {} END)", out, cases, out);
  }
  return fmt::format("{}::{}", out, type(to));
}

}  // namespace skein::render::detail
