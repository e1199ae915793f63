// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Which revisions a script or a plan is about.

#include <skein/render/migration.hpp>

#include <algorithm>

namespace skein::render {

enum class direction { up, down };

/// Revisions in the order in which they run: up, each after its parents; down, each before them.
using path = std::vector<const migration*>;

/// All revisions of a history, up or down.
inline path whole(const migrations& all, direction towards = direction::up) {
  path out;
  for (const migration& m : all) out.push_back(&m);
  if (towards == direction::down) std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace skein::render
