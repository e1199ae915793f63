// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What an entity is made of now, against a definition.

#include <skein/check/entities/clauses.hpp>
#include <skein/check/mix.hpp>

namespace skein::checks {

namespace digests {

constexpr u64 of_clause(const model::clause_state& k) {
  u64 h = mix(static_cast<u64>(k.value->what), k.value->text.hash);
  h = mix(mix(h, k.name.hash), k.validated);
  if (k.value->what == part::setting) h = mix(h, k.value->from.hash);
  if (k.type) h = mix(h, of_type(*k.type));
  if (k.object) h = mix(mix(h, k.object->name.hash), names::schema_key(k.object->schema));
  return k.comment ? mix(h, k.comment->hash) : h;
}

/// Whether it matters in which order an entity's clauses stand. Those of other kinds come back last.
constexpr bool in_order(entity_kind k) { return k != entity_kind::domain && k != entity_kind::composite && k != entity_kind::range && !is_view(k); }

constexpr u64 of_clauses(const auto& s, const entity_state& e) {
  u64 sum = 0;
  for (u32 k = e.first_clause; k; k = s.clauses[k].next) sum = in_order(e.what) ? mix(sum, of_clause(s.clauses[k])) : sum + of_clause(s.clauses[k]);
  return sum;
}

}  // namespace digests

/// Whether a clause is what is wanted; a constraint without a name has any.
constexpr bool same_clause(const model::clause_state& now, const clause& wanted) {
  model::clause_state k = clause_of(wanted);
  if (wanted.what == part::check && !wanted.name) k.name = now.name;
  return digests::of_clause(now) == digests::of_clause(k);
}

constexpr bool same_clauses(const auto& s, u32 i, const entity_def& d) {
  const u32 first = s.entities[i].first_clause;
  u32 k = first, clauses = 0;
  if (digests::in_order(d.what)) {
    for (u32 c = 0; c < d.clauses.size; ++c, k = s.clauses[k].next)
      if (!k || !same_clause(s.clauses[k], d.clauses[c])) return false;
    return !k;
  }
  for (; k; k = s.clauses[k].next, ++clauses) {
    bool found = false;
    for (u32 c = 0; c < d.clauses.size; ++c) found |= same_clause(s.clauses[k], d.clauses[c]);
    if (!found) return false;
  }
  for (u32 c = 0; c < d.clauses.size; ++c) {
    bool found = false;
    for (k = first; k; k = s.clauses[k].next) found |= same_clause(s.clauses[k], d.clauses[c]);
    if (!found) return false;
  }
  return clauses == d.clauses.size;
}

}  // namespace skein::checks
