// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Trailing options fill in what a declaration lowers to: `(step{…} | ... | amendment<Option>{})`. A fold rather than a function
/// over all of them: most declarations have no option, and then there is nothing to evaluate.

namespace skein::model {

/// The option must concern the descriptor.
template <class Option>
struct amendment {};
/// Some options speak of the index, some of the constraint or of the step that creates it; each takes what concerns it.
template <class Option>
struct possible_amendment {};

template <class Def, class Option>
consteval Def operator|(Def d, amendment<Option>) {
  Option::set(d);
  return d;
}
template <class Def, class Option>
consteval Def operator|(Def d, possible_amendment<Option>) {
  if constexpr (requires { Option::set(d); }) Option::set(d);
  return d;
}

}  // namespace skein::model
