// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A step that sets a property.

#include <skein/check/privileges/privileges.hpp>
#include <skein/check/properties/property_change.hpp>

namespace skein::checks {

/// Calls `f` with the object that it is said of, as an entry and by its name; with 0 if it is not there.
constexpr void each_subject(const auto& s, const property_def& d, auto&& f) {
  const model::object_name* const one[]{d.name};
  each_granted(s, privilege_def{.on = d.on, .objects = {one, 1}, .routine = d.routine}, f);
}
/// The object of the statement as an entry; 0 after a fault.
constexpr u32 require_subject(auto& sim, const property_def& d) {
  u32 found = 0;
  each_subject(sim, d, [&](u32 of, const model::object_name& n) {
    found = of;
    if (!of) fail_object_missing(sim, privilege_def{.on = d.on, .routine = d.routine}, n);
  });
  return found;
}

template <class Sim>
constexpr bool set_property(Sim& sim, const property_def& d) {
  if (d.mistake) return fail_misplaced(sim, d.mistake);
  const u32 of = require_subject(sim, d);
  return of && change_property(sim, of, d);
}

namespace digests {

/// Of what a step on a property is about.
constexpr u64 of_subject(const auto& s, const property_def& d) {
  u64 sum = 0;
  each_subject(s, d, [&](u32 of, const model::object_name&) { sum += of ? of_properties(s, of) : 0; });
  return sum;
}

}  // namespace digests

}  // namespace skein::checks
