// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Trailing options fill in what a declaration lowers to: `(step{…} | ... | amendment<Option>{})`. A fold rather than a function
/// over all of them: most declarations have no option, and then there is nothing to evaluate.

#include <skein/declare/misplaced.hpp>

namespace skein::model {

/// The option concerns the descriptor, or something beside it: some options speak of an index, some of the constraint or of the
/// step that creates it, and each takes what is its own. What concerns nothing is a mistake.
template <class Option, bool Elsewhere = false>
struct amendment {};

template <class Def, class Option, bool Elsewhere>
consteval Def operator|(Def d, amendment<Option, Elsewhere>) {
  if constexpr (amends<Option, Def>) Option::set(d);
  else if constexpr (!Elsewhere) make_mistake<Option>(d);
  return d;
}

/// The words about the first option that is none of an index.
template <class Option>
struct index_option {};
template <class Option>
consteval text_view operator|(text_view words, index_option<Option>) {
  if constexpr (amends<Option, index_def>) return words;
  else return words ? words : misplaced<Option, option_of_a::index>.view();
}

}  // namespace skein::model
