// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Properties in the state. As privileges they hang on the slot of what they are of: renames leave them alone, and with
/// it they are gone.

#include <skein/check/privileges/rights.hpp>
#include <skein/model/property.hpp>

namespace skein::checks {

using model::property;
using model::property_def;
using model::property_state;

/// A history in which nothing is said of properties does not pay for them, not even for a call: `if constexpr
/// (knows_properties<Sim>)`.
template <class S>
inline constexpr bool knows_properties = true;
template <class S>
requires requires { S::has_properties; }
inline constexpr bool knows_properties<S> = S::has_properties;
template <class S>
inline constexpr bool knows_properties<S&> = knows_properties<S>;
template <class S>
inline constexpr bool knows_properties<const S> = knows_properties<S>;

namespace names {

constexpr u32 property_key(u32 of, u32 column, model::property what) {
  return (of * of_table) ^ (column * of_constraint) ^ static_cast<u32>(what);
}
constexpr u32 find_property(const auto& s, u32 of, u32 column, model::property what) {
  u32 p = (property_key(of, column, what) * spread) >> s.shift;
  for (; const u32 e = s.names[p]; p = (p + 1) & s.mask) {
    if ((e & kind_mask) != names::property) continue;
    const property_state& x = s.properties[e >> kind_bits];
    if (x.of == of && x.column == column && x.said->what == what) return e >> kind_bits;
  }
  return 0;
}
constexpr void insert_property(auto& s, u32 i) {
  const property_state& x = s.properties[i];
  insert(s, property_key(x.of, x.column, x.said->what), i << kind_bits | names::property);
}

}  // namespace names

/// What is said of a property; null: nothing, it is as PostgreSQL begins.
template <class Schema>
constexpr const property_state* find_said([[maybe_unused]] const Schema& s, [[maybe_unused]] u32 of,
                                          [[maybe_unused]] property what, [[maybe_unused]] u32 column = 0) {
  if constexpr (knows_properties<Schema>) {
    const u32 i = names::find_property(s, of, column, what);
    const property_state& x = s.properties[i];
    if (i && x.said->value && (!x.index || s.objects[x.index].alive)) return &x;
  }
  return nullptr;
}
constexpr const ident* value_of(const auto& s, u32 of, property what, u32 column = 0) {
  const property_state* said = find_said(s, of, what, column);
  return said ? said->said->value : nullptr;
}
constexpr void enter_property(auto& s, const property_state& x) {
  const u32 known = names::find_property(s, x.of, x.column, x.said->what), i = known ? known : ++s.used.properties;
  s.properties[i] = x;
  if (!known) names::insert_property(s, i);
}
/// Whether what it is of is there, and what it names.
constexpr bool is_alive(const auto& s, const property_state& x) {
  return is_alive(s, right_state{x.of, x.column, nullptr, 0, 0, nullptr}) && (!x.index || s.objects[x.index].alive);
}
constexpr bool is_said(const auto& s, const property_state& x) { return x.said->value && is_alive(s, x); }

/// A table as an entry.
constexpr u32 entry_of_table(u32 table) { return table << names::kind_bits | names::table; }
constexpr bool is_unlogged(const auto& s, u32 table) {
  return value_of(s, entry_of_table(table), property::persistence);
}

/// Whose it is; null: it is whoever's ran the steps. A sequence that a column owns is whose the column's table is.
constexpr const ident* owner_of(const auto& s, u32 of) {
  if ((of & names::kind_mask) == names::sequence)
    if (const u32 c = s.sequences[names::slot_of(of)].column) of = entry_of_table(s.columns[c].table);
  return value_of(s, of, property::owner);
}

/// Calls `f` with everything that is said of the entry.
template <class Schema>
constexpr void each_property(const Schema& s, u32 of, auto&& f) {
  if constexpr (knows_properties<Schema>)
    for (u32 i = 1; i <= s.used.properties; ++i)
      if (s.properties[i].of == of && is_said(s, s.properties[i])) f(s.properties[i]);
}

namespace digests {

constexpr u64 of_property(const auto& s, const property_state& x) {
  const u64 value = x.index ? s.objects[x.index].name.hash : x.said->value->hash;
  return mix(mix(static_cast<u64>(x.said->what) * 2 + x.said->index + 1, value),
             x.column ? s.columns[x.column].name->hash : 0);
}
constexpr u64 of_properties(const auto& s, u32 of) {
  u64 sum = 0;
  each_property(s, of, [&](const property_state& x) { sum += of_property(s, x); });
  return sum;
}
/// What is said of an object beside what it is made of: its privileges and its properties.
constexpr u64 of_said(const auto& s, u32 of) { return of_rights(s, of) + of_properties(s, of); }

}  // namespace digests

}  // namespace skein::checks
