// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// An entity's full definition as one number.

#include <skein/check/entities/entity_kinds.hpp>
#include <skein/check/mix.hpp>
#include <skein/check/properties/properties.hpp>
#include <skein/check/text/body_digest.hpp>

namespace skein::checks::digests {

constexpr u64 of_entity(const auto& s, u32 i) {
  if (!i || s.entities[i].what == entity_kind::expression) return 0;  // its holder has the text
  const model::entity_state& e = s.entities[i];
  u64 h = mix(static_cast<u64>(e.what), e.name->hash);
  h = mix(h, e.schema_key);
  h = mix(mix(h, of_clauses(s, e)), e.def->routine ? mix(of_routine(s, i), is_standard(*e.def) ? of_body(s, e) : 0) : e.def->trigger ? of_trigger(s, i) : e.def->policy ? of_policy(s, i) : of_body(s, e));
  if (const u32 m = multirange_of(s, i)) h = mix(h, of_entity(s, m));
  h = mix(h, e.comment ? e.comment->hash : 0);
  return s.used.rights | s.used.properties ? h + of_said(s, i << names::kind_bits | names::entity) : h;
}

/// What hangs on a table is a part of it.
constexpr u64 of_entities(const auto& s, u32 table) {
  u64 sum = 0;
  for (u32 i = s.tables[table].first_entity; i; i = s.entities[i].next)
    if (s.entities[i].alive) sum += of_entity(s, i);
  return sum;
}

}  // namespace skein::checks::digests
