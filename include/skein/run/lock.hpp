// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Only one session migrates a database at a time: an advisory lock of the session, which ends with it at the latest.

#include <skein/render/lock_key.hpp>
#include <skein/run/error.hpp>
#include <skein/run/options.hpp>
#include <skein/run/sessions.hpp>
#include <skein/run/wait.hpp>

#include <fmt/format.h>

#include <cstdint>

namespace skein::run {

/// Holds the lock for as long as it lives.
///
/// It is polled, never waited for: who waits inside a statement holds a snapshot, CREATE INDEX CONCURRENTLY of the
/// other session waits for that snapshot, and the two are a deadlock.
class migration_lock {
 public:
  /// Throws lock_not_acquired, naming who holds it; pooled_connection; interrupted.
  migration_lock(session& s, std::string_view table, const options& with) : session_(s), key_(render::lock_key(table)) {
    const auto deadline = std::chrono::steady_clock::now() + with.lock_wait;
    growing_pause length(std::chrono::milliseconds(40), std::chrono::seconds(1));
    while (!try_lock(with)) {
      const auto left = std::chrono::duration_cast<options::duration>(deadline - std::chrono::steady_clock::now());
      if (left <= left.zero())
        throw lock_not_acquired(fmt::format(
            "another session is migrating this database: {}; it kept the lock for {:g} s, wait for it and run the same "
            "command again",
            holder(), std::chrono::duration<double>(with.lock_wait).count()));
      const auto next = std::min(length.next(), left);
      if (with.on_progress && !announced_) {
        announced_ = true;
        with.on_progress({.what = progress::event::waiting, .time = left, .note = holder()});
      }
      if (!pause(next, with.stop))
        throw interrupted("stopped while another session was migrating this database; nothing was done", {});
    }
  }
  migration_lock(const migration_lock&) = delete;
  migration_lock& operator=(const migration_lock&) = delete;
  ~migration_lock() {
    for (int tries = 0; tries < 2 && held_; ++tries)  // the first may meet the cancellation meant for its predecessor
      try {
        session_.run(release());
        return;
      } catch (const error&) {  // without a session there is no lock
      }
  }

  /// What gives it back, for who has a message to send anyway, and says so when that has arrived.
  std::string release() const { return fmt::format("SELECT pg_advisory_unlock({});\n{}", key_, afterwards_); }
  void released() { held_ = false; }
  /// A statement to run when it is given back. Should that fail, the lock is free all the same.
  void afterwards(std::string_view sql) { afterwards_ = sql; }

  /// How long a statement may wait for a lock. A wait that is shorter than the server's deadlock_timeout does not make
  /// autovacuum give way.
  options::duration statement_patience(const options& with) const {
    return with.lock_timeout.value_or(
        std::max(options::duration(2000), deadlock_timeout_ + options::duration(500)));
  }

 private:
  /// A pooler makes up the process id that it announces when the connection starts. Where the server's own is another,
  /// no lock is taken: it would stay with a session that this program may never meet again.
  bool try_lock(const options& with) {
    const std::string is_own =
        with.session_pooler ? "true" : fmt::format("pg_backend_pid() = {}", session_.backend_pid());
    const rows r =
        session_.run(fmt::format("SELECT CASE WHEN {} THEN pg_try_advisory_lock({}) END, "
                                 "(extract(epoch FROM current_setting('deadlock_timeout')::interval) * 1000)::bigint",
                                 is_own, key_));
    deadlock_timeout_ = options::duration(std::stoll(r.text(0, 1)));
    if (!r.at(0, 0))
      throw pooled_connection(
          "the connection goes through a pooler; one that pools transactions would hand the lock to others, so "
          "connect to the server itself, or say that it pools sessions: --session-pooler, in a program "
          "options::session_pooler");
    return r.truth(0, 0);
  }

  std::string holder() {
    const std::string found = sessions_named(
        session_,
        fmt::format("a.pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = {} AND "
                    "objid = {} AND objsubid = 1 AND database = (SELECT oid FROM pg_database WHERE datname = "
                    "current_database()))",
                    static_cast<std::uint64_t>(key_) >> 32, key_ & 0xffffffff),
        "backend_start");
    return found.empty() ? "one that has just ended" : found;
  }

  session& session_;
  std::int64_t key_;
  options::duration deadlock_timeout_{};
  bool announced_ = false, held_ = true;
  std::string afterwards_;
};

}  // namespace skein::run
