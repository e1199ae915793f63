// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Tracked objects as SQL.

#include <skein/model/entity.hpp>
#include <skein/render/expression.hpp>
#include <skein/render/quote.hpp>

namespace skein::render::detail {

inline std::string drop_object(const model::entity_def& d) {
  for (const model::clause& c : d.clauses)
    if (c.what == model::clause::part::drop) return std::string(without_semicolon(view(c.text)));
  std::string kind(view(d.clauses[0].text));
  for (char& c : kind) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return fmt::format("DROP {} {}", kind, identifier(*d.name));
}

}  // namespace skein::render::detail
