// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A history as SQL: what the runner executes, the scripts print and the journal stores. Types of the history end here.

#include <skein/model/history.hpp>

#include <string>
#include <vector>

namespace skein::render {

/// One SQL statement, without its semicolon, and the step it belongs to (from 1).
struct statement {
  std::string sql;
  model::u32 step = 0;
};

/// What a revision does, counted for summaries.
struct tally {
  unsigned tables_created = 0, tables_dropped = 0, columns_added = 0, columns_dropped = 0, indexes_created = 0, statements = 0;
};

/// One revision, rendered in both directions.
struct migration {
  std::string id;
  std::vector<std::string> parents;  ///< empty: a base
  std::string message;
  std::string file;                  ///< where it is declared
  unsigned line = 0;
  std::vector<statement> up;
  std::vector<statement> down;       ///< in the order in which they run
  bool transactional = true;         ///< otherwise its statements run one by one, each journalled
  bool loses_data = false;           ///< its down brings back the shape, not the rows
  bool reversible = true;
  std::string irreversible_reason;   ///< if not reversible
  std::string checksum;              ///< of the up SQL and a written down, hexadecimal
  std::string digest;                ///< of the declaration, as frozen<…> pins it
  bool frozen = false;               ///< it is pinned
  std::vector<std::string> replaces{};  ///< the run that it stands for, first to last; see `run_declared`
  bool run_declared = false;            ///< otherwise the program knows only its ends
  std::string replaced_by{};            ///< who stands for the run that it is of
  std::string twin{};                   ///< who has its place for all that follow: the last of the run, or who replaces that
  std::vector<std::string> parents_twins{};  ///< of each parent
  tally counts;
};

/// All revisions, each after its parents; the last one is a head.
struct migrations : std::vector<migration> {
  using vector::vector;
  model::u32 server = model::oldest_server;  ///< the oldest major version that they run on
};

}  // namespace skein::render
