// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What tells overloads apart: the types of a routine's arguments, by identity. A type of the history's is its slot, so that a
/// function keeps its identity when a type that it takes is renamed, as in PostgreSQL.

#include <skein/check/state/simulation.hpp>
#include <skein/model/routine.hpp>

namespace skein::checks {

using model::routine_def;

/// The history's entity or, of a row type, its table, as an entry of check/state/names.hpp; 0 for any other type.
constexpr u32 type_entry(const auto& s, const model::data_type& t) {
  if (t.id != model::type_id::named) return 0;
  if (const u32 i = names::find_type(s, *t.user)) return i << names::kind_bits | names::entity;
  const u32 e = names::find_relation(s, t.user->schema, t.user->name);
  const u32 is = e & names::kind_mask;
  return is == names::table || is == names::entity ? e : 0;
}

/// Lengths and precisions apart, which are no part of an argument's type.
constexpr u32 type_key(const model::data_type& t, u32 entry) {
  u32 h = static_cast<u32>(t.id) * 2 + (t.dims > 0);
  if (entry) h ^= entry * names::spread;
  else if (t.id == model::type_id::named) h ^= t.user->name.hash ^ (names::schema_key(t.user->schema) * names::of_table);
  return h * names::of_table ^ h >> 15;
}

constexpr u32 add_type_key(u32 h, const model::data_type& t, u32 entry) { return (h ^ type_key(t, entry)) * names::spread + 1; }

/// Of what a step declares.
constexpr u32 signature_key(const auto& s, const routine_def& r) {
  u32 h = 0;
  for (u32 i = 0; i < r.arguments.size; ++i)
    if (const model::argument& a = r.arguments.data[i]; a.is_input()) h = add_type_key(h, *a.type, type_entry(s, *a.type));
  return h;
}

constexpr u32 input_count(const routine_def& r) {
  u32 n = 0;
  for (u32 i = 0; i < r.arguments.size; ++i) n += r.arguments.data[i].is_input();
  return n;
}

}  // namespace skein::checks
