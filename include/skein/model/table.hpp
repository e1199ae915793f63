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
  constexpr location(const char* path, u32 in_line) : location(of_file(path)) { line = in_line; }

 private:
  // A function of the path alone: GCC evaluates it once. The compiler's own search: a loop over every path costs as much as all else.
  static constexpr location of_file(const char* path) {
    while (const char* next = __builtin_strchr(path, '/')) path = next + 1;
    while (const char* next = __builtin_strchr(path, '\\')) path = next + 1;
    location l;
    const std::size_t size = __builtin_strlen(path);
    if (size > sizeof(l.file) - 1) path += size - (sizeof(l.file) - 1);
    for (u32 i = 0; path[i]; ++i) l.file[i] = path[i];
    return l;
  }
};

struct privilege_def;  // privilege.hpp
struct property_def;   // property.hpp

struct table_def {
  const object_name* name = nullptr;
  list<const member*> members{};
  const location* where = nullptr;
  const entity_def* entity = nullptr;  ///< a model that is no table
  const privilege_def* privileges = nullptr;  ///< a model of what roles may do
  const property_def* property = nullptr;     ///< a model of whose an object is
};

}  // namespace skein::model
