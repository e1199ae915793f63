// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What an additive update is to do, and what it did.

#include <skein/run/introspect/selection.hpp>
#include <skein/run/options.hpp>
#include <skein/run/sync/leftovers.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace skein::run {

struct sync_options : options {
  /// Refuse a column that is NOT NULL and has no default where the table has rows; otherwise it is added nullable.
  bool strict = false;
};

/// One thing that the models have and the database lacks.
struct sync_change {
  enum class state {
    planned,  ///< nothing was run, because nothing was to be
    added,
    refused,  ///< it does not fit to what is there; nothing was run
    failed    ///< PostgreSQL refused it; its transaction was rolled back
  };

  std::string table;  ///< that it is about, or the schema, the type …
  std::string what;   ///< column bio text
  std::vector<std::string> sql;
  state is = state::planned;
  std::string note{};   ///< in what it is not as the models have it
  std::string error{};  ///< why it was refused or failed
};

struct sync_report {
  std::string database, user;
  int server_version = 0;
  std::size_t tables = 0, expected = 0;     ///< in the database before, and in the models
  std::vector<sync_change> changes{};       ///< in the order in which they were tried
  std::vector<leftover> left{};             ///< that the models do not have, or have otherwise
  std::vector<unrepresented> not_read{};    ///< what of the database the model has no place for
  std::vector<std::string> without_sense{};  ///< models that fit in no order, each a sentence

  std::size_t count(sync_change::state is) const {
    return static_cast<std::size_t>(
        std::count_if(changes.begin(), changes.end(), [&](const sync_change& c) { return c.is == is; }));
  }
  /// Whether nothing is missing any more, or would be if it had been run.
  bool complete() const {
    return count(sync_change::state::failed) + count(sync_change::state::refused) + without_sense.size() == 0;
  }
};

}  // namespace skein::run
