// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Range types as SQL.

#include <skein/model/range.hpp>
#include <skein/render/type.hpp>

namespace skein::render::detail {

/// The multirange's name only where it is not PostgreSQL's own choice, which servers before 14 do not make.
inline std::string create_range(const model::entity_def& d) {
  using part = model::clause::part;
  std::string out;
  for (const model::clause& c : d.clauses) {
    if (c.what == part::base) out += "SUBTYPE = " + type(*c.type);
    if (c.what == part::collation) out += ", COLLATION = " + identifier(*c.object);
    if (c.what == part::opclass) out += ", SUBTYPE_OPCLASS = " + identifier(*c.object);
    if (c.what == part::canonical) out += ", CANONICAL = " + identifier(*c.object);
    if (c.what == part::difference) out += ", SUBTYPE_DIFF = " + identifier(*c.object);
    if (c.what == part::multirange && !has_automatic_multirange(d)) out += ", MULTIRANGE_TYPE_NAME = " + identifier(*c.object);
  }
  return fmt::format("CREATE TYPE {} AS RANGE ({})", identifier(*d.name), out);
}

}  // namespace skein::render::detail
