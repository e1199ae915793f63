// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A state at run time that only takes what fits: after a fault it is what it was before.

#include <skein/check/invert/restore.hpp>
#include <skein/check/state/growing_schema.hpp>

#include <utility>
#include <vector>

namespace skein::checks {

class trial {
 public:
  /// The steps that are taken live at least as long as this object.
  explicit trial(live_state from = {}) : state(std::move(from)) {
    state.v = {};
    state.lenient = true;
    state.transactional = false;
    saved_ = state;
  }

  /// Whether the step fits, as a revision of its own; otherwise `fault` says why not.
  bool take(const step& x) {
    if (advance(x)) {
      taken_.push_back(&x);
      if (taken_.size() == between_copies) saved_ = state, taken_.clear();
      return true;
    }
    fault = state.v;
    state = saved_;
    for (const step* each : taken_) advance(*each);
    return false;
  }

  live_state state;
  verdict fault{};

 private:
  static constexpr std::size_t between_copies = 64;  // a copy costs more than a step

  bool advance(const step& x) { return checks::advance(state, x) && end_of_revision(state); }

  live_state saved_;
  std::vector<const step*> taken_;
};

}  // namespace skein::checks
