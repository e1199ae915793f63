// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Runs a plan, each revision in the way it needs.

#include <skein/run/outside_transaction.hpp>
#include <skein/run/transactional.hpp>

namespace skein::run {

/// Requires: the lock. Adds to `run.result`. Throws statement_failed, interrupted, connection_lost.
inline void execute(execution run) {
  const std::stop_callback cancel(run.with.stop, [&] { run.database.cancel(); });
  transactional in_transactions(run);
  outside_transaction one_by_one(run);
  for (std::size_t i = 0; i < run.tasks.size();) {
    run.require_not_stopped();
    if (run.tasks[i].revision->transactional) {
      i += in_transactions.advance(i);
    } else {
      one_by_one.run(run.tasks[i]);
      ++i;
    }
  }
}

}  // namespace skein::run
