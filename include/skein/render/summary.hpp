// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Counts in words.

#include <skein/render/migration.hpp>

#include <fmt/format.h>

namespace skein::render {

/// `1 table`, `3 tables`; `2 indexes` with the plural ending given.
inline std::string counted(std::size_t n, std::string_view noun, std::string_view plural = "s") {
  return fmt::format("{} {}{}", n, noun, n == 1 ? "" : plural);
}

/// `2 tables created, 1 column added`; empty where nothing is counted.
inline std::string summary(const tally& t) {
  std::string out;
  const auto add = [&](unsigned n, std::string_view noun, std::string_view plural, std::string_view done) {
    if (n) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", counted(n, noun, plural), done);
  };
  add(t.tables_created, "table", "s", "created");
  add(t.tables_dropped, "table", "s", "dropped");
  add(t.columns_added, "column", "s", "added");
  add(t.columns_dropped, "column", "s", "dropped");
  add(t.indexes_created, "index", "es", "created");
  return out;
}

}  // namespace skein::render
