// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Options of a sequence, whether it stands alone or is an identity's.

#include <skein/declare/amend.hpp>

namespace skein {

/// The two kinds of an identity: `identity_with<by_default, start<1000>, increment<10>>`.
struct always : model::of_identity { static constexpr model::u32 bit = model::flag::identity_always; };
struct by_default : model::of_identity { static constexpr model::u32 bit = model::flag::identity_by_default; };

/// What a change does not say stays as it was; what a declaration does not say is PostgreSQL's default: bigint, 1 by 1 from 1 up to
/// the highest value of the type, of a falling one from -1 down to the lowest, cache 1, no cycle.
template <long long Value> struct start : model::of_identity { static constexpr void set(model::sequence_options& o) { o.said |= o.start, o.first = Value; } };
template <long long Value> struct increment : model::of_identity { static constexpr void set(model::sequence_options& o) { o.said |= o.increment, o.step = Value; } };
template <long long Value> struct min_value : model::of_identity { static constexpr void set(model::sequence_options& o) { o.said |= o.min, o.least = Value; } };
template <long long Value> struct max_value : model::of_identity { static constexpr void set(model::sequence_options& o) { o.said |= o.max, o.most = Value; } };
template <long long Value> struct cache : model::of_identity { static constexpr void set(model::sequence_options& o) { o.said |= o.cache, o.cached = Value; } };
struct cycle : model::of_identity { static constexpr void set(model::sequence_options& o) { o.said |= o.cycle, o.cycles = true; } };
/// Back to the default, in a change.
struct no_cycle : model::of_identity { static constexpr void set(model::sequence_options& o) { o.said |= o.cycle, o.cycles = false; } };
struct no_min_value : model::of_identity { static constexpr void set(model::sequence_options& o) { o.said |= o.no_min; } };
struct no_max_value : model::of_identity { static constexpr void set(model::sequence_options& o) { o.said |= o.no_max; } };
/// What the sequence of an identity is called, as it comes to be; in the schema of its table. `set_identity` leaves it.
template <model::ident Name>
struct sequence_name : model::of_identity {
  static constexpr const model::ident& sequence = Name;
};

namespace model {
/// Fills in what is an option of a sequence; what is none is a mistake of the declaration around it.
template <class Option>
struct sequence_option {};
template <class Option>
consteval sequence_options operator|(sequence_options o, sequence_option<Option>) {
  if constexpr (amends<Option, sequence_options>) Option::set(o);
  return o;
}
}  // namespace model

}  // namespace skein
