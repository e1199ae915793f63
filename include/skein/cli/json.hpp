// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What `--json` prints. Keys are as in the C++ values; times are milliseconds; they are only ever added to.

#include <skein/render/migration.hpp>
#include <skein/run/report.hpp>
#include <skein/run/status.hpp>
#include <skein/run/sync/report.hpp>

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace skein::driver {

using json = nlohmann::ordered_json;

inline json to_json(const std::vector<render::statement>& statements) {
  json out = json::array();
  for (const render::statement& s : statements) out.push_back(s.sql);
  return out;
}

inline json to_json(const render::tally& t) {
  return {{"tables_created", t.tables_created}, {"tables_dropped", t.tables_dropped},
          {"columns_added", t.columns_added},   {"columns_dropped", t.columns_dropped},
          {"indexes_created", t.indexes_created}, {"statements", t.statements}};
}

inline json to_json(const render::migration& m, bool with_sql) {
  json out{{"id", m.id}, {"parents", m.parents}, {"message", m.message}, {"file", m.file}, {"line", m.line},
           {"transactional", m.transactional}, {"loses_data", m.loses_data}, {"reversible", m.reversible},
           {"checksum", m.checksum}, {"digest", m.digest}, {"frozen", m.frozen}, {"counts", to_json(m.counts)}};
  if (!m.reversible) out["irreversible_reason"] = m.irreversible_reason;
  if (!m.replaces.empty()) out["replaces"] = m.replaces;
  if (!m.replaced_by.empty()) out["replaced_by"] = m.replaced_by;
  if (with_sql) {
    out["up"] = to_json(m.up);
    out["down"] = to_json(m.down);
  }
  return out;
}

inline json to_json(const run::journal_row& row) {
  json out{{"id", row.id}, {"description", row.description}, {"parents", row.parents}, {"checksum", row.checksum},
           {"applied_at", row.applied_at}, {"applied_by", row.applied_by}, {"execution_ms", nullptr},
           {"skein_version", row.skein_version}, {"reversible", row.reversible}, {"transactional", row.transactional},
           {"state", row.state}, {"statements_done", row.statements_done}};
  if (row.execution_ms) out["execution_ms"] = *row.execution_ms;
  return out;
}

inline json to_json(const run::status& s) {
  json applied = json::array();
  for (const run::journal_row& row : s.applied) applied.push_back(to_json(row));
  json out{{"at_head", s.at_head()}, {"current", s.current}, {"heads", s.heads}, {"pending", s.pending},
           {"unknown", s.unknown}, {"changed", s.changed}, {"gaps", s.gaps}, {"unfinished", nullptr},
           {"aside", s.aside}, {"applied", std::move(applied)}, {"server_version", s.server}, {"target", s.target}};
  if (s.unfinished) out["unfinished"] = to_json(*s.unfinished);
  return out;
}

inline json to_json(const run::report& r) {
  json done = json::array();
  for (const run::revision_result& one : r.done)
    done.push_back({{"id", one.id}, {"message", one.message},
                    {"towards", one.towards == run::direction::up ? "up" : "down"},
                    {"time_ms", one.time.count()}, {"counts", to_json(one.counts)}});
  return {{"done", std::move(done)}, {"pending", r.pending}, {"current", r.current},
          {"time_ms", r.time.count()}, {"totals", to_json(r.totals())}};
}

inline json to_json(const run::sync_report& r) {
  constexpr const char* states[]{"planned", "added", "refused", "failed"};
  json changes = json::array(), left = json::array(), not_read = json::array();
  for (const run::sync_change& x : r.changes)
    changes.push_back({{"table", x.table}, {"what", x.what}, {"sql", x.sql}, {"state", states[static_cast<int>(x.is)]},
                       {"note", x.note}, {"error", x.error}});
  for (const run::leftover& x : r.left) left.push_back({{"what", x.what}, {"why", x.why}});
  for (const run::unrepresented& x : r.not_read) not_read.push_back({{"kind", x.kind}, {"name", x.name}, {"why", x.why}});
  return {{"database", r.database}, {"user", r.user}, {"server_version", r.server_version}, {"tables", r.tables},
          {"expected", r.expected}, {"changes", std::move(changes)}, {"left", std::move(left)},
          {"not_understood", std::move(not_read)}, {"models_that_do_not_fit", r.without_sense}, {"complete", r.complete()}};
}

}  // namespace skein::driver
