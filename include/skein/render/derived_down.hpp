// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The steps down that a history does not write.

#include <skein/check/replay.hpp>

#include <stdexcept>

namespace skein::render {

/// The inverse of each revision's steps up, in the order in which they run. Every revision is asked for, in an order in
/// which each comes after its parents. The steps live as long as this object.
/// Throws std::logic_error on a history that `verify` does not accept.
class derived_down {
 public:
  checks::inverse operator()(const model::revision_def& r) {
    checks::inverse down = replay_.up(r);
    if (replay_.state.v) throw std::logic_error("skein: a history is rendered that verify<> does not accept");
    return down;
  }

 private:
  checks::replay replay_;
};

}  // namespace skein::render
