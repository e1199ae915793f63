// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Which type of the history's own a type is, and what is behind it.

#include <skein/check/entities/extension.hpp>

namespace skein::checks {

/// The entity that a type is, or is an array of, or the extension that brings it.
template <class State>
constexpr u32 type_entity(const State& s, const model::data_type& t) {
  if (t.id != model::type_id::named) return 0;
  if (const u32 i = names::find_type(s, *t.user)) return i;
  if constexpr (may_hold_entities<State>()) return s.used.entities ? extensions::of_type(s, *t.user) : 0;
  else return 0;
}

/// What values of the type are: of a domain what it is made of, of any other type that type. An array of a domain is an array.
constexpr const model::data_type& base_type(const auto& s, const model::data_type& t) {
  const model::data_type* found = &t;
  while (found->id == model::type_id::named && !found->dims) {
    const u32 i = type_entity(s, *found);
    if (!i || s.entities[i].what != model::entity_kind::domain) break;
    found = s.clauses[s.entities[i].first_clause].type;  // what it is made of comes first
  }
  return *found;
}

}  // namespace skein::checks
