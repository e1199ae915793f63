// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Properties are set. What changes nothing is refused: its down could not be told from its up.

#include <skein/check/properties/owners.hpp>
#include <skein/check/properties/table_properties.hpp>

namespace skein::checks {

/// On that entry.
template <class Sim>
constexpr bool change_property(Sim& sim, u32 of, const property_def& d) {
  property_state x{of, 0, &d, 0};
  if (d.what == property::owner ? !properties::fits_owner(sim, of, d.value) : !properties::fits_table(sim, x))
    return false;
  const property_state* now = find_said(sim, of, d.what, x.column);
  const bool alike =
      !now ? !d.value
           : now->said->index == d.index && (d.index ? now->index == x.index : same(now->said->value, d.value));
  if (alike) return sim.fail(fault::no_effect, right_facts(sim, of, x.column));
  enter_property(sim, x);
  return d.what != property::persistence || sim.creating || properties::fits_persistence(sim, names::slot_of(of));
}

/// A member of a table that is being created.
template <class Sim>
constexpr bool set_property_of_table(Sim& sim, u32 table, const property_def& d) {
  if (d.mistake) return fail_misplaced(sim, d.mistake);
  if (d.name || d.routine)
    return fail_misplaced(sim, model::unhashed("a member of a table is of that table; leave out what it is of"));
  return change_property(sim, entry_of_table(table), d);
}

}  // namespace skein::checks
