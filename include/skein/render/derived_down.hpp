// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The steps down that a history does not write.

#include <skein/check/replay.hpp>

#include <optional>
#include <stdexcept>
#include <utility>

namespace skein::render {

/// Each revision's steps as they are carried out, and what undoes them. Every revision is asked for, in an order in which each
/// comes after its parents; `aside` is one whose run comes next, from the same state. The steps live as long as this object.
/// Throws std::logic_error on a history that `verify` does not accept.
class derived_down {
 public:
  checks::carried_revision operator()(const model::revision_def& r, bool aside = false) {
    std::optional<checks::live_state> before;
    if (aside) before = replay_.state;
    checks::carried_revision carried = replay_.up(r);
    if (replay_.state.v) throw std::logic_error("skein: a history is rendered that verify<> does not accept");
    if (aside) replay_.state = std::move(*before);
    return carried;
  }

 private:
  checks::replay replay_;
};

}  // namespace skein::render
