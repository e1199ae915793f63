// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What CREATE and ALTER SEQUENCE make of options, and what they refuse (init_params in the server's sources; agreed with the
/// server by test).

#include <skein/model/sequence.hpp>

namespace skein::checks::sequences {

using model::sequence_options;
using model::sequence_values;
using model::type_id;
using model::u32;
using said = sequence_options;

constexpr long long highest(type_id t) {
  return t == type_id::smallint ? 32767 : t == type_id::integer ? 2147483647 : 9223372036854775807;
}
constexpr long long lowest(type_id t) { return -highest(t) - 1; }
constexpr bool fits(type_id t, long long value) { return lowest(t) <= value && value <= highest(t); }

/// With no options at all.
inline constexpr sequence_values plain_ones[]{{0, type_id::smallint, false, 1, 1, 1, highest(type_id::smallint), 1},
                                              {0, type_id::integer, false, 1, 1, 1, highest(type_id::integer), 1},
                                              {0, type_id::bigint, false, 1, 1, 1, highest(type_id::bigint), 1}};
constexpr const sequence_values& plain(type_id t) { return plain_ones[static_cast<u32>(t) - static_cast<u32>(type_id::smallint)]; }

/// Notes in `said` what is not as PostgreSQL would make it. An identity's sequence has the type of its column.
constexpr void note_said(sequence_values& v, bool internal) {
  const bool up = v.step > 0;
  v.said = (!internal && v.type != type_id::bigint ? said::of_type : 0u) | (v.step != 1 ? said::increment : 0u) |
           (v.most != (up ? highest(v.type) : -1) ? said::max : 0u) | (v.least != (up ? 1 : lowest(v.type)) ? said::min : 0u) |
           (v.first != (up ? v.least : v.most) ? said::start : 0u) | (v.cached != 1 ? said::cache : 0u) | (v.cycles ? said::cycle : 0u);
}

/// Applies the options to a sequence that stands at `position`; of a new one `made` is false. Returns the option that
/// PostgreSQL refuses, as it is written, or null.
constexpr const char* change(sequence_values& v, long long& position, const sequence_options& x, bool made) {
  const type_id before = v.type;
  if (x.said & said::of_type) v.type = x.type;
  const bool retyped = made && x.said & said::of_type;  // a limit of the old type becomes one of the new type
  if (x.said & said::increment) v.step = x.step;
  if (v.step == 0) return "increment";
  if (x.said & said::cycle) v.cycles = x.cycles;
  const bool new_max = retyped && v.most == highest(before), new_min = retyped && v.least == lowest(before);
  if (x.said & said::max) v.most = x.most;
  else if (!made || x.said & said::no_max || new_max) v.most = v.step > 0 || new_max ? highest(v.type) : -1;
  if (!fits(v.type, v.most)) return "max_value";
  if (x.said & said::min) v.least = x.least;
  else if (!made || x.said & said::no_min || new_min) v.least = v.step < 0 || new_min ? lowest(v.type) : 1;
  if (!fits(v.type, v.least)) return "min_value";
  if (v.least >= v.most) return "min_value";
  if (x.said & said::start) v.first = x.first;
  else if (!made) v.first = v.step > 0 ? v.least : v.most;
  if (v.first < v.least || v.first > v.most) return "start";
  if (x.said & said::restart) position = x.position;
  else if (!made) position = v.first;
  if (position < v.least || position > v.most) return "restart";
  if (x.said & said::cache) v.cached = x.cached;
  return v.cached < 1 ? "cache" : nullptr;
}

/// AS type: what is left of them with another type.
constexpr const char* retype(sequence_values& v, type_id to, long long& position) {
  sequence_options x{};
  x.said = said::of_type;
  x.type = to;
  return change(v, position, x, true);
}
constexpr void retype(sequence_values& v, type_id to) {
  long long anywhere = v.first;
  retype(v, to, anywhere);
}

/// An identity's, on a column of that type.
constexpr sequence_values made(const sequence_options& x, type_id t) {
  sequence_values v = plain(t);
  long long position = 1;
  if (!x.said) return v;
  change(v, position, x, false);
  note_said(v, true);
  return v;
}

/// The options that lead from one to the other. A limit that a new type would bring is said where it is not the one wanted.
constexpr sequence_options difference(const sequence_values& from, const sequence_values& to) {
  sequence_options x{to};
  x.said = (from.type != to.type ? said::of_type : 0u) | (from.step != to.step ? said::increment : 0u) | (from.most != to.most ? said::max : 0u) |
           (from.least != to.least ? said::min : 0u) | (from.first != to.first ? said::start : 0u) | (from.cached != to.cached ? said::cache : 0u) |
           (from.cycles != to.cycles ? said::cycle : 0u);
  const bool retyped = from.type != to.type;
  if (retyped && from.most == highest(from.type) && to.most != highest(to.type)) x.said |= said::max;
  if (retyped && from.least == lowest(from.type) && to.least != lowest(to.type)) x.said |= said::min;
  return x;
}
}  // namespace skein::checks::sequences
