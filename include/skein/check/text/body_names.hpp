// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What the bodies of routines name. To PostgreSQL a body that is a string depends on nothing: what it names may go or get
/// another name, and the routine fails when it is called. So a name is no use, which would keep a thing from changing, but it
/// is looked for again at the end of a revision in which that has changed; see routine_body.hpp.
/// In `uses` a name has two places: an entry of check/state/names.hpp, 0 for what is let go, and the name that this had.

#include <skein/check/state/simulation.hpp>

namespace skein::checks {

namespace body_names {

inline constexpr u32 places = 2;

/// By which name a body finds what stands behind the entry, as a number; 0: by none any more.
constexpr u32 name_of(const auto& s, u32 entry) {
  const u32 i = names::slot_of(entry);
  const auto number = [](bool alive, u32 name, u32 schema) { return alive ? (name ^ (schema * names::of_table)) | 1 : 0; };
  switch (entry & names::kind_mask) {
    case names::table: return number(s.tables[i].alive, s.tables[i].name->hash, s.tables[i].schema_key);
    case names::column: return s.columns[i].name ? s.columns[i].name->hash | 1 : 0;
    case names::entity: return number(s.entities[i].alive, s.entities[i].name->hash, s.entities[i].schema_key);
    case names::sequence: return number(s.sequences[i].alive, s.sequences[i].name.hash, s.sequences[i].schema_key);
    default: return 0;
  }
}

constexpr void count(auto& s, u32 entry, u32 by) {
  const u32 i = names::slot_of(entry);
  switch (entry & names::kind_mask) {
    case names::table: s.tables[i].named_by += by; break;
    case names::column: s.columns[i].flags |= flag::named; break;  // for good: it is only asked whether to look
    case names::entity: s.entities[i].named_by += by; break;
    default: break;
  }
}

constexpr u32 entry_at(const auto& s, const model::entity_state& e, u32 k) { return s.uses[e.first_named + k * places]; }
constexpr u32 name_at(const auto& s, const model::entity_state& e, u32 k) { return s.uses[e.first_named + k * places + 1]; }
constexpr bool is_lost(const auto& s, const model::entity_state& e, u32 k) {
  const u32 entry = entry_at(s, e, k);
  return entry && name_of(s, entry) != name_at(s, e, k);
}

constexpr void release(auto& s, const model::entity_state& e) {
  for (u32 k = 0; k < e.named; ++k) count(s, entry_at(s, e, k), 0u - 1);
}

}  // namespace body_names

/// What so many bodies name goes, or gets another name.
template <class Sim>
constexpr void unsettle(Sim& sim, u32 named_by) {
  if constexpr (may_hold_routines<Sim>())
    if (named_by && !sim.unsettled) sim.unsettled = sim.step + 1;
}

}  // namespace skein::checks
