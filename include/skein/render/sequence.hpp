// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The sequence of a serial column that has another name than PostgreSQL would choose: made by hand, as `serial` does it.

#include <skein/model/member.hpp>
#include <skein/render/quote.hpp>
#include <skein/render/type.hpp>

#include <vector>

namespace skein::render {

/// The name, if one is given.
inline const model::ident* sequence_name(const model::member& m) {
  const model::option* o = find_option(m, model::flag::serial);
  return o && o->sequence ? o->sequence->name : nullptr;
}

/// CREATE SEQUENCE … OWNED BY, ALTER TABLE … SET DEFAULT nextval(…). Requires: the column, as its plain integer type.
inline std::vector<std::string> give_sequence(const model::object_name& table, const model::member& m) {
  const std::string sequence = identifier(model::object_name(table.schema, *sequence_name(m)));
  const std::string column = identifier(*m.name);
  return {fmt::format("CREATE SEQUENCE {} AS {} OWNED BY {}.{}", sequence, type(*stored_type(m.type)), identifier(table), column),
          fmt::format("ALTER TABLE {} ALTER COLUMN {} SET DEFAULT nextval({}::regclass)", identifier(table), column, literal(sequence))};
}

}  // namespace skein::render
