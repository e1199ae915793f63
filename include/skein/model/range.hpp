// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Range types: each brings a multirange type along (PostgreSQL 14).

#include <skein/model/entity.hpp>

namespace skein::model {

/// What a range type names besides its subtype and its collation.
constexpr bool is_of_range(clause::part p) { return p >= clause::part::opclass && p <= clause::part::multirange; }

/// What PostgreSQL calls a range's multirange type: with multi before the first `range` in the name, or with _multirange behind as much of
/// it as fits. (makeMultirangeTypeName in the server's sources.)
constexpr ident multirange_name(const ident& range) {
  constexpr char word[] = "range", prefix[] = "multi", suffix[] = "_multirange";
  char text[ident::max_size + 6]{};
  u32 at = 0, n = 0;
  for (; at + 5 <= range.kept() && !equal(range.text + at, word, 5);) ++at;
  const bool found = at + 5 <= range.kept();
  const u32 kept = found ? at : range.kept() < ident::max_size - 11 ? range.kept() : ident::max_size - 11;
  for (u32 i = 0; i < kept; ++i) text[n++] = range.text[i];
  for (const char* c = found ? prefix : suffix; *c; ++c) text[n++] = *c;
  for (u32 i = kept; found && i < range.kept(); ++i) text[n++] = range.text[i];
  if (n > ident::max_size)
    for (n = ident::max_size; n && (text[n] & 0xc0) == 0x80;) --n;
  return ident(text, n);
}
/// Whether that name can be read: a character of several bytes may have been cut.
constexpr bool is_whole(const ident& multirange) {
  u32 left = 0;
  for (u32 i = 0; i < multirange.size; ++i) {
    const auto c = static_cast<unsigned char>(multirange.text[i]);
    if ((c & 0xc0) == 0x80 ? !left : left != 0) return false;
    if ((c & 0xc0) == 0x80) --left;
    else left = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : c >= 0xc0 ? 1 : 0;
  }
  return !left;
}

/// The clause of a range's definition that names its multirange type; there always is one.
constexpr const clause& multirange_of(const entity_def& d) {
  const clause* found = d.clauses.data;
  while (found->what != clause::part::multirange) ++found;
  return *found;
}
/// Whether PostgreSQL would choose just this name.
constexpr bool has_automatic_multirange(const entity_def& d) {
  const object_name& n = *multirange_of(d).object;
  return same(n.name, multirange_name(d.name->name)) && same_schema(n.schema, d.name->schema);
}

}  // namespace skein::model
