// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The journal as the database holds it.

#include <skein/render/journal.hpp>
#include <skein/run/error.hpp>
#include <skein/run/number.hpp>
#include <skein/run/pqxx.hpp>
#include <skein/run/sqlstate.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace skein::run {

/// One revision that the database has, in whole or in part.
struct journal_row {
  std::string id;
  std::string description;
  std::vector<std::string> parents;
  std::string checksum;
  std::string applied_at;  ///< in the session's time zone
  std::string applied_by;
  std::optional<double> execution_ms;
  std::string skein_version;
  bool reversible = true;
  bool transactional = true;
  std::string state;
  std::size_t statements_done = 0;
};

struct journal_content {
  bool exists = false;
  bool complete = false;  ///< all of the program's history and nothing else, wholly applied; then there are no rows
  std::vector<journal_row> rows{};
};

namespace journal_detail {

inline std::vector<std::string> split(std::string_view joined) {
  std::vector<std::string> out;
  while (!joined.empty()) {
    const std::size_t end = std::min(joined.find('\x1f'), joined.size());
    out.emplace_back(joined.substr(0, end));
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
  return out;
}

inline journal_content content_of(const rows& r) {
  journal_content out{.exists = true};
  for (std::size_t i = 0; i < r.size(); ++i) {
    if (r.truth(i, 12)) out.complete = true;
    if (!r.at(i, 0)) continue;  // of an empty journal, or a complete one
    const auto time = r.at(i, 6);
    out.rows.push_back({.id = r.text(i, 0),
                        .description = r.text(i, 1),
                        .parents = split(r.text(i, 2)),
                        .checksum = r.text(i, 3),
                        .applied_at = r.text(i, 4),
                        .applied_by = r.text(i, 5),
                        .execution_ms = time ? number<double>(*time) : std::nullopt,
                        .skein_version = r.text(i, 7),
                        .reversible = r.truth(i, 8),
                        .transactional = r.truth(i, 9),
                        .state = r.text(i, 10),
                        .statements_done = number<std::size_t>(r.text(i, 11)).value_or(0)});
  }
  return out;
}

}  // namespace journal_detail

namespace journal_detail {

/// For what a person has to put right; other failures pass as they are.
[[noreturn]] inline void refuse(const render::journal& sql, const sql_error& failure) {
  if (failure.sqlstate == sqlstate::insufficient_privilege)
    throw journal_unusable(
        fmt::format("the journal {} cannot be used: {}; grant this user the right to, or have the "
                    "journal in another schema",
                    sql.table(), failure.message));
  if (sqlstate::is_wrong_object(failure.sqlstate))
    throw journal_unusable(
        fmt::format("{} is no journal of skein: {}; give the journal another name", sql.table(), failure.message));
  throw failure;
}

/// A journal that is not there is an empty one.
inline journal_content read(session& s, const render::journal& sql, std::string_view first, std::string_view query) {
  try {
    return content_of(s.run({first, query}));
  } catch (const sql_error& failure) {
    if (failure.sqlstate != sqlstate::undefined_table) refuse(sql, failure);
    return {};
  }
}

}  // namespace journal_detail

/// One round trip, in which `first` is run before. Throws journal_unusable.
inline journal_content read_journal(session& s, const render::journal& sql, std::string_view first = {}) {
  return journal_detail::read(s, sql, first, sql.read());
}
/// The same without the rows where the journal is complete.
inline journal_content compare_journal(session& s, const render::journal& sql, const render::migrations& history) {
  return journal_detail::read(s, sql, {}, sql.read_unless_complete(history));
}

/// Requires: the lock. `then` is run before the journal is read. The journal's schema is created only if it is missing:
/// that takes a right which others do not. Throws journal_unusable.
inline journal_content create_journal(session& s, const render::journal& sql, std::string_view then = {}) {
  const std::string create = sql.create(), read = sql.read();
  try {
    return journal_detail::content_of(s.run({create, then, read}));
  } catch (const sql_error& failure) {
    s.run("ROLLBACK");
    if (failure.sqlstate != sqlstate::invalid_schema_name) journal_detail::refuse(sql, failure);
  }
  try {
    s.run(sql.create_schema());
  } catch (const sql_error& failure) {
    journal_detail::refuse(sql, failure);
  }
  return create_journal(s, sql, then);
}

}  // namespace skein::run
