// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Column types as SQL.

#include <skein/model/data_type.hpp>

#include <string>

namespace skein::checks {

/// `varchar(255)`, `numeric(10,2)`, `timestamptz(3)`, `interval day to second(3)`, `text[]`; `named` writes the name of
/// a type that is none of PostgreSQL's.
template <class Named>
std::string type_text(const model::data_type& t, Named named) {
  constexpr int none = model::data_type::none;
  std::string out = t.id == model::type_id::named ? named(*t.user) : model::type_table[static_cast<int>(t.id)].sql;
  const auto in_parentheses = [&](int from, int to) {
    out += "(" + std::to_string(from);
    if (to != none) out += "," + std::to_string(to);
    out += ")";
  };
  if (t.id == model::type_id::interval) {
    if (t.second != none) out.append(" ").append(model::interval_fields[t.second]);
    if (t.first != none) in_parentheses(t.first, none);
  } else if (t.first != none || t.second != none) {
    in_parentheses(t.first, t.second);
  }
  for (int i = 0; i < t.dims; ++i) out += "[]";
  return out;
}

}  // namespace skein::checks
