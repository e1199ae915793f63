// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Indexes as SQL.

#include <skein/render/element.hpp>
#include <skein/render/parameter.hpp>

namespace skein::render {

/// What an index and an exclusion constraint have in common: `USING gist (…) INCLUDE (…) NULLS NOT DISTINCT WITH (…)`.
inline std::string index_body(const model::index_def& index) {
  std::string elements, parameters;
  for (const auto& e : index.elements) elements += (elements.empty() ? "" : ", ") + element(e);
  for (const auto& p : index.parameters) parameters += (parameters.empty() ? "" : ", ") + parameter(p);
  std::string out =
      index.method ? fmt::format("USING {} ({})", identifier(*index.method), elements) : fmt::format("({})", elements);
  if (!index.include.empty()) out += fmt::format(" INCLUDE ({})", identifiers(index.include));
  if (index.nulls_not_distinct) out += " NULLS NOT DISTINCT";
  if (!parameters.empty()) out += fmt::format(" WITH ({})", parameters);
  return out;
}

/// CREATE INDEX. Without a name PostgreSQL chooses one.
inline std::string create_index(const model::ident* name, const model::object_name& table,
                                const model::index_def& index, bool concurrently = false) {
  std::string out = index.unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ";
  if (concurrently) out += "CONCURRENTLY ";
  if (name) out += identifier(*name) + " ";
  out += fmt::format("ON {} {}", identifier(table), index_body(index));
  if (index.where) out += fmt::format(" WHERE {}", view(index.where));
  return out;
}

}  // namespace skein::render
