// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Extensions as SQL.

#include <skein/model/entity.hpp>
#include <skein/render/quote.hpp>

namespace skein::render::detail {

inline std::string create_extension(const model::entity_def& d) {
  std::string out = "CREATE EXTENSION " + identifier(*d.name);
  for (const model::clause& c : d.clauses)
    if (c.what == model::clause::part::schema) out += " SCHEMA " + identifier(*c.name);
  for (const model::clause& c : d.clauses)
    if (c.what == model::clause::part::version) out += " VERSION " + literal(view(c.text));
  return out;
}
inline std::string alter_extension(const model::entity_def& d) {
  return fmt::format("ALTER EXTENSION {} UPDATE TO {}", identifier(*d.name), literal(view(d.clauses[0].text)));
}

/// COMMENT ON EXTENSION with the comment that it comes with, which only the server knows.
inline std::string own_comment(const model::entity_def& d) {
  return fmt::format(
      "DO $skein$ BEGIN EXECUTE format('COMMENT ON EXTENSION %I IS %L', {0}, (SELECT comment FROM pg_available_extensions WHERE name = {0})); END $skein$",
      literal(view(d.name->name)));
}

}  // namespace skein::render::detail
