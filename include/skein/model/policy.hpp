// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Policies of row-level security: whom they concern, and for which commands. USING is the entity's body.

#include <skein/model/text.hpp>

namespace skein::model {

struct policy_def {
  enum class command : std::uint8_t { all, select, insert, update, remove } concerns = command::all;
  bool restrictive = false;
  names roles{};            ///< none: PUBLIC
  text_view using_{};       ///< without its parentheses
  text_view with_check{};
  text_view mistake{};      ///< what stands in it and has no place there
};

}  // namespace skein::model
