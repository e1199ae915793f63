// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Which types extensions bring, and where. A column of such a type holds its extension.

#include <skein/check/entities/clause_list.hpp>
#include <skein/check/entities/known_extension.hpp>
#include <skein/check/state/simulation.hpp>

namespace skein::checks {

namespace extensions {

using model::entity_kind;

constexpr const ident& schema_of(const auto& s, u32 i) {
  const u32 k = only_clause(s, s.entities[i].first_clause, part::schema);
  return k ? *s.clauses[k].value->name : model::public_schema;
}
constexpr bool is(const auto& s, u32 i) { return s.entities[i].alive && s.entities[i].what == entity_kind::extension; }
constexpr model::text_view text_of(const char* name) { return model::view(name, __builtin_strlen(name)); }
constexpr u32 find(const auto& s, const char* name) {
  return names::find_entity(s, entity_kind::extension, 0, 0, ident(name, __builtin_strlen(name)));
}

/// Whether there is one at all, which may have what the history does not know.
constexpr bool any(const auto& s) {
  for (u32 i = 1; i <= s.used.entities; ++i)
    if (is(s, i)) return true;
  return false;
}

constexpr bool brings(const model::clause& c, const ident& type) { return c.what == part::provides && same(*c.name, type); }
/// Which types it brings, neither skein knows nor the history says.
constexpr bool may_bring_any(const auto& s, u32 i) {
  return is(s, i) && !only_clause(s, s.entities[i].first_clause, part::provides) && !is_known_extension(*s.entities[i].name);
}

/// The extension that brings the type, in whichever schema; 0 if none is known to.
constexpr u32 home_of(const auto& s, const ident& type) {
  if (!names::may_have(s.brought, names::bits_of(type.hash))) return 0;
  if (const char* known = known_home_of(type))
    if (const u32 i = find(s, known)) return i;
  for (u32 i = 1; i <= s.used.entities; ++i)
    for (u32 k = is(s, i) ? s.entities[i].first_clause : 0; k; k = s.clauses[k].next)
      if (brings(*s.clauses[k].value, type)) return i;
  return 0;
}
constexpr u32 of_type(const auto& s, const model::object_name& type) {
  const u32 i = home_of(s, type.name);
  return i && same_schema(schema_of(s, i), type.schema) ? i : 0;
}

}  // namespace extensions

}  // namespace skein::checks
