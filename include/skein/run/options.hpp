// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// How the runner is to behave. The defaults suit a deployment and an application that upgrades when it starts.

#include <skein/render/journal.hpp>
#include <skein/run/report.hpp>

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace skein::run {

struct options {
  using duration = std::chrono::milliseconds;

  /// Schemas in which names without one are looked up and created; empty: as the session has it.
  std::vector<std::string> search_path{};

  /// Where the journal is. Without a schema it is in the first of the search path, so that each tenant's schema has its
  /// own, or in public.
  render::journal_name journal{.schema = {}};
  render::journal_name journal_table() const {
    if (!journal.schema.empty()) return journal;
    return {search_path.empty() ? render::journal_name{}.schema : search_path.front(), journal.table};
  }

  /// How long to wait while someone else migrates.
  duration lock_wait = std::chrono::minutes(1);

  /// How long a statement may wait for a lock: while it waits, it keeps others from the table. Unset: 2 s, or the
  /// server's deadlock_timeout and half a second, without which autovacuum is not made to give way.
  std::optional<duration> lock_timeout{};
  /// How long a statement may run; unset: as the server has it.
  std::optional<duration> statement_timeout{};

  /// A revision that meets a lock timeout or a deadlock is rolled back and tried again, this often in all, after pauses
  /// that grow from `pause` to a minute, with jitter, so that it does not stand in the way of what it waits for.
  unsigned attempts = 10;
  duration pause = std::chrono::seconds(1);

  /// Revisions and bytes of SQL that travel in one message; 1: a round trip for each revision. Each revision is a
  /// transaction of its own in any case.
  std::size_t batch = 100;
  std::size_t batch_bytes = 1 << 20;

  /// Plan, but execute nothing.
  bool dry = false;

  /// The pooler in between pools sessions, not transactions.
  bool session_pooler = false;

  std::function<void(const progress&)> on_progress{};

  /// To stop at once: the running statement is cancelled, what is done stays done. See stop_on_signals.
  std::stop_token stop{};
};

}  // namespace skein::run
