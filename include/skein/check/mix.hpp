// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What digests of definitions are made by.

#include <skein/check/state/names.hpp>
#include <skein/model/entity.hpp>

namespace skein::checks {

using model::u64;

namespace digests {

constexpr u64 mix(u64 h, u64 x) {
  h = (h ^ x) * 0x9E3779B97F4A7C15ull;
  return h ^ (h >> 29);
}
constexpr u64 of_type(const model::data_type& t) {
  u64 h = mix(static_cast<u64>(t.id), static_cast<u64>(static_cast<u32>(t.first)));
  h = mix(mix(h, static_cast<u64>(static_cast<u32>(t.second))), t.dims > 0);
  return t.user ? mix(mix(h, t.user->name.hash), model::is_default(t.user->schema) ? 0 : t.user->schema.hash) : h;
}
}  // namespace digests
}  // namespace skein::checks
