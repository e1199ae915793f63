// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a revision's SQL is recognised by.

#include <skein/render/hash.hpp>
#include <skein/render/migration.hpp>

#include <fmt/format.h>

namespace skein::render {

/// Of the statements up, and down where they are written, in their order; a down that is derived follows from what is
/// written here and before, which has checksums of its own. The rendered SQL is thereby a promise: to write the same step
/// in another way makes every journal disagree.
inline std::string checksum(const std::vector<statement>& up, const std::vector<statement>& down) {
  using namespace std::string_view_literals;
  std::uint64_t h = hash({});
  for (const statement& s : up) h = hash("\0"sv, hash(s.sql, h));
  h = hash("\1"sv, h);
  for (const statement& s : down) h = hash("\0"sv, hash(s.sql, h));
  return fmt::format("{:016x}", h);
}

}  // namespace skein::render
