// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a run did, as values.

#include <skein/render/migration.hpp>

#include <fmt/format.h>

#include <chrono>
#include <string>
#include <vector>

namespace skein::run {

using milliseconds = std::chrono::duration<double, std::milli>;

enum class direction { up, down };

/// One revision that was applied or taken back.
struct revision_result {
  std::string id;
  std::string message;
  direction towards = direction::up;
  milliseconds time{};      ///< on the server, from its transaction's first statement to the journal's row
  render::tally counts{};   ///< of its up
};

/// What an upgrade, a downgrade, a redo, a reset or a stamp did; under `options::dry` what it would do is all in `pending`.
struct report {
  std::vector<revision_result> done{};
  std::vector<std::string> pending{};  ///< of the plan, not done
  std::vector<std::string> current{};  ///< the heads of what is applied afterwards; empty: an empty database
  milliseconds time{};                 ///< all of it, the wait for the lock included

  render::tally totals() const {
    render::tally sum;
    for (const revision_result& r : done) {
      if (r.towards == direction::down) continue;
      sum.tables_created += r.counts.tables_created;
      sum.tables_dropped += r.counts.tables_dropped;
      sum.columns_added += r.counts.columns_added;
      sum.columns_dropped += r.counts.columns_dropped;
      sum.indexes_created += r.counts.indexes_created;
      sum.statements += r.counts.statements;
    }
    return sum;
  }

  /// `12 revisions in 0.34 s: 5 tables created, 9 columns added, 3 indexes created`
  std::string summary() const {
    const render::tally sum = totals();
    std::string details;
    const auto count = [&](unsigned n, const char* one, const char* many) {
      if (n > 0) details += fmt::format("{}{} {}", details.empty() ? ": " : ", ", n, n == 1 ? one : many);
    };
    count(sum.tables_created, "table created", "tables created");
    count(sum.tables_dropped, "table dropped", "tables dropped");
    count(sum.columns_added, "column added", "columns added");
    count(sum.columns_dropped, "column dropped", "columns dropped");
    count(sum.indexes_created, "index created", "indexes created");
    if (done.empty()) return "nothing to do";
    return fmt::format("{} revision{} in {:.2f} s{}", done.size(), done.size() == 1 ? "" : "s", time.count() / 1000, details);
  }
};

/// What happens while a run goes on.
struct progress {
  enum class event { waiting, starting, done, retrying };

  event what = event::starting;
  const render::migration* revision = nullptr;  ///< null while waiting for the lock
  direction towards = direction::up;
  std::size_t number = 0, total = 0;            ///< the n-th of the plan's revisions
  milliseconds time{};                          ///< done: of this revision; waiting, retrying: until the next attempt
  std::string note{};                           ///< waiting: for whom; retrying: why
};

}  // namespace skein::run
