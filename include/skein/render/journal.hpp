// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The journal's SQL: the table that says which revisions a database has. The runner sends it, scripts print it.

#include <skein/render/migration.hpp>
#include <skein/render/quote.hpp>
#include <skein/version.hpp>

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace skein::render {

/// The journal's table. Always named with its schema: it must not depend on a search_path.
struct journal_name {
  std::string schema = "public";
  std::string table = "skein_journal";
};

/// A journal row's state. The last two are of revisions outside a transaction that stopped on the way.
namespace state {
inline constexpr std::string_view applied = "applied", upgrading = "upgrading", downgrading = "downgrading";
}

/// Statements on the journal, without their semicolons.
class journal {
 public:
  explicit journal(const journal_name& name)
      : schema_(name.schema), table_(identifier(name.schema) + '.' + identifier(name.table)) {}

  const std::string& table() const { return table_; }

  std::string create_schema() const { return fmt::format("CREATE SCHEMA IF NOT EXISTS {}", identifier(schema_)); }
  std::string create() const {
    return fmt::format(
        "CREATE TABLE IF NOT EXISTS {} (\n"
        "  id text PRIMARY KEY,\n"
        "  description text NOT NULL,\n"
        "  parents text[] NOT NULL,\n"
        "  checksum text NOT NULL,\n"
        "  applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),\n"
        "  applied_by text NOT NULL DEFAULT session_user,\n"
        "  execution_time interval,\n"
        "  skein_version text NOT NULL,\n"
        "  up text[] NOT NULL,\n"
        "  down text[],\n"
        "  transactional boolean NOT NULL,\n"
        "  state text NOT NULL CHECK (state IN ('applied', 'upgrading', 'downgrading')),\n"
        "  statements_done integer NOT NULL\n"
        ")",
        table_);
  }

  /// What the runner needs of every row. Arrays are joined with U+001F, which no identifier holds.
  std::string read() const {
    return fmt::format(
        "SELECT id, description, array_to_string(parents, E'\\x1f'), checksum, applied_at, applied_by, "
        "extract(epoch FROM execution_time) * 1000, skein_version, down IS NOT NULL, transactional, state, "
        "statements_done FROM {} ORDER BY applied_at, id",
        table_);
  }
  /// The stored down of revisions that this program does not know: id, statement.
  std::string read_down(const std::vector<std::string>& ids) const {
    return fmt::format(
        "SELECT j.id, d.statement FROM {} j, unnest(j.down) WITH ORDINALITY AS d(statement, position) "
        "WHERE j.id = ANY ({}) ORDER BY j.id, d.position",
        table_, array(ids));
  }

  /// Opens the stop-watch that `applied` reads. Without it the time since the transaction's start counts, which is the
  /// same where every statement is a message of its own.
  static std::string start_watch() { return "SELECT set_config('skein.started', clock_timestamp()::text, true)"; }
  static std::string elapsed() {
    return "clock_timestamp() - coalesce(nullif(current_setting('skein.started', true), '')::timestamptz, now())";
  }

  /// Records a revision, in the transaction that applied it.
  std::string applied(const migration& m) const { return insert(m, state::applied, elapsed()); }
  /// Records a revision without having run it.
  std::string stamped(const migration& m) const { return insert(m, state::applied, "NULL"); }
  /// Forgets a revision, in the transaction that took it back.
  std::string removed(std::string_view id) const {
    return fmt::format("DELETE FROM {} WHERE id = {}", table_, literal(id));
  }

  /// Outside a transaction: the row comes before the first statement and counts them.
  std::string upgrading(const migration& m) const { return insert(m, state::upgrading, "NULL"); }
  std::string downgrading(std::string_view id) const {
    return update(id, fmt::format("state = '{}', statements_done = 0", state::downgrading));
  }
  std::string progressed(std::string_view id, std::size_t statements_done) const {
    return update(id, fmt::format("statements_done = {}", statements_done));
  }
  std::string completed(std::string_view id) const {
    return update(id, fmt::format("state = '{}', execution_time = clock_timestamp() - applied_at", state::applied));
  }

 private:
  static std::string array(const std::vector<std::string>& texts) {
    std::string items;
    for (const std::string& text : texts) items += (items.empty() ? "" : ", ") + literal(text);
    return fmt::format("ARRAY[{}]::text[]", items);
  }
  static std::string array(const std::vector<statement>& statements) {
    std::vector<std::string> texts;
    for (const statement& s : statements) texts.push_back(s.sql);
    return array(texts);
  }

  std::string update(std::string_view id, std::string_view assignments) const {
    return fmt::format("UPDATE {} SET {} WHERE id = {}", table_, assignments, literal(id));
  }
  std::string insert(const migration& m, std::string_view state, std::string_view time) const {
    return fmt::format(
        "INSERT INTO {} (id, description, parents, checksum, execution_time, skein_version, up, down, transactional, "
        "state, statements_done)\nVALUES ({}, {}, {}, {}, {}, {}, {}, {}, {}, '{}', {})",
        table_, literal(m.id), literal(m.message), array(m.parents), literal(m.checksum), time, literal(SKEIN_VERSION),
        array(m.up), m.reversible ? array(m.down) : "NULL", m.transactional, state,
        state == state::applied ? m.up.size() : 0);
  }

  std::string schema_;
  std::string table_;
};

}  // namespace skein::render
