// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What ALTER COLUMN TYPE can do without USING: PostgreSQL's assignment casts (pg_cast with castcontext a or i), and which of
/// them may lose something. A shorter length is no loss: PostgreSQL refuses the values that do not fit.

#include <skein/model/data_type.hpp>

namespace skein::checks {

enum class conversion : std::uint8_t { none, lossy, exact };

namespace conversions {

using model::data_type;
using model::type_id;

/// Groups whose members convert into each other by assignment.
constexpr int number_rank(type_id t) {
  switch (t) {
    case type_id::smallint: return 1;
    case type_id::integer: return 2;
    case type_id::bigint: return 3;
    case type_id::numeric: return 4;
    case type_id::real: return 5;
    case type_id::double_precision: return 6;
    default: return 0;
  }
}
constexpr bool is_text(type_id t) { return t == type_id::text || t == type_id::varchar || t == type_id::character; }
/// oid and what prints one as a name.
constexpr bool is_object_id(type_id t) { return (t >= type_id::oid && t <= type_id::regtype) || t == type_id::regcollation; }

/// Object ids as integers, and of one kind as another: a function by its name is also one by its signature.
constexpr bool object_ids(type_id from, type_id to) {
  const auto integer = [](type_id t) { return t == type_id::integer || t == type_id::bigint; };
  if (!is_object_id(from)) return is_object_id(to) && (integer(from) || from == type_id::smallint);
  const auto pair = [&](type_id x, type_id y) { return (from == x && to == y) || (from == y && to == x); };
  return integer(to) || (is_object_id(to) && (from == type_id::oid || to == type_id::oid)) || pair(type_id::regproc, type_id::regprocedure) ||
         pair(type_id::regoper, type_id::regoperator);
}

constexpr conversion between(type_id from, type_id to) {
  if (from == to) return conversion::exact;
  const int a = number_rank(from), b = number_rank(to);
  if (a && b) {
    if (a <= 3 && b <= 3) return conversion::exact;  // out of range is refused
    // A floating-point type holds all values of an integer type that has fewer bits than its mantissa: 24 and 53.
    const bool fits = b == 4 ? a <= 3 : b == 5 ? a == 1 : b == 6 && (a <= 2 || a == 5);
    return fits ? conversion::exact : conversion::lossy;
  }
  if (is_text(to)) return conversion::exact;  // every type has an assignment cast to text
  if (to == type_id::name) return from == type_id::internal_char ? conversion::exact : conversion::lossy;  // also to name, which cuts
  if (is_text(from)) {
    if (to == type_id::internal_char) return conversion::lossy;
    return to == type_id::regclass && from != type_id::character ? conversion::exact : conversion::none;
  }
  if (object_ids(from, to)) return conversion::exact;
  const auto pair = [&](type_id x, type_id y) { return from == x && to == y; };
  if (pair(type_id::date, type_id::timestamp) || pair(type_id::date, type_id::timestamptz) || pair(type_id::time, type_id::timetz) ||
      pair(type_id::time, type_id::interval) || pair(type_id::timestamp, type_id::timestamptz) || pair(type_id::timestamptz, type_id::timestamp) ||
      pair(type_id::json, type_id::jsonb) || pair(type_id::jsonb, type_id::json) || pair(type_id::cidr, type_id::inet) ||
      pair(type_id::macaddr, type_id::macaddr8) || pair(type_id::bit, type_id::varbit) || pair(type_id::varbit, type_id::bit) ||
      pair(type_id::point, type_id::box) || pair(type_id::box, type_id::polygon) || pair(type_id::path, type_id::polygon) ||
      pair(type_id::polygon, type_id::path))
    return conversion::exact;
  if (pair(type_id::timestamp, type_id::date) || pair(type_id::timestamptz, type_id::date) || pair(type_id::timestamp, type_id::time) ||
      pair(type_id::timestamptz, type_id::time) || pair(type_id::timestamptz, type_id::timetz) || pair(type_id::timetz, type_id::time) ||
      pair(type_id::interval, type_id::time) || pair(type_id::inet, type_id::cidr) || pair(type_id::macaddr8, type_id::macaddr) ||
      pair(type_id::numeric, type_id::money) || pair(type_id::money, type_id::numeric) || pair(type_id::integer, type_id::money) ||
      pair(type_id::bigint, type_id::money))
    return conversion::lossy;
  return conversion::none;
}

/// Whether digits behind the point may be cut off; ones before it are refused, not cut.
constexpr bool rounds(const data_type& from, const data_type& to) {
  constexpr int none = data_type::none, all = 6;  // a time has microseconds unless less is said
  if (from.id == type_id::interval && to.id == type_id::interval) {
    const int before = model::last_field(from.second), after = model::last_field(to.second);
    if (before != after || after != 5) return after < before;
  }
  const auto is_time = [](type_id t) { return t >= type_id::time && t <= type_id::interval; };
  if (is_time(from.id) && is_time(to.id)) return (to.first == none ? all : to.first) < (from.first == none ? all : from.first);
  if (to.id != type_id::numeric || to.first == none) return false;
  if (from.id != type_id::numeric) return to.second < 0;  // an integer
  return from.first == none || to.second < from.second;
}

}  // namespace conversions

constexpr conversion convert(const model::data_type& from, const model::data_type& to) {
  using model::type_id;
  const bool named = from.id == type_id::named || to.id == type_id::named;
  if (named && !(from.user && to.user && same(*from.user, *to.user)))
    return conversions::is_text(to.id) && !to.dims ? conversion::exact : conversion::none;
  if ((from.dims > 0) != (to.dims > 0)) return conversions::is_text(to.id) && !to.dims ? conversion::exact : conversion::none;
  const conversion c = conversions::between(from.id, to.id);
  if (c == conversion::none) return c;
  return conversions::rounds(from, to) ? conversion::lossy : c;
}

}  // namespace skein::checks
