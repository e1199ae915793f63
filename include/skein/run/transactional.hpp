// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Revisions in transactions: many in a message, and one statement by statement where something is wrong with it.

#include <skein/run/message.hpp>

namespace skein::run {

class transactional {
 public:
  explicit transactional(execution& run) : run_(run) {}

  /// Runs revisions of the plan from `first` on, as many as fit into one message; gives how many were done.
  /// Throws statement_failed, interrupted, connection_lost.
  std::size_t advance(std::size_t first) {
    message out(run_);
    for (std::size_t i = first; i < run_.tasks.size() && fits(out, run_.tasks[i]); ++i) {
      run_.starting(run_.tasks[i]);
      out.add(run_.tasks[i]);
    }
    std::optional<sql_error> failure;
    const bool last = run_.releases && first + out.revisions() == run_.tasks.size();
    const std::string done = send(out, last, failure);
    const std::vector<elapsed> times = out.times(done);
    for (std::size_t i = 0; i < times.size(); ++i) run_.done(run_.tasks[first + i], times[i]);
    if (!failure) return times.size();

    run_.require_not_stopped();
    if (times.size() == out.revisions()) return times.size();  // what failed came after them
    const std::size_t suspect = failure->statement ? out.owner(*failure->statement) : times.size();
    if (suspect > times.size()) {  // a fault of parsing keeps the server from running any of the message
      limit_ = suspect - times.size();
      return times.size();
    }
    one_by_one(run_.tasks[first + suspect], *failure);
    limit_ = unlimited;
    return suspect + 1;
  }

 private:
  static constexpr std::size_t unlimited = static_cast<std::size_t>(-1);

  bool fits(const message& out, const task& t) const {
    if (!t.revision->transactional) return false;
    if (out.revisions() == 0) return true;
    return out.revisions() < std::min(run_.with.batch, limit_) && out.bytes() < run_.with.batch_bytes;
  }

  /// The setting `skein.done` afterwards.
  std::string send(const message& out, bool last, std::optional<sql_error>& failure) {
    try {
      std::vector<std::string_view> statements = out.statements();
      const std::string release = last ? run_.lock.release() : "";
      statements.push_back(release);
      statements.push_back("SELECT current_setting('skein.done')");
      std::string done = run_.database.run(statements).text(0, 0);
      if (last) run_.lock.released();
      return done;
    } catch (const sql_error& error) {
      failure = error;
      return run_.roll_back();
    }
  }

  /// The server does not say which statement of a message failed. The same transaction in single steps does.
  void one_by_one(const task& t, sql_error failure) {
    growing_pause pauses = run_.pauses();
    if (sqlstate::is_contention(failure.sqlstate) && run_.with.attempts > 1) run_.try_again(t, 0, failure, 1, pauses);
    for (unsigned attempts = 2;; ++attempts) {
      message out(run_);
      out.add(t);
      std::size_t at = 0;
      try {
        for (; at < out.statements().size(); ++at) {
          run_.require_not_stopped();
          run_.database.run(std::string(out.statements()[at]));
        }
        run_.done(t, out.times(run_.roll_back()).at(0));
        return;
      } catch (const sql_error& error) {
        run_.roll_back();
        const std::size_t own = at - std::min(at, message::opening);
        run_.try_again(t, at < message::opening ? t.sql().size() : own, error, attempts, pauses);
      } catch (const interrupted&) {
        run_.roll_back();
        throw;
      }
    }
  }

  execution& run_;
  std::size_t limit_ = unlimited;
};

}  // namespace skein::run
