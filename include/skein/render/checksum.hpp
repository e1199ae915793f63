// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a revision's SQL is recognised by.

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace skein::render {

/// FNV-1a, 64 bit, of a sequence of texts: the same with every compiler on every machine. The rendered SQL is thereby a
/// promise: to write the same step in another way makes every database's journal disagree.
class checksum {
 public:
  void add(std::string_view text) {
    for (char c : text) mix(static_cast<unsigned char>(c));
    mix(0);
  }
  /// Ends a list: `{a, b}, {}` and `{a}, {b}` differ.
  void end_list() { mix(1); }
  std::string hexadecimal() const { return fmt::format("{:016x}", hash_); }

 private:
  void mix(std::uint64_t byte) { hash_ = (hash_ ^ byte) * 1099511628211u; }

  std::uint64_t hash_ = 14695981039346656037u;
};

}  // namespace skein::render
