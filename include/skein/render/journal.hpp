// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The journal's SQL: the table that says which revisions a database has. The runner sends it, scripts print it.

#include <skein/render/migration.hpp>
#include <skein/render/quote.hpp>
#include <skein/render/sha256.hpp>
#include <skein/version.hpp>

#include <fmt/format.h>

#include <algorithm>
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
  /// A transaction, for the sake of the setting: that the table is there already is nothing to be told.
  std::string create() const {
    return fmt::format(
        "BEGIN;\n"
        "SET LOCAL client_min_messages = warning;\n"
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
        ");\n"
        "COMMIT",
        table_);
  }

  /// What the runner needs of every row. Arrays are joined with U+001F, which no identifier holds.
  std::string read() const { return read("false AS complete", table_ + " journal"); }
  /// The same, and in the last column whether the journal holds exactly this history, all of it applied. Then that is
  /// all: one row of nulls, instead of a long journal's worth.
  std::string read_unless_complete(const migrations& history) const {
    return read("complete",
                fmt::format("(SELECT coalesce(encode(sha256(convert_to(string_agg(concat(id, ' ', checksum, ' ', state), "
                            "E'\\n' ORDER BY id COLLATE \"C\"), 'UTF8')), 'hex') = '{1}', false) AS complete FROM {0}) c "
                            "LEFT JOIN {0} journal ON NOT complete",
                            table_, complete(history)));
  }
  /// The stored down of revisions that this program does not know: id, statement.
  std::string read_down(const std::vector<std::string>& ids) const {
    return fmt::format(
        "SELECT j.id, d.statement FROM {} j, unnest(j.down) WITH ORDINALITY AS d(statement, position) "
        "WHERE j.id = ANY ({}) ORDER BY j.id, d.position",
        table_, array(ids));
  }

  /// What a run says of each revision, in its transaction, for the session to plan once: that saves a quarter of what the
  /// row costs. It keeps time as well, in settings that are rolled back with the row: `skein.started` is when the next
  /// revision begins, `skein.done` has the milliseconds of those that are committed.
  std::string prepare() const {
    const std::string time = fmt::format(
        "RETURNING set_config('skein.done', concat(current_setting('skein.done'), ' ', date_part('epoch', {0}) * 1000), "
        "false) IS NULL, set_config('skein.started', clock_timestamp()::text, false) IS NULL",
        since_started);
    return fmt::format(
        "PREPARE skein_applied AS {} {};\nPREPARE skein_removed AS DELETE FROM {} WHERE id = $1 {}",
        insert(fmt::format("$1, $2, $3, $4, {}, $5, $6, $7, true, '{}', $8", since_started, state::applied)), time,
        table_, time);
  }
  static constexpr std::string_view deallocate = "DEALLOCATE skein_applied;\nDEALLOCATE skein_removed";
  /// `tag` opens `skein.done`: whose times they are.
  static std::string start_watch(std::string_view tag) {
    return fmt::format(
        "SELECT set_config('skein.done', {}, false), set_config('skein.started', clock_timestamp()::text, false)",
        literal(tag));
  }
  /// Requires: `prepare`, `start_watch`
  static std::string record_applied(const migration& m) {
    return fmt::format("EXECUTE skein_applied ({}, {}, {}, {}, {}, {}, {}, {})", literal(m.id), literal(m.message),
                       array(m.parents), literal(m.checksum), literal(SKEIN_VERSION), array(m.up), down(m),
                       m.up.size());
  }
  static std::string record_removed(const migration& m) {
    return fmt::format("EXECUTE skein_removed ({})", literal(m.id));
  }

  /// Records a revision, in the transaction that applied it: a script's statements are messages of their own, so that
  /// now() is the transaction's start.
  std::string applied(const migration& m) const { return insert(m, state::applied, "clock_timestamp() - now()"); }
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

  static std::string down(const migration& m) { return m.reversible ? array(m.down) : "NULL"; }
  static constexpr std::string_view since_started =
      "clock_timestamp() - current_setting('skein.started')::timestamptz";

  static std::string read(std::string_view complete, std::string_view from) {
    return fmt::format(
        "SELECT journal.id, journal.description, array_to_string(journal.parents, E'\\x1f'), journal.checksum, "
        "journal.applied_at, journal.applied_by, extract(epoch FROM journal.execution_time) * 1000, "
        "journal.skein_version, journal.down IS NOT NULL, journal.transactional, journal.state, "
        "journal.statements_done, {} FROM {} ORDER BY journal.applied_at, journal.id",
        complete, from);
  }
  /// The hash of a journal that holds a history: a line for each revision, by identifier.
  static std::string complete(const migrations& history) {
    std::vector<const migration*> all;
    for (const migration& m : history) all.push_back(&m);
    std::sort(all.begin(), all.end(), [](const migration* a, const migration* b) { return a->id < b->id; });
    std::string text;
    for (const migration* m : all)
      text.append(text.empty() ? "" : "\n").append(m->id).append(" ").append(m->checksum).append(" ").append(state::applied);
    return sha256(text);
  }

  std::string update(std::string_view id, std::string_view assignments) const {
    return fmt::format("UPDATE {} SET {} WHERE id = {}", table_, assignments, literal(id));
  }
  std::string insert(const migration& m, std::string_view state, std::string_view time) const {
    return insert(fmt::format("{}, {}, {}, {}, {}, {}, {}, {}, {}, '{}', {}", literal(m.id), literal(m.message),
                              array(m.parents), literal(m.checksum), time, literal(SKEIN_VERSION), array(m.up), down(m),
                              m.transactional, state, state == state::applied ? m.up.size() : 0));
  }
  std::string insert(std::string_view values) const {
    return fmt::format(
        "INSERT INTO {} (id, description, parents, checksum, execution_time, skein_version, up, down, transactional, "
        "state, statements_done)\nVALUES ({})",
        table_, values);
  }

  std::string schema_;
  std::string table_;
};

}  // namespace skein::render
