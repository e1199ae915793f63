// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Where a database stands in a history: the journal's rows put beside the program's revisions.

#include <skein/run/journal.hpp>
#include <skein/run/lookup.hpp>
#include <skein/run/way.hpp>

#include <memory>
#include <optional>
#include <set>

namespace skein::run {

/// Indexes are of `revisions`: the program's in its order, then those which only the database knows.
struct standing {
  graph revisions{};
  std::size_t known = 0;
  const render::migrations* history = nullptr;            ///< the program's
  std::shared_ptr<const render::migrations> program{};    ///< the known ones: without the ways that are not taken
  std::set<std::size_t> stored{};                         ///< of a run that is applied: known by the journal alone
  std::vector<std::optional<journal_row>> rows{};  ///< none where a comparison said that the journal is complete
  revision_set applied{};                   ///< wholly, or on the way down
  std::vector<std::size_t> unknown{};       ///< applied, but not the program's
  std::vector<std::size_t> changed{};       ///< applied with another checksum
  std::vector<std::size_t> gaps{};          ///< applied without a parent
  std::optional<std::size_t> unfinished{};  ///< outside a transaction, stopped on the way

  /// As who replaces it, if it is the last of a run.
  const std::string& shown(std::size_t i) const {
    const bool of_run = i < known && (stored.contains(i) || !(*program)[i].replaced_by.empty());
    return of_run && !revisions.twin(i).empty() ? revisions.twin(i) : revisions.id(i);
  }
  std::vector<std::string> shown(const std::vector<std::size_t>& which) const {
    std::vector<std::string> out;
    for (const std::size_t i : which) out.push_back(shown(i));
    return out;
  }
  /// The program's revisions in whose place others are taken.
  std::vector<std::string> aside() const {
    std::vector<std::string> out;
    if (program.get() == history) return out;
    for (const render::migration& m : *history)
      if (const std::size_t i = revisions.find(m.id); i == graph::none || revisions.id(i) != m.id) out.push_back(m.id);
    return out;
  }
  std::vector<std::string> current() const { return shown(revisions.heads(applied)); }
  std::vector<std::string> pending() const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < known; ++i)
      if (!applied[i]) out.push_back(revisions.id(i));
    return out;
  }
};

namespace standing_detail {

/// Chooses the ways, and gives what is known its names.
inline void take(standing& out, const render::migrations& history, const way& chosen) {
  out.history = &history;
  if (!render::has_runs(history)) {
    out.program = std::shared_ptr<const render::migrations>(std::shared_ptr<void>(), &history);
  } else {
    auto taken = render::taken(history, [&](const render::migration& m) { return chosen.by_run(m); });
    for (const render::migration& m : history) {
      if (m.replaces.empty() || m.run_declared || !chosen.by_run(m)) continue;
      auto next = std::find_if(taken.begin(), taken.end(), [&](const auto& each) { return way::is_of(each.parents, m.twin); });
      for (const journal_row* row : chosen.stored_run(m)) {
        out.stored.insert(static_cast<std::size_t>(next - taken.begin()));
        next = taken.insert(next, as_migration(*row)) + 1;
      }
    }
    out.program = std::make_shared<const render::migrations>(std::move(taken));
  }
  out.known = out.program->size();
  for (const render::migration& m : *out.program) {
    const std::size_t i = out.revisions.add(m.id, m.parents);
    if (!m.twin.empty()) out.revisions.name(m.twin, i);
  }
  for (const render::migration& m : history)
    if (!m.replaces.empty() && !m.run_declared)
      if (const std::size_t i = out.revisions.find(m.twin); i != graph::none && out.stored.contains(i)) out.revisions.name(m.id, i);
}

}  // namespace standing_detail

