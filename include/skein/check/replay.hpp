// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A history run at run time, revision by revision: the state, and every derived down.

#include <skein/check/invert.hpp>
#include <skein/check/restore.hpp>

namespace skein::checks {

/// Requires a history that `verify` accepts, and its revisions in an order in which each comes after its parents.
class replay {
 public:
  /// Runs the revision up. The result undoes it, in the order in which it runs; empty where a step is irreversible.
  /// The steps live as long as this object.
  inverse up(const revision_def& r) {
    state.lenient = true;
    state.transactional = false;
    bool ok = true;
    return inverter(state, arena_).run(r.up, ok);
  }

  live_state state{};

 private:
  arena arena_;
};

}  // namespace skein::checks
