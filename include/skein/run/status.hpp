// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a database has, compared with what the program wants.

#include <skein/run/server.hpp>
#include <skein/run/standing.hpp>

namespace skein::run {

/// Where a database is, given the heads of what is applied. It may have tables of its own without any.
inline std::string at(const std::vector<std::string>& current) {
  return current.empty() ? "no revision is applied" : fmt::format("the database is at {}", listed(current));
}

struct status {
  std::vector<std::string> current{};  ///< the heads of what is applied
  std::vector<std::string> heads{};    ///< of the program's history
  std::vector<std::string> pending{};  ///< in the order in which they would run
  std::vector<std::string> unknown{};  ///< applied by a newer program
  std::vector<std::string> changed{};  ///< since they were applied
  std::vector<std::string> gaps{};     ///< applied without a parent
  std::optional<journal_row> unfinished{};
  std::vector<journal_row> applied{};  ///< the journal, in the order of the history
  std::vector<journal_row> current_rows{};  ///< of `current`; where a run stands for who replaces it, by that one's name
  std::vector<std::string> aside{};    ///< the program's revisions in whose place others are taken
  int server = 0;                      ///< its version: 150018 is 15.18
  unsigned target = 0;                 ///< the oldest major version that the history runs on

  explicit status(const standing& s)
      : current(s.current()),
        heads(s.shown(program_heads(s))),
        pending(s.pending()),
        unknown(ids(s.revisions, s.unknown)),
        changed(ids(s.revisions, s.changed)),
        gaps(ids(s.revisions, s.gaps)) {
    if (s.unfinished) unfinished = s.rows[*s.unfinished];
    for (const auto& row : s.rows)
      if (row) applied.push_back(*row);
    aside = s.aside();
    for (const std::size_t i : s.revisions.heads(s.applied)) {
      if (!s.rows[i]) continue;
      current_rows.push_back(*s.rows[i]);
      journal_row& row = current_rows.back();
      row.id = s.shown(i);
      for (const render::migration& m : *s.history)
        if (m.id == row.id) row.description = m.message;
    }
  }

  /// The database has all that the program knows, and all of it fits; a newer program may have added to it.
  bool has_all() const { return pending.empty() && changed.empty() && gaps.empty() && !unfinished; }
  bool at_head() const { return has_all() && unknown.empty(); }

  /// Then nothing can be changed.
  bool server_too_old() const { return server / 10000 < static_cast<int>(target); }

  /// One line.
  std::string sentence() const {
    std::string out = at(current);
    const auto add = [&](const std::vector<std::string>& which, const char* what) {
      if (!which.empty()) out += fmt::format("; {}: {}", what, listed(which));
    };
    if (unfinished)
      out += fmt::format("; {} stopped on its way {} after {}", unfinished->id,
                         unfinished->state == render::state::upgrading ? "up" : "down",
                         render::counted(unfinished->statements_done, "statement"));
    add(changed, "changed since they were applied");
    add(gaps, "applied without what they build on");
    add(unknown, "not known to this program");
    add(pending, "pending");
    if (at_head()) out += ", the head";
    if (server_too_old())
      out += fmt::format("; the server is PostgreSQL {}, the history needs {} or later", version_text(server), target);
    return out;
  }

 private:
  static std::vector<std::size_t> program_heads(const standing& s) {
    revision_set known = s.revisions.nothing();
    std::fill_n(known.begin(), s.known, true);
    return s.revisions.heads(known);
  }
};

}  // namespace skein::run
