// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The list of clauses that an entity has in the state.

#include <skein/check/state/names.hpp>

namespace skein::checks {

using model::clause;
using model::clause_of;
using part = model::clause::part;

/// Puts a clause at the end of the list that begins at `first`; its place in the state.
constexpr u32 append_clause(auto& s, u32& first, const clause& c) {
  const u32 k = ++s.used.clauses;
  s.clauses[k] = clause_of(c);
  u32 last = first;
  while (last && s.clauses[last].next) last = s.clauses[last].next;
  if (last) s.clauses[last].next = k;
  else first = k;
  return k;
}

constexpr void remove_clause(auto& s, u32& first, u32 k) {
  if (first == k) {
    first = s.clauses[k].next;
    return;
  }
  u32 before = first;
  while (s.clauses[before].next != k) before = s.clauses[before].next;
  s.clauses[before].next = s.clauses[k].next;
}

/// The only clause of that kind, 0 if there is none.
constexpr u32 only_clause(const auto& s, u32 first, part what) {
  for (u32 k = first; k; k = s.clauses[k].next)
    if (s.clauses[k].value->what == what) return k;
  return 0;
}
/// The one of that name.
template <class Name>
constexpr u32 find_clause(const auto& s, u32 first, part what, const Name& name) {
  for (u32 k = first; k; k = s.clauses[k].next)
    if (s.clauses[k].value->what == what && same(s.clauses[k].name, name)) return k;
  return 0;
}
/// The one that sets an option.
constexpr u32 find_setting(const auto& s, u32 first, const model::text_view& name) {
  for (u32 k = first; k; k = s.clauses[k].next)
    if (s.clauses[k].value->what == part::setting && same(s.clauses[k].value->from, name)) return k;
  return 0;
}

}  // namespace skein::checks
