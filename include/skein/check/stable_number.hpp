// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Numbers of enumerators that stay what they are wherever the enumerator moves: they are in digests that sources pin. They
/// stand in the order of the enumeration; a new enumerator takes the next number, at its place.

#include <skein/model/step.hpp>

namespace skein::checks {

using model::u32;
using model::u64;

namespace stable_numbers {

inline constexpr std::uint8_t ops[]{
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 47, 48, 53, 54, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
    31, 52, 32, 33, 34, 35, 36, 37, 38, 46, 51, 45, 39, 40, 41, 49, 42, 50, 43, 44};
static_assert(sizeof(ops) == static_cast<u32>(model::op::mistake) + 1);
inline constexpr std::uint8_t kinds[]{1, 2, 3, 4, 5, 6, 7, 10, 8, 9, 14, 11, 12, 13, 15};
static_assert(sizeof(kinds) == static_cast<u32>(model::kind::inherits) + 1);
inline constexpr std::uint8_t entity_kinds[]{0, 11, 1, 12, 13, 2, 4, 5, 6, 7, 8, 9, 10, 14, 15, 16, 17, 18, 19, 20, 3};
static_assert(sizeof(entity_kinds) == static_cast<u32>(model::entity_kind::expression) + 1);
inline constexpr std::uint8_t parts[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18, 19, 20, 21, 22, 23, 15};
static_assert(sizeof(parts) == static_cast<u32>(model::clause::part::mistake) + 1);

}  // namespace stable_numbers

/// Of enumerations that nothing is expected to come to.
constexpr u64 stable_number(auto e) { return static_cast<u64>(e); }
constexpr u64 stable_number(model::op o) { return stable_numbers::ops[static_cast<u32>(o)]; }
constexpr u64 stable_number(model::kind k) { return stable_numbers::kinds[static_cast<u32>(k)]; }
constexpr u64 stable_number(model::entity_kind k) { return stable_numbers::entity_kinds[static_cast<u32>(k)]; }
constexpr u64 stable_number(model::clause::part p) { return stable_numbers::parts[static_cast<u32>(p)]; }

}  // namespace skein::checks
