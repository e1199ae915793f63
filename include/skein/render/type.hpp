// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Column types as SQL.

#include <skein/model/data_type.hpp>
#include <skein/render/quote.hpp>

namespace skein::render {

/// `varchar(255)`, `numeric(10,2)`, `timestamptz(3)`, `interval day to second(3)`, `text[]`, `app."Mood"`.
inline std::string type(const model::data_type& t) {
  std::string out = t.id == model::type_id::named ? identifier(*t.user) : model::type_table[static_cast<int>(t.id)].sql;
  if (t.id == model::type_id::interval) {
    if (t.second != model::data_type::none) out += fmt::format(" {}", model::interval_fields[t.second]);
    if (t.first != model::data_type::none) out += fmt::format("({})", t.first);
  } else if (t.second != model::data_type::none) out += fmt::format("({},{})", t.first, t.second);
  else if (t.first != model::data_type::none) out += fmt::format("({})", t.first);
  for (int i = 0; i < t.dims; ++i) out += "[]";
  return out;
}

}  // namespace skein::render
