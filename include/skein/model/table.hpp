// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A whole table, or another entity, as one value: what a model declares, what a catalog holds.

#include <skein/model/entity.hpp>
#include <skein/model/member.hpp>

namespace skein::model {

/// The place of a declaration: the file's base name (its last 47 characters) and the line.
struct location {
  char file[48]{};
  u32 line = 0;

  constexpr location() = default;
  constexpr location(const char* path, u32 in_line) : line(in_line) {
    const char* from = path;
    const char* end = path;
    for (; *end; ++end)
      if (*end == '/' || *end == '\\') from = end + 1;
    if (end - from > 47) from = end - 47;
    for (int i = 0; from[i]; ++i) file[i] = from[i];
  }
};

struct privilege_def;  // privilege.hpp

struct table_def {
  const object_name* name = nullptr;
  list<const member*> members{};
  const location* where = nullptr;
  const entity_def* entity = nullptr;  ///< a model that is no table
  const privilege_def* privileges = nullptr;  ///< a model of what roles may do
};

}  // namespace skein::model
