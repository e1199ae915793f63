// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Revisions outside a transaction: statement by statement, counted in the journal, so that the next run continues.

#include <skein/run/execution.hpp>

namespace skein::run {

class outside_transaction {
 public:
  explicit outside_transaction(execution& run) : run_(run) {}

  /// Throws statement_failed, interrupted, connection_lost.
  void run(const task& t) {
    const auto start = std::chrono::steady_clock::now();
    const render::migration& m = *t.revision;
    const bool up = t.towards == direction::up;
    run_.starting(t);
    if (!t.resumed) run_.database.run(up ? run_.journal.upgrading(m) : run_.journal.downgrading(m.id));
    for (std::size_t k = t.statements; k < t.sql().size(); ++k) statement(t, k);
    run_.database.run(up ? run_.journal.completed(m.id) : run_.journal.removed(m.id));
    run_.done(t, std::chrono::steady_clock::now() - start);
  }

 private:
  void statement(const task& t, std::size_t k) {
    const auto index = concurrent_index::in(t.sql()[k].sql);
    bool alone = index.has_value(), begun = t.resumed && k == t.statements;
    growing_pause pauses = run_.pauses();
    for (unsigned attempts = 1;;) {
      run_.require_not_stopped();
      try {
        return alone ? by_itself(t, k, index, begun) : with_its_count(t, k);
      } catch (const sql_error& failure) {
        run_.roll_back();
        if (!alone && refuses_a_transaction(failure)) {
          alone = true;
          continue;
        }
        begun = true;
        run_.try_again(t, k, failure, attempts++, pauses);
      }
    }
  }

  /// Most statements can be counted in the transaction that they run in: then both are done or neither.
  void with_its_count(const task& t, std::size_t k) {
    const std::string settings = run_.settings(true), count = run_.journal.progressed(t.revision->id, k + 1);
    run_.database.run({"BEGIN", settings, t.sql()[k].sql, count, "COMMIT"});
  }
  static bool refuses_a_transaction(const sql_error& failure) {
    return failure.sqlstate == sqlstate::active_transaction ||
           failure.sqlstate == sqlstate::invalid_transaction_termination;
  }

  /// The others are counted afterwards; if that did not happen, an index is looked for, anything else is run again.
  /// Waiting does no harm to others here, and a limit would leave an invalid index behind.
  void by_itself(const task& t, std::size_t k, const std::optional<concurrent_index>& index, bool begun) {
    const session_settings settings(run_, !index);
    if (!begun || !index || !index->settle(run_.database)) run_.database.run(t.sql()[k].sql);
    run_.database.run(run_.journal.progressed(t.revision->id, k + 1));
  }

  /// Settings of the session, put back in the end.
  class session_settings {
   public:
    session_settings(execution& run, bool limits) : database_(run.database) {
      const std::string save = list("skein.{0}', current_setting('{0}'), false)"), set = run.settings(false, limits);
      database_.run({save, set});
    }
    session_settings(const session_settings&) = delete;
    session_settings& operator=(const session_settings&) = delete;
    ~session_settings() {
      try {
        database_.run(list("{0}', current_setting('skein.{0}'), false)"));
      } catch (const error&) {  // a lost session needs no settings
      }
    }

   private:
    static std::string list(const char* assignment) {
      std::string out;
      for (const char* name : {"lock_timeout", "statement_timeout", "search_path"})
        out += (out.empty() ? "SELECT set_config('" : ", set_config('") + fmt::format(fmt::runtime(assignment), name);
      return out;
    }
    session& database_;
  };

  execution& run_;
};

}  // namespace skein::run
