// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Enum types as SQL.

#include <skein/model/entity.hpp>
#include <skein/render/quote.hpp>

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

}  // namespace skein::render::detail