/// `targets`: see way.
inline standing compare(const render::migrations& history, const journal_content& journal,
                        const std::vector<std::string>& targets = {}, bool targets_first = false) {
  standing out;
  const std::vector<std::string> named = journal.complete ? std::vector<std::string>() : targets;
  standing_detail::take(out, history, way(history, journal.rows, named, targets_first));
  out.rows.resize(out.known);
  if (journal.complete) {
    out.applied = out.revisions.everything();
    return out;
  }

  // Rows of unknown revisions follow the rows of their parents.
  std::vector<const journal_row*> waiting;
  for (const journal_row& row : journal.rows) {
    const std::size_t i = out.revisions.find(row.id);
    if (i == graph::none || out.revisions.id(i) != row.id)
      waiting.push_back(&row);
    else
      out.rows[i] = row;
  }
  const auto ready = [&](const journal_row* row) {
    return std::none_of(row->parents.begin(), row->parents.end(), [&](const std::string& parent) {
      return std::any_of(waiting.begin(), waiting.end(), [&](const journal_row* other) { return other->id == parent; });
    });
  };
  while (!waiting.empty()) {
    auto next = std::find_if(waiting.begin(), waiting.end(), ready);
    if (next == waiting.end()) next = waiting.begin();
    out.unknown.push_back(out.revisions.add((*next)->id, (*next)->parents));
    out.rows.push_back(**next);
    waiting.erase(next);
  }

  out.applied = out.revisions.nothing();
  for (std::size_t i = 0; i < out.rows.size(); ++i) {
    if (!out.rows[i]) continue;
    const journal_row& row = *out.rows[i];
    out.applied[i] = row.state != render::state::upgrading;
    if (row.state != render::state::applied) out.unfinished = i;
    if (i < out.known && row.checksum != (*out.program)[i].checksum) out.changed.push_back(i);
  }
  for (std::size_t i = 0; i < out.rows.size(); ++i) {
    if (!out.rows[i]) continue;
    const std::vector<std::size_t>& parents = out.revisions.parents(i);
    const bool whole = std::all_of(parents.begin(), parents.end(), [&](std::size_t p) { return out.applied[p]; });
    if (!whole || parents.size() < out.rows[i]->parents.size()) out.gaps.push_back(i);
  }
  return out;
}

/// Throws history_mismatch for the first thing that keeps a run in this direction from being right. Executes nothing.
inline void require_consistent(const standing& s, direction towards) {
  const auto row = [&](std::size_t i) -> const journal_row& { return *s.rows[i]; };
  const std::vector<std::string> current = s.current();
  const std::string here = current.size() == 1 ? current[0] : "heads";
  for (const render::migration& m : *s.history)
    for (const std::size_t i : s.unknown)
      if (const std::string& other = m.replaced_by.empty() ? m.twin : m.replaced_by; s.revisions.id(i) == m.id)
        throw gap(fmt::format("the database has both {} and {}, of which one stands in the place of the other; say what it has "
                              "with stamp {} or stamp {}",
                              m.id, other, m.id, other));
  if (towards == direction::up && !s.unknown.empty()) {
    for (const render::migration& m : *s.program)
      if (!m.replaces.empty() && !m.run_declared && s.revisions.find(m.replaces.front()) != graph::none &&
          !s.applied[s.revisions.find(m.id)])
        throw unknown_revision(fmt::format(
            "the database is inside of the run {} to {}, at {}, which this program has no more: {} stands in its place; "
            "upgrade to {} with a program that has the run, then run this one",
            m.replaces.front(), m.replaces.back(), here, m.id, m.replaces.back()));
    const journal_row& first = row(s.unknown.front());
    throw unknown_revision(fmt::format(
        "the database has {}, applied at {} by {}, which this program does not know: the program is older than "
        "the database; run the newer one, or go back with downgrade {} (the journal holds the SQL)",
        listed(ids(s.revisions, s.unknown)), first.applied_at, first.applied_by,
        first.parents.empty() ? "base" : first.parents.front()));
  }
  if (!s.changed.empty()) {
    const journal_row& first = row(s.changed.front());
    throw checksum_mismatch(fmt::format(
        "revision {} was changed after it had been applied at {}; write the change as a new revision and restore "
        "this one (the journal holds its SQL), or, if the database is right as it is, say so with stamp {}",
        first.id, first.applied_at, here));
  }
  if (!s.gaps.empty()) {
    const journal_row& first = row(s.gaps.front());
    throw gap(
        fmt::format("revision {} is applied but not all that it builds on: {}; if their changes are in the database, "
                    "say so with stamp {}; if not, bring it to the state of a revision and stamp that one",
                    first.id, listed(first.parents), here));
  }
  if (s.unfinished) {
    const journal_row& at = row(*s.unfinished);
    const bool up = at.state == render::state::upgrading;
    if (up != (towards == direction::up))
      throw unfinished(fmt::format("revision {} stopped on its way {} after {}; finish it first: {} {}", at.id,
                                   up ? "up" : "down", render::counted(at.statements_done, "statement"),
                                   up ? "upgrade" : "downgrade", up ? at.id : "-1"));
  }
}

}  // namespace skein::run
