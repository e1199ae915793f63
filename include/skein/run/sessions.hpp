// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Other sessions of the database, as a person needs them named who has to wait for them or end them.

#include <skein/run/pqxx.hpp>

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace skein::run {

/// Sessions by a condition on pg_stat_activity `a`, no more than three, the one with the oldest transaction first;
/// empty if there is none. `since`: the column that says how long it has been so.
inline std::string sessions_named(session& s, std::string_view condition, std::string_view since) {
  const rows r =
      s.run(fmt::format("SELECT a.pid, a.usename, coalesce(nullif(a.application_name, ''), '(unnamed)'), "
                        "coalesce(host(a.client_addr), 'local'), date_trunc('second', a.{}) FROM pg_stat_activity a "
                        "WHERE {} ORDER BY a.xact_start LIMIT 3",
                        since, condition));
  std::string out;
  for (std::size_t i = 0; i < r.size(); ++i)
    out += fmt::format("{}process {} (user {}, application {}, from {}, since {})", i == 0 ? "" : ", ", r.text(i, 0),
                       r.text(i, 1), r.text(i, 2), r.text(i, 3), r.text(i, 4));
  return out;
}

/// Who may have kept a statement from its lock: the oldest transactions that hold locks on tables.
inline std::string transactions_in_the_way(session& s) {
  return sessions_named(s,
                        "a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.xact_start IS NOT NULL AND "
                        "EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.granted AND l.relation IS NOT NULL)",
                        "xact_start");
}

}  // namespace skein::run
