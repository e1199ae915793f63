// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a migration of another tool becomes.

#include <skein/run/adopt/model_state.hpp>

#include <optional>
#include <string>

namespace skein::run::adoption {

/// What became of the way down that a migration has.
enum class way_back : unsigned char {
  absent,
  no_change,  ///< the way up leaves the schema as it is
  restores,
  differs,  ///< it leaves another schema, or does not run
};

struct adopted_revision {
  std::string id{}, message{};
  step_list up{};
  std::optional<step_list> down{};  ///< where the derived one does not do
  way_back original = way_back::absent;
  std::string why{};   ///< where the original way down differs: the first line that does, or the server's sentence
  bool native = true;  ///< no SQL of the original is in it
  bool known = true;   ///< the model has all that it does
};

}  // namespace skein::run::adoption
