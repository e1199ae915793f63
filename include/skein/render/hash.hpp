// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The hash behind checksums and lock keys: the same with every compiler on every machine, today and in later versions.

#include <cstdint>
#include <string_view>

namespace skein::render {

/// FNV-1a, 64 bit, continued from the hash of what came before.
constexpr std::uint64_t hash(std::string_view text, std::uint64_t before = 14695981039346656037u) {
  for (const char c : text) before = (before ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return before;
}

}  // namespace skein::render
