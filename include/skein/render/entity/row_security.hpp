// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Row-level security as SQL.

#include <skein/model/entity.hpp>
#include <skein/render/quote.hpp>

namespace skein::render::detail {

/// Of its two names the longer one begins with another letter.
inline std::string set_row_security(const model::entity_def& d, bool on) {
  const bool forced = d.name->name.text[0] == 'f';
  return fmt::format("ALTER TABLE {} {} ROW LEVEL SECURITY", identifier(*d.table), forced ? on ? "FORCE" : "NO FORCE" : on ? "ENABLE" : "DISABLE");
}

}  // namespace skein::render::detail
