// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Whose something is. An owner may do everything with it, so that privileges of his are none of their own: PostgreSQL
/// makes one of both, and no down tells them apart again.

#include <skein/check/properties/properties.hpp>
#include <skein/check/properties/rules.hpp>

namespace skein::checks {

namespace properties {

inline constexpr property_def no_owner{};

constexpr bool has_privileges(const auto& s, u32 of, const ident& role) {
  for (u32 i = 1; i <= s.used.rights; ++i)
    if (const right_state& r = s.rights[i]; r.of == of && r.held && is_alive(s, r) && same(*r.role, role)) return true;
  return false;
}
/// Whether it may belong to the role; null: to whoever runs the steps.
template <class Sim>
constexpr bool fits_owner(Sim& sim, u32 of, const ident* role) {
  verdict f = right_facts(sim, of);
  f.role = role;
  if (of == names::schema) return fail_property(sim, property_rule::of_schema_public, f);
  if ((of & names::kind_mask) == names::sequence)
    if (const u32 c = sim.sequences[names::slot_of(of)].column) {
      f.other_table = sim.tables[sim.columns[c].table].name;
      f.other_schema = sim.tables[sim.columns[c].table].schema;
      return fail_property(sim, property_rule::of_its_table, f);
    }
  if (!role) return true;
  if (!check_name(sim, *role)) return false;
  if (model::is_public(*role)) return fail_property(sim, property_rule::public_owns_nothing, right_facts(sim, of));
  if constexpr (may_hold_rights<Sim>())
    if (has_privileges(sim, of, *role)) return fail_property(sim, property_rule::has_privileges, f);
  return true;
}

}  // namespace properties

/// Whether the role may be granted something: it is not the owner.
template <class Sim>
constexpr bool may_be_granted(Sim& sim, u32 of, const ident& role) {
  if constexpr (knows_properties<Sim>)
    if (!names::is_defaults(of) && same(owner_of(sim, of), &role)) {
      verdict f = right_facts(sim, of);
      f.role = &role;
      return fail_property(sim, property_rule::is_owner, f);
    }
  return true;
}

/// A sequence that its column does not own any more stays whose the table is.
template <class Sim>
constexpr void keep_owner(Sim& sim, u32 sequence) {
  if constexpr (knows_properties<Sim>)
    if (const u32 c = sim.sequences[sequence].column)
      if (const property_state* said = find_said(sim, entry_of_table(sim.columns[c].table), property::owner))
        enter_property(sim, {sequence << names::kind_bits | names::sequence, 0, said->said, 0});
}
/// One that a column is to own is whose the table is already, as PostgreSQL asks, and from then on whose that is.
template <class Sim>
constexpr bool share_owner(Sim& sim, u32 sequence, u32 table) {
  if constexpr (knows_properties<Sim>) {
    const u32 of = sequence << names::kind_bits | names::sequence;
    if (!same(owner_of(sim, of), owner_of(sim, entry_of_table(table)))) {
      verdict f = right_facts(sim, of);
      f.other_table = sim.tables[table].name;
      f.other_schema = sim.tables[table].schema;
      return fail_property(sim, property_rule::other_owner, f);
    }
    if (owner_of(sim, of)) enter_property(sim, {of, 0, &properties::no_owner, 0});
  }
  return true;
}

}  // namespace skein::checks
