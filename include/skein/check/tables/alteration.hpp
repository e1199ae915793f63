// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What makes a column what it should be: which changes, and in which order. Who prints them and who carries them out
/// ask here.

#include <skein/check/tables/column_facts.hpp>
#include <skein/check/tables/conversion.hpp>

namespace skein::checks {

/// `replaced`: the column goes and comes again; `adopted`: the sequence of a serial column gets the type and the owner
/// that it lacks.
enum class alteration : std::uint8_t {
  replaced,
  drop_expression,
  drop_default,
  drop_identity,
  alter_type,
  set_not_null,
  drop_not_null,
  add_identity,
  set_identity,
  set_default,
  adopted,
  comment
};

/// The default is a sequence that `serial` made, which no text has to name.
constexpr bool is_serial(const column_facts& f) { return f.has(model::flag::next_value) && !f.calls.hash; }
constexpr bool has_default(const column_facts& f) {
  return f.has(model::flag::default_value | model::flag::next_value) && !is_serial(f);
}

/// How ALTER COLUMN TYPE gets there, and back. Where the type stays there is nothing to convert.
struct conversions_of {
  conversion there = conversion::exact, back = conversion::exact;

  constexpr conversions_of(const column_facts& now, const column_facts& wanted, u32 differing) {
    if (differing & (differs::type | differs::collation))
      there = convert(*now.type, *wanted.type), back = convert(*wanted.type, *now.type);
  }
  constexpr bool both() const { return there != conversion::none && back != conversion::none; }
};

/// The options that lead to the identity that is wanted.
constexpr model::sequence_options identity_change(const column_facts& now, const column_facts& wanted, u32 differing) {
  model::sequence_values from = now.has(model::flag::identity) ? now.sequence : sequences::plain(wanted.type->id);
  if (differing & (differs::type | differs::collation)) sequences::retype(from, wanted.type->id);  // by the step before
  return sequences::difference(from, wanted.sequence);
}

/// Calls `f` with each alteration. `differing` is what `difference` says of the two.
constexpr void each_alteration(const column_facts& now, const column_facts& wanted, u32 differing, auto&& f) {
  namespace flag = model::flag;
  const conversions_of converts(now, wanted, differing);
  const bool replaced = (is_serial(wanted) && !now.has(flag::next_value)) ||
                        (wanted.has(flag::generated) && differing & differs::generated) ||
                        (now.has(flag::generated) && !converts.both());
  if (replaced && differing & ~differs::comment) return f(alteration::replaced);  // nothing else makes it that
  if (now.has(flag::generated) && !wanted.has(flag::generated)) f(alteration::drop_expression);
  constexpr u32 any_default = flag::default_value | flag::next_value;
  const bool in_the_way = now.has(any_default) && (!wanted.has(any_default) || !converts.both());
  if (in_the_way) f(alteration::drop_default);
  if (now.has(flag::identity) && !wanted.has(flag::identity)) f(alteration::drop_identity);
  if (differing & (differs::type | differs::collation)) f(alteration::alter_type);
  if (differing & differs::nullability)
    f(wanted.has(flag::not_null) ? alteration::set_not_null : alteration::drop_not_null);
  if (differing & differs::identity && wanted.has(flag::identity))
    f(now.has(flag::identity) ? alteration::set_identity : alteration::add_identity);
  if (has_default(wanted) && (in_the_way || differing & (differs::default_value | differs::next_value)))
    f(alteration::set_default);
  if (is_serial(wanted) && now.calls.hash) f(alteration::adopted);  // its sequence is not what serial makes
  if (differing & differs::comment) f(alteration::comment);
}

}  // namespace skein::checks
