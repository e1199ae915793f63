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
struct table : model::of_models {
  static constexpr model::holding<model::table_def, model::member, sizeof...(Member)> value{
      {&Name.name, {table::value.items, sizeof...(Member)}, &Name.where}, {&Member::member...}};
};

}  // namespace skein
