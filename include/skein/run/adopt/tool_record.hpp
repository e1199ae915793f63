// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What other tools have written down about a live database: which of their migrations it has.

#include <skein/run/adopt/layout.hpp>
#include <skein/run/pqxx.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace skein::run::adoption {

enum class tool : std::uint8_t { alembic, flyway, golang_migrate, diesel, sqlx, dbmate, goose };

struct tool_facts {
  const char* option;  ///< behind --from-
  const char* name;    ///< in sentences
  const char* table;   ///< where it writes unless told otherwise
  bool last_alone;     ///< it records the last migration, and what leads to it is taken for granted
};
/// In the order of `tool`.
inline constexpr std::array<tool_facts, 7> tools{{{"alembic", "Alembic", "alembic_version", true},
                                                  {"flyway", "Flyway", "flyway_schema_history", false},
                                                  {"golang-migrate", "golang-migrate", "schema_migrations", true},
                                                  {"diesel", "diesel", "__diesel_schema_migrations", false},
                                                  {"sqlx", "sqlx", "_sqlx_migrations", false},
                                                  {"dbmate", "dbmate", "schema_migrations", false},
                                                  {"goose", "goose", "goose_db_version", false}}};
inline const tool_facts& facts_of(tool t) { return tools[static_cast<std::size_t>(t)]; }

namespace detail {

/// Reads the tool's table. Each version that is applied, in the order in which they were.
class tool_reader {
 public:
  tool_reader(session& s, tool of, std::string table) : s_(s), of_(of), table_(std::move(table)) {}

  std::vector<std::string> run() {
    if (table_.empty()) table_ = facts_of(of_).table;
    const rows found = s_.query("SELECT to_regclass($1)::text", {table_});
    if (!found.at(0, 0))
      throw history_mismatch(
          fmt::format("the database has no table {}, in which {} records what it applied; name it with "
                      "--version-table if it is another",
                      table_, facts_of(of_).name));
    table_ = found.text(0, 0);
    switch (of_) {
      case tool::alembic:
        return all("SELECT version_num FROM {}");
      case tool::flyway:
        return flyway();
      case tool::golang_migrate:
        return whole("SELECT version, NOT dirty FROM {} WHERE version >= 0");
      case tool::sqlx:
        return whole("SELECT version, success FROM {} ORDER BY version");
      case tool::goose:
        return goose();
      default:
        return all("SELECT version FROM {} ORDER BY version");
    }
  }

 private:
  rows read(std::string_view query) {
    try {
      return s_.run(fmt::format(fmt::runtime(query), table_));
    } catch (const sql_error& failed) {
      throw history_mismatch(
          fmt::format("table {} is not as {} makes it: {}", table_, facts_of(of_).name, failed.message));
    }
  }
  std::vector<std::string> all(std::string_view query) {
    std::vector<std::string> out;
    const rows found = read(query);
    for (std::size_t i = 0; i < found.size(); ++i) out.push_back(found.text(i, 0));
    return out;
  }
  [[noreturn]] void refuse(const std::string& version) const {
    throw history_mismatch(
        fmt::format("{} stopped on its way in {}, which it records as failed; repair that with {} first",
                    facts_of(of_).name, version, facts_of(of_).name));
  }
  /// The second field says whether it came to its end.
  std::vector<std::string> whole(std::string_view query) {
    std::vector<std::string> out;
    const rows found = read(query);
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (!found.truth(i, 1)) refuse(found.text(i, 0));
      out.push_back(found.text(i, 0));
    }
    return out;
  }
  /// What was undone is as if it had never been; a repeatable migration has no version.
  std::vector<std::string> flyway() {
    std::vector<std::string> out;
    const rows found = read("SELECT coalesce(version, ''), success, type, script FROM {} ORDER BY installed_rank");
    for (std::size_t i = 0; i < found.size(); ++i) {
      const std::string version = found.text(i, 0), type = found.text(i, 2), script = found.text(i, 3);
      if (!found.truth(i, 1)) refuse(script);
      if (type == "SCHEMA") continue;
      if (type == "BASELINE" || type == "SQL_BASELINE")
        throw history_mismatch(
            fmt::format("Flyway took the database over at {}, so that nothing says what it had then; compare "
                        "it with check, and use stamp",
                        version));
      const std::string id =
          version.empty() && script.ends_with(".sql") ? script.substr(0, script.size() - 4) : version;
      std::erase(out, id);
      if (!type.starts_with("UNDO") && type != "DELETE") out.push_back(id);
    }
    return out;
  }
  /// A row for each way that a migration was taken; the last one counts.
  std::vector<std::string> goose() {
    std::vector<std::string> out;
    const rows found = read("SELECT version_id, is_applied FROM {} WHERE version_id > 0 ORDER BY id");
    for (std::size_t i = 0; i < found.size(); ++i) {
      std::erase(out, found.text(i, 0));
      if (found.truth(i, 1)) out.push_back(found.text(i, 0));
    }
    return out;
  }

  session& s_;
  const tool of_;
  std::string table_;
};

}  // namespace detail

/// Whether a revision is what a tool calls that version: the number, if both are one, or all of it.
inline bool is_version(std::string_view revision, std::string_view version) {
  if (revision == version) return true;
  const std::size_t digits = std::min(revision.find_first_not_of("0123456789."), revision.size());
  const bool numbered = digits == revision.size() || revision[digits] == '_';
  return digits && numbered && version.find_first_not_of("0123456789.") == version.npos &&
         compare_versions(revision.substr(0, digits), version) == 0;
}

/// The last of a history's revisions, in their order, that a database has by the record of another tool; empty: none.
/// `table` is the tool's, where that is another than usual.
/// Errors:   history_mismatch: no such table, a migration that failed, a version that the history does not have, one
/// that
///           is missing in between; connection_lost
inline std::string last_recorded(session& s, tool of, const std::vector<std::string>& revisions,
                                 const std::string& table = {}) {
  const std::vector<std::string> applied = detail::tool_reader(s, of, table).run();
  const tool_facts& facts = facts_of(of);
  if (facts.last_alone && applied.size() > 1)
    throw history_mismatch(fmt::format("{} records {} versions at once, {} and {}; bring the database to one first",
                                       facts.name, applied.size(), applied[0], applied[1]));
  std::vector<bool> has(revisions.size());
  for (const std::string& version : applied) {
    bool known = false;
    for (std::size_t i = 0; i < revisions.size(); ++i)
      if (is_version(revisions[i], version)) has[i] = known = true;
    if (!known)
      throw history_mismatch(fmt::format(
          "{} has applied {}, which this history does not have; adopt its files as they are now", facts.name, version));
  }
  const auto end = std::find(has.rbegin(), has.rend(), true);
  if (end == has.rend()) return {};
  const auto last = static_cast<std::size_t>(has.rend() - end) - 1;
  for (std::size_t i = 0; i < last && !facts.last_alone; ++i)
    if (!has[i])
      throw history_mismatch(
          fmt::format("{} has applied {} and not {}, which comes before it; apply that with {} first", facts.name,
                      revisions[last], revisions[i], facts.name));
  return revisions[last];
}

}  // namespace skein::run::adoption
