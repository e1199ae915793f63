// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A model: the table as the application sees it today.

#include <skein/declare/column.hpp>
#include <skein/declare/index.hpp>
#include <skein/model/history.hpp>

namespace skein {

/// Derive from it, do not alias it: `struct users : table<"users", column<"id", bigint, identity, primary_key>, …> {};`
template <model::model_name Name, class... Member>
struct table {
  static constexpr const model::member* members[sizeof...(Member) + 1]{&Member::member...};
  static constexpr model::table_def value{&Name.name, {members, sizeof...(Member)}, &Name.where};
};

}  // namespace skein
