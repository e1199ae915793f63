// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Trailing options fill in what a declaration lowers to.

namespace skein::model {

/// Every option must concern it.
template <class... Option, class Def>
consteval Def amend(Def d) {
  (Option::set(d), ...);
  return d;
}

/// Some options speak of the index, some of the constraint or of the step that creates it; each takes what concerns it.
template <class Option, class Def>
consteval void set_if_possible(Def& d) {
  if constexpr (requires { Option::set(d); }) Option::set(d);
}
template <class... Option, class Def>
consteval Def amend_if_possible(Def d) {
  (set_if_possible<Option>(d), ...);
  return d;
}

}  // namespace skein::model
