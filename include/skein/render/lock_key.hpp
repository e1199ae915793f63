// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The advisory lock that whoever migrates a database holds.

#include <skein/render/hash.hpp>

namespace skein::render {

/// The key for a journal, given its table as it is written in SQL.
constexpr std::int64_t lock_key(std::string_view table) {
  return static_cast<std::int64_t>(hash(table, hash(std::string_view("skein\0", 6))));
}

}  // namespace skein::render
