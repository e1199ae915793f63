// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Catch2 2 and 3 as one: the only header that includes it.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
namespace skein::test {
inline auto containing(const std::string& text) { return Catch::Matchers::ContainsSubstring(text); }
}  // namespace skein::test
#else
#include <catch2/catch.hpp>
namespace skein::test {
inline auto containing(const std::string& text) { return Catch::Matchers::Contains(text); }
}  // namespace skein::test
#endif
