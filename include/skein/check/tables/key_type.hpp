// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Which types a foreign key may have beside that of its target: PostgreSQL looks for an equality operator of both
/// types in the operator family of the target's index, and else for an implicit cast to what the index compares.
/// (transformFkeyGetPrimaryKey and ATAddForeignKeyConstraint in the server's sources; agreed with the server by test.)

#include <skein/check/entities/signature.hpp>
#include <skein/check/tables/base_type.hpp>
#include <skein/check/tables/conversion.hpp>

namespace skein::checks {

namespace key_types {

using model::type_id;

/// Of built-in types: whether a key of the one type is found by values of the other.
constexpr bool meet(type_id key, type_id value) {
  const bool integer = conversions::number_rank(value) && value <= type_id::bigint;
  const auto both_in = [&](type_id a, type_id b) { return (key == a || key == b) && (value == a || value == b); };
  const auto is_moment = [](type_id t) {
    return t == type_id::date || t == type_id::timestamp || t == type_id::timestamptz;
  };
  switch (key) {
    case type_id::smallint:
    case type_id::integer:
    case type_id::bigint:
      return integer;
    case type_id::numeric:
      return integer || value == key;
    case type_id::real:
    case type_id::double_precision:
      return conversions::number_rank(value) != 0;
    case type_id::text:
    case type_id::varchar:
      return conversions::is_text(value) || value == type_id::name || value == type_id::internal_char;
    case type_id::character:
      return conversions::is_text(value);
    case type_id::name:
      return conversions::is_text(value) || value == key;
    case type_id::date:
    case type_id::timestamp:
    case type_id::timestamptz:
      return is_moment(value);
    case type_id::timetz:
    case type_id::interval:
      return value == key || value == type_id::time;
    default:
      break;
  }
  if (conversions::is_object_id(key)) return integer || conversions::is_object_id(value);
  return key == value || both_in(type_id::inet, type_id::cidr) || both_in(type_id::macaddr, type_id::macaddr8) ||
         both_in(type_id::bit, type_id::varbit);
}

/// A composite type or the rows of a table: values of any two of them compare as records.
constexpr bool is_record(const auto& s, const model::data_type& t) {
  const u32 entry = t.dims ? 0 : type_entry(s, t), i = names::slot_of(entry);
  return entry && ((entry & names::kind_mask) == names::table || s.entities[i].what == model::entity_kind::composite);
}

}  // namespace key_types

/// Whether a foreign key of type `value` may reference a key of type `key`. An array meets its own type alone.
constexpr bool takes_key(const auto& s, const model::data_type& key, const model::data_type& value) {
  const model::data_type &to = base_type(s, key), &from = base_type(s, value);
  const bool named = to.id == model::type_id::named || from.id == model::type_id::named;
  if (!named && !to.dims && !from.dims) return key_types::meet(to.id, from.id);
  if (to.id != from.id || (to.dims > 0) != (from.dims > 0)) return false;
  return !named || same(*to.user, *from.user) || (key_types::is_record(s, to) && key_types::is_record(s, from));
}

}  // namespace skein::checks
