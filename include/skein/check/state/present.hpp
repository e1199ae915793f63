// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What stands behind an entry of check/state/names.hpp, as it is called now.

#include <skein/check/state/names.hpp>

namespace skein::checks {

/// Both null for what has no name, or one that no declaration wrote in full (objects, sequences); a column has no schema.
struct present {
  const ident* name = nullptr;
  const ident* schema = nullptr;
};
constexpr present present_of(const auto& s, u32 entry) {
  const u32 i = names::slot_of(entry);
  switch (entry & names::kind_mask) {
    case names::table: return {s.tables[i].name, s.tables[i].schema};
    case names::column: return {s.columns[i].name, nullptr};
    case names::columns: return {s.tables[s.columns[i].table].name, s.tables[s.columns[i].table].schema};
    case names::entity: return {s.entities[i].name, s.entities[i].schema};
    default: return {};
  }
}

}  // namespace skein::checks
