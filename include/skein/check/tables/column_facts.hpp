// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a column is beside its name, and in what two of them differ.

#include <skein/check/tables/sequence_values.hpp>
#include <skein/model/schema.hpp>

namespace skein::checks {

using model::u32;

struct column_facts {
  const model::data_type* type = nullptr;  ///< serial as the integer that it is
  u32 flags = 0;                           ///< what `model::flag::attributes` has
  const model::text_view* text = nullptr;  ///< default or generated
  model::sequence_values sequence{};       ///< of an identity
  model::name_ref calls{};                 ///< next_value: whose; empty where `serial` says it all
  const model::object_name* collation = nullptr;
  const model::text_view* comment = nullptr;

  constexpr bool has(u32 bits) const { return (flags & bits) != 0; }
};

/// Whether a column is just what `serial` makes of it, whatever its sequence is called.
constexpr bool is_serial(const auto& s, const model::column_state& c) {
  constexpr u32 both = model::flag::next_value | model::flag::not_null;
  const model::sequence_state& q = s.sequences[c.sequence];
  return (c.flags & both) == both && q.column && &s.columns[q.column] == &c && q.values.type == c.type->id &&
         !(q.values.said & ~model::sequence_values::of_type);
}
constexpr column_facts facts_of(const auto& s, const model::column_state& c) {
  column_facts f{c.type, c.flags, c.text, {}, {}, c.collation, c.comment};
  if (f.has(model::flag::identity)) f.sequence = s.sequences[c.sequence].values;
  if (f.has(model::flag::next_value) && !is_serial(s, c)) f.calls = s.sequences[c.sequence].name;
  return f;
}
/// As it would be in the state. A key that stands elsewhere in the table makes it not null besides.
constexpr column_facts facts_of(const model::member& m) {
  namespace flag = model::flag;
  column_facts f{model::stored_type(m.type), m.flags & flag::attributes};
  if (model::is_serial(m.type->id)) f.flags |= flag::next_value;
  if (f.has(flag::next_value | flag::identity) || m.flags & flag::primary_key) f.flags |= flag::not_null;
  for (const model::option* o : m.options) {
    if (o->bit & (flag::default_value | flag::generated)) f.text = &o->text;
    if (o->bit & flag::identity) f.sequence = sequences::made(*o->sequence, f.type->id);
    if (o->bit & flag::collation) f.collation = o->collation;
    if (o->bit & flag::comment) f.comment = &o->text;
  }
  return f;
}

/// In what two columns differ, as bits of `model::flag`; a type has none of its own and takes that of `null`.
namespace differs {
inline constexpr u32 type = model::flag::null, nullability = model::flag::not_null,
                     default_value = model::flag::default_value, identity = model::flag::identity_always,
                     generated = model::flag::generated, next_value = model::flag::next_value,
                     collation = model::flag::collation, comment = model::flag::comment;
}  // namespace differs

/// Of two generated columns the expressions are left to the caller: columns in them may have been renamed.
constexpr u32 difference(const column_facts& a, const column_facts& b) {
  namespace flag = model::flag;
  u32 d = (a.flags ^ b.flags) & (flag::not_null | flag::default_value | flag::generated | flag::next_value);
  if (a.type != b.type && !same(*a.type, *b.type)) d |= differs::type;
  if ((a.flags ^ b.flags) & flag::identity) d |= differs::identity;
  if (a.flags & b.flags & flag::default_value && !same(*a.text, *b.text)) d |= differs::default_value;
  if (a.flags & b.flags & flag::next_value && a.calls.hash != b.calls.hash) d |= differs::next_value;
  if (a.flags & b.flags & flag::identity && !same(a.sequence, b.sequence)) d |= differs::identity;
  if (a.collation != b.collation && !(a.collation && b.collation && same(*a.collation, *b.collation)))
    d |= differs::collation;
  if (a.comment != b.comment && !(a.comment && b.comment && same(*a.comment, *b.comment))) d |= differs::comment;
  return d;
}

}  // namespace skein::checks
