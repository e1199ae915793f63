// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Where revisions replace runs of others: which of the two ways a database goes. What its journal has of one decides.

#include <skein/render/taken.hpp>
#include <skein/run/journal.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace skein::run {

/// A revision as the journal knows it, without its SQL.
inline render::migration as_migration(const journal_row& row) {
  render::migration out;
  out.id = row.id;
  out.parents = row.parents;
  out.message = row.description;
  out.checksum = row.checksum;
  out.transactional = row.transactional;
  out.reversible = row.reversible;
  return out;
}

/// The revision that a target names by its identifier or an unambiguous beginning of it; empty: none.
inline std::string named_by(const render::migrations& history, std::string_view target) {
  for (const char* word : {"", "head", "heads", "base", "branch"})
    if (target == word) return {};
  std::string found;
  for (const render::migration& m : history) {
    if (m.id == target) return m.id;
    if (!m.id.starts_with(target)) continue;
    if (!found.empty()) return {};
    found = m.id;
  }
  return found;
}

class way {
 public:
  /// The targets decide where the journal has nothing of either way; for stamp, which asks for nothing else, they decide first.
  way(const render::migrations& history, const std::vector<journal_row>& rows, const std::vector<std::string>& targets,
      bool targets_first)
      : rows_(rows), named_first_(targets_first) {
    for (const std::string& target : targets) named_.push_back(named_by(history, target));
  }

  bool by_run(const render::migration& m) const {
    const bool names_other = is_of(named_, m.id);
    const bool names_run = std::any_of(named_.begin(), named_.end(), [&](const std::string& id) { return is_of(m.replaces, id); });
    if (named_first_ && (names_other || (names_run && m.run_declared))) return !names_other;
    if (row(m.id)) return false;
    if (!m.run_declared) return !stored_run(m).empty();
    return names_run || std::any_of(rows_.begin(), rows_.end(), [&](const journal_row& r) { return is_of(m.replaces, r.id); });
  }

  /// A run of which the program has only the ends, first to last; empty unless the journal has the whole of it.
  std::vector<const journal_row*> stored_run(const render::migration& m) const {
    std::vector<const journal_row*> out;
    const journal_row* at = row(m.replaces.back());
    while (at && at->state == render::state::applied && out.size() < rows_.size()) {
      out.insert(out.begin(), at);
      if (at->id == m.replaces.front()) return out;
      at = at->parents.size() == 1 ? row(at->parents[0]) : nullptr;
    }
    return {};
  }

  static bool is_of(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  }

 private:
  const journal_row* row(const std::string& id) const {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const journal_row& r) { return r.id == id; });
    return found == rows_.end() ? nullptr : &*found;
  }

  const std::vector<journal_row>& rows_;
  std::vector<std::string> named_{};
  bool named_first_;
};

}  // namespace skein::run
