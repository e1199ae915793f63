// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Sequences: standing alone, behind a serial column or behind an identity, they are one and the same.

#include <skein/model/data_type.hpp>

namespace skein::model {

/// What a sequence is like. In a declaration only what `said` names counts; in the state all of it does, and `said` names what
/// is not as PostgreSQL would make it unasked.
struct sequence_values {
  static constexpr u32 of_type = 1, start = 2, increment = 4, min = 8, max = 16, cache = 32, cycle = 64;

  u32 said;
  type_id type;  ///< smallint, integer or bigint
  bool cycles;
  long long first, step, least, most, cached;
};

/// Options in a declaration or a change.
struct sequence_options : sequence_values {
  static constexpr u32 no_min = 128, no_max = 256, owner = 512, restart = 1024, undo_restart = 2048;

  const object_name* table = nullptr;  ///< OWNED BY; null: NONE
  const ident* column = nullptr;
  const ident* name = nullptr;         ///< of an identity that is brought back; null: PostgreSQL's automatic one
  long long position = 0;              ///< RESTART WITH
  long long former = 0;                ///< RESTART WITH of its down
};

/// Between two states: what is unsaid is a default on both sides, and goes with the type.
constexpr bool same(const sequence_values& a, const sequence_values& b) {
  using v = sequence_values;
  if (a.said != b.said) return false;
  const auto differ = [&](u32 option, long long x, long long y) { return a.said & option && x != y; };
  return !(differ(v::of_type, static_cast<int>(a.type), static_cast<int>(b.type)) || differ(v::start, a.first, b.first) ||
           differ(v::increment, a.step, b.step) || differ(v::min, a.least, b.least) || differ(v::max, a.most, b.most) ||
           differ(v::cache, a.cached, b.cached));
}

}  // namespace skein::model
