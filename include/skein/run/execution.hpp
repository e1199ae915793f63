// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// One execution of a plan: settings, progress, retries and early ends, which all ways of running a revision share.

#include <skein/run/failure.hpp>
#include <skein/run/lock.hpp>
#include <skein/run/options.hpp>
#include <skein/run/plan.hpp>
#include <skein/run/sessions.hpp>
#include <skein/run/sqlstate.hpp>
#include <skein/run/wait.hpp>

namespace skein::run {

class execution {
 public:
  /// `last`: nothing follows, so that the lock goes with the last message.
  execution(session& s, const render::journal& journal, const options& with, migration_lock& held, bool last,
            const plan& what, report& into)
      : database(s),
        journal(journal),
        with(with),
        lock(held),
        releases(last),
        tasks(what),
        result(into),
        lock_timeout_(held.statement_patience(with)) {}

  session& database;
  const render::journal& journal;
  const options& with;
  migration_lock& lock;
  const bool releases;
  const plan& tasks;
  report& result;

  /// Settings of the transaction or of the session; without limits for what may wait. SET costs the server less than half
  /// of SELECT set_config(…).
  std::string settings(bool local, bool limits = true) const {
    std::string out;
    const auto set = [&](const char* name, const std::string& value) {
      out += fmt::format("{}SET {}{} = {}", out.empty() ? "" : ";\n", local ? "LOCAL " : "", name, value);
    };
    set("lock_timeout", std::to_string(limits ? lock_timeout_.count() : 0));
    if (with.statement_timeout || !limits)
      set("statement_timeout", std::to_string(limits ? with.statement_timeout->count() : 0));
    std::string path;
    for (const std::string& schema : with.search_path) path += (path.empty() ? "" : ", ") + render::identifier(schema);
    if (!path.empty()) set("search_path", path);
    return out;
  }

  void starting(const task& t) const { announce(progress::event::starting, t, {}, {}); }
  void done(const task& t, elapsed time) {
    const render::migration& m = *t.revision;
    result.done.push_back({m.id, m.message, t.towards, time, m.counts});
    announce(progress::event::done, t, time, {});
  }

  /// Rolls back what a failed message left open, and gives the session's setting `skein.done`.
  std::string roll_back() {
    static constexpr const char* done = "SELECT current_setting('skein.done', true)";
    for (int tries = 0;; ++tries) {
      try {
        return database.run(done).text(0, 0);
      } catch (const sql_error& failure) {
        if (failure.sqlstate == sqlstate::in_failed_transaction)
          database.run("ROLLBACK");
        else if (failure.sqlstate != sqlstate::query_canceled || tries > 1)  // a cancellation may come late
          throw;
      }
    }
  }

  /// After a failure that was rolled back: returns when there is to be another attempt, otherwise throws.
  void try_again(const task& t, std::size_t statement, sql_error failure, unsigned attempts_made,
                 growing_pause& pauses) {
    require_not_stopped();
    if (failure.sqlstate == sqlstate::lock_not_available && failure.hint.empty())
      if (const std::string who = transactions_in_the_way(database); !who.empty())
        failure.hint = "the oldest open transactions are of " + who;
    if (!sqlstate::is_contention(failure.sqlstate) || attempts_made >= with.attempts) fail(t, statement, failure);
    const auto length = pauses.next();
    announce(progress::event::retrying, t, length, failure.message + (failure.hint.empty() ? "" : "; " + failure.hint));
    if (!pause(length, with.stop)) require_not_stopped();
  }
  growing_pause pauses() const { return {with.pause, std::chrono::minutes(1)}; }

  /// `statement` counts from 0; one behind the last is the runner's own.
  [[noreturn]] void fail(const task& t, std::size_t statement, const sql_error& failure) {
    throw failed(t, statement, failure, stopped_here(), tasks.size());
  }
  /// Throws interrupted.
  void require_not_stopped() {
    if (with.stop.stop_requested()) throw stopped_by_request(stopped_here(), tasks.size());
  }
  report stopped_here() const {
    report out = result;
    for (std::size_t i = result.done.size(); i < tasks.size(); ++i) out.pending.push_back(tasks[i].revision->id);
    return out;
  }

 private:
  void announce(progress::event what, const task& t, elapsed time, std::string note) const {
    if (!with.on_progress) return;
    const auto number = static_cast<std::size_t>(&t - tasks.data()) + 1;
    with.on_progress({what, t.revision, t.towards, number, tasks.size(), time, std::move(note)});
  }

  options::duration lock_timeout_;
};

}  // namespace skein::run
