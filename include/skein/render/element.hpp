// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What an index or an exclusion is on.

#include <skein/model/member.hpp>
#include <skein/render/expression.hpp>

namespace skein::render {

/// `email`, `(lower(email)) COLLATE "C" text_pattern_ops DESC NULLS LAST`, `during WITH &&`.
inline std::string element(const model::element& e) {
  using order = model::element::order;
  using nulls = model::element::nulls;
  std::string out = e.column ? identifier(*e.column) : parenthesized(e.expression);
  if (e.collation) out += " COLLATE " + identifier(*e.collation);
  if (e.opclass) out += " " + identifier(*e.opclass);
  if (e.direction != order::unsaid) out += e.direction == order::ascending ? " ASC" : " DESC";
  if (e.null_order != nulls::unsaid) out += e.null_order == nulls::first ? " NULLS FIRST" : " NULLS LAST";
  if (e.with) out += fmt::format(" WITH {}", view(e.with));
  return out;
}

}  // namespace skein::render
