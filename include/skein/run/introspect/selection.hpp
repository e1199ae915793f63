// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What of a database is read, and what is said about that which has no place in the model.

#include <skein/render/journal.hpp>

#include <string>
#include <vector>

namespace skein::run {

struct introspect_options {
  std::vector<std::string> schemas{};  ///< none: all but PostgreSQL's own
  render::journal_name journal{};      ///< is left out
  bool owners = false;                 ///< into the state, of what is not the reading role's; else they are listed
};

/// Something of the database that the model has no place for.
struct unrepresented {
  std::string kind;  ///< in PostgreSQL's words: table, foreign table, owner
  std::string name;
  std::string why;    ///< a sentence without its end
  bool kept = false;  ///< as a tracked object, which is created and dropped by its SQL

  bool operator==(const unrepresented&) const = default;
};

}  // namespace skein::run
