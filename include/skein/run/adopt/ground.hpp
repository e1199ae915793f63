// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A database of a throwaway server, on which migrations are tried.

#include <skein/run/adopt/portion.hpp>
#include <skein/run/catalog.hpp>
#include <skein/run/introspect.hpp>
#include <skein/run/pqxx.hpp>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace skein::run::adoption {

/// What a database is like: its catalogs, and apart from them the order in which columns stand, which a way back cannot
/// restore.
struct likeness {
  catalog objects{};
  std::vector<std::string> orders{};
  bool operator==(const likeness&) const = default;
};

class ground {
 public:
  explicit ground(const std::string& url) : work_(url), look_(url) {}

  /// What was committed.
  likeness look() { return look(look_); }
  introspected read() { return introspect(look_, {.owners = true}); }

  /// As one transaction; alone what PostgreSQL runs only so.
  /// Errors:   sql_error, with nothing done
  void run(const std::vector<std::string>& statements, bool transactional = true) {
    begin(transactional);
    for (const std::string& sql : statements) step(sql);
    if (transactional) work_.run("COMMIT");
  }
  /// Runs them if they make of the database what is wanted; otherwise, and where the server refuses them, nothing is
  /// done.
  bool run_if(const std::vector<std::string>& statements, const likeness& wanted) try {
    begin(true);
    for (const std::string& sql : statements) step(sql);
    const bool same = look(work_) == wanted;
    work_.run(same ? "COMMIT" : "ROLLBACK");
    return same;
  } catch (const sql_error&) {
    return false;
  }
  /// Runs them, looks, and takes them back. Errors: sql_error, with nothing done
  likeness attempt(const std::vector<std::string>& statements) {
    begin(true);
    for (const std::string& sql : statements) step(sql);
    work_.run("RESET ALL");
    likeness out = look(work_);
    work_.run("ROLLBACK");
    return out;
  }
  /// What the last file left in the session.
  void forget() { work_.run("DISCARD ALL"); }

 private:
  void begin(bool transactional) {
    open_ = transactional;
    if (transactional) work_.run("BEGIN");
  }
  void step(const std::string& sql) {
    try {
      work_.run(sql);
    } catch (const sql_error&) {
      if (open_) work_.run("ROLLBACK");
      throw;
    }
  }
  static likeness look(session& s) {
    likeness out{catalog(s), {}};
    const rows found = s.run(
        "SELECT format('%s (%s)', c.oid::regclass, string_agg(a.attname, ', ' ORDER BY a.attnum)) FROM pg_class c "
        "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
        "JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> "
        "'information_schema' "
        "WHERE c.relkind IN ('r', 'p', 'f', 'c') "
        "GROUP BY c.oid ORDER BY 1");
    for (std::size_t i = 0; i < found.size(); ++i) out.orders.push_back(found.text(i, 0));
    return out;
  }

  session work_, look_;
  bool open_ = false;
};

}  // namespace skein::run::adoption
