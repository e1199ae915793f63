// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Column types as SQL.

#include <skein/check/text/type_text.hpp>
#include <skein/render/quote.hpp>

namespace skein::render {

/// `varchar(255)`, `numeric(10,2)`, `timestamptz(3)`, `interval day to second(3)`, `text[]`, `app."Mood"`.
inline std::string type(const model::data_type& t) {
  return checks::type_text(t, [](const model::object_name& name) { return identifier(name); });
}

}  // namespace skein::render
