// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a column is beside its name, and in what two of them differ.

#include <skein/model/schema.hpp>

namespace skein::checks {

using model::u32;

struct column_facts {
  const model::data_type* type = nullptr;  ///< serial as the integer that it is
  u32 flags = 0;                           ///< what `model::flag::attributes` has
  const model::text_view* text = nullptr;  ///< default or generated
  const model::sequence_options* sequence = nullptr;
  const model::object_name* collation = nullptr;
  const model::text_view* comment = nullptr;

  constexpr bool has(u32 bits) const { return (flags & bits) != 0; }
};

constexpr column_facts facts_of(const model::column_state& c) {
  return {c.type, c.flags, c.text, c.sequence, c.collation, c.comment};
}
/// As it would be in the state. A key that stands elsewhere in the table makes it not null besides.
constexpr column_facts facts_of(const model::member& m) {
  namespace flag = model::flag;
  column_facts f{model::stored_type(m.type), m.flags & flag::attributes};
  if (model::is_serial(m.type->id)) f.flags |= flag::serial;
  if (f.has(flag::serial | flag::identity) || m.flags & flag::primary_key) f.flags |= flag::not_null;
  for (const model::option* o : m.options) {
    if (o->bit & (flag::default_value | flag::generated)) f.text = &o->text;
    if (o->bit & flag::identity) f.sequence = o->sequence;
    if (o->bit & flag::collation) f.collation = o->collation;
    if (o->bit & flag::comment) f.comment = &o->text;
  }
  return f;
}

/// In what two columns differ, as bits of `model::flag`; a type has none of its own and takes that of `null`.
namespace differs {
inline constexpr u32 type = model::flag::null, nullability = model::flag::not_null,
                     default_value = model::flag::default_value, identity = model::flag::identity_always,
                     generated = model::flag::generated, serial = model::flag::serial,
                     collation = model::flag::collation, comment = model::flag::comment;
}  // namespace differs

/// Of two generated columns the expressions are left to the caller: columns in them may have been renamed.
constexpr u32 difference(const column_facts& a, const column_facts& b) {
  namespace flag = model::flag;
  u32 d = (a.flags ^ b.flags) & (flag::not_null | flag::default_value | flag::generated | flag::serial);
  if (a.type != b.type && !same(*a.type, *b.type)) d |= differs::type;
  if ((a.flags ^ b.flags) & flag::identity) d |= differs::identity;
  if (a.flags & b.flags & flag::default_value && !same(*a.text, *b.text)) d |= differs::default_value;
  if (a.flags & b.flags & flag::identity && !same(*a.sequence, *b.sequence)) d |= differs::identity;
  if (a.collation != b.collation && !(a.collation && b.collation && same(*a.collation, *b.collation)))
    d |= differs::collation;
  if (a.comment != b.comment && !(a.comment && b.comment && same(*a.comment, *b.comment))) d |= differs::comment;
  return d;
}

}  // namespace skein::checks
