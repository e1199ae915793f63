// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a chain and `models<…>` list, for who takes it at run time.

#include <skein/declare/chain.hpp>
#include <skein/declare/models.hpp>

namespace skein::model {

/// A history's revisions in the order of their declaration.
template <class History>
inline constexpr history_def revisions_of{flat<History>::held.items, History::size, History::server};

/// The models; none of a type that lists none.
template <class Models>
inline constexpr models_def models_of = [] {
  if constexpr (requires { Models::size; }) return models_def{flat<Models>::held.items, Models::size};
  else return models_def{};
}();

}  // namespace skein::model
