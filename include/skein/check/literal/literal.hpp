// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Whether a literal is a value of a type. What a literal of C++ is decides where it may stand: a number is no text, a boolean is
/// no number, though PostgreSQL would convert some of them; a text is read as PostgreSQL reads the type's input.

#include <skein/check/literal/json.hpp>
#include <skein/check/literal/number.hpp>
#include <skein/check/literal/time.hpp>
#include <skein/model/data.hpp>
#include <skein/model/data_type.hpp>

namespace skein::checks {

/// What is wrong with a value in its column.
enum class misfit : std::uint8_t { none, kind, range, length, malformed };

namespace literals {

using model::data_type;
using model::type_id;

constexpr bool is_oid(type_id t) { return (t >= type_id::oid && t <= type_id::regtype) || t == type_id::regcollation; }

constexpr long long least_of(type_id t) { return t == type_id::smallint ? -32768 : t == type_id::integer ? -2147483648LL : -9223372036854775807LL - 1; }
constexpr long long most_of(type_id t) { return t == type_id::smallint ? 32767 : t == type_id::integer ? 2147483647 : 9223372036854775807LL; }

constexpr misfit integer_in(long long n, const data_type& t) {
  if (t.id <= type_id::bigint) return n < least_of(t.id) || n > most_of(t.id) ? misfit::range : misfit::none;
  if (is_oid(t.id)) return n < 0 || n > 4294967295LL ? misfit::range : misfit::none;
  if (t.id == type_id::real || t.id == type_id::double_precision) return misfit::none;
  if (t.id != type_id::numeric) return misfit::kind;
  if (t.first == data_type::none) return misfit::none;
  decimal d;
  unsigned long long left = n < 0 ? 0 - static_cast<unsigned long long>(n) : static_cast<unsigned long long>(n);
  for (unsigned long long rest = left; rest; rest /= 10) ++d.size;
  d.power = d.size - 1;
  for (int i = d.size; i-- > 0; left /= 10) d.digits[i] = static_cast<char>('0' + left % 10);
  return fits_numeric(d, t.first, t.second) ? misfit::none : misfit::range;
}

constexpr misfit fraction_in(double x, const data_type& t) {
  const double size = x < 0 ? -x : x;
  if (t.id == type_id::double_precision) return misfit::none;
  const bool infinite = size > 1.7976931348623157e308;
  if (t.id == type_id::real) return !infinite && (size > 3.4028235e38 || (size > 0 && size < 1e-45)) ? misfit::range : misfit::none;
  if (t.id != type_id::numeric) return misfit::kind;
  if (infinite) return misfit::range;
  if (t.first == data_type::none || x != x) return misfit::none;
  double limit = 1, half = 0.5;
  for (int i = t.second; i < t.first; ++i) limit *= 10;
  for (int i = t.first; i < t.second; ++i) limit /= 10;
  for (int i = 0; i < t.second; ++i) half /= 10;
  for (int i = t.second; i < 0; ++i) half *= 10;
  return size >= limit - half ? misfit::range : misfit::none;
}

constexpr misfit of(numeral n) {
  return n == numeral::number ? misfit::none : n == numeral::malformed ? misfit::malformed : misfit::range;
}
constexpr misfit if_not(bool ok) { return ok ? misfit::none : misfit::malformed; }

constexpr misfit text_number(cursor c, const data_type& t) {
  decimal d;
  read_decimal(d, c);
  if (!d.ok) return misfit::malformed;
  if (!d.finite) return t.id == type_id::numeric && d.infinite ? misfit::range : misfit::none;
  const bool fits = t.id != type_id::numeric ? fits_float(d, t.id == type_id::double_precision)
                                             : t.first == data_type::none || fits_numeric(d, t.first, t.second);
  return fits ? misfit::none : misfit::range;
}

constexpr misfit text_in(cursor c, const data_type& t) {
  const int length = characters(c);
  if (length < 0) return misfit::malformed;
  if (t.dims) return if_not(is_array(c));
  switch (t.id) {
    case type_id::smallint:
    case type_id::integer:
    case type_id::bigint: return of(whole(c, least_of(t.id), most_of(t.id)));
    case type_id::oid: return of(whole(c, -2147483648LL, 4294967295LL));
    case type_id::numeric:
    case type_id::real:
    case type_id::double_precision: return text_number(c, t);
    case type_id::money: return if_not(has_digit(c));
    case type_id::boolean: return if_not(is_boolean(c));
    case type_id::character:
    case type_id::varchar: return t.first != data_type::none && length > t.first ? misfit::length : misfit::none;
    case type_id::bytea: return if_not(is_bytea(c));
    case type_id::date: return if_not(has_moment(c) && is_day(trimmed(c), 5874897));
    case type_id::timestamp:
    case type_id::timestamptz: return if_not(has_moment(c) && is_day(trimmed(c), 294276));
    case type_id::time:
    case type_id::timetz: return if_not(has_moment(c) && is_clock(trimmed(c)));
    case type_id::interval: return if_not(has_digit(c) || contains(c, "infinity"));
    case type_id::uuid: return if_not(is_uuid(c));
    case type_id::json:
    case type_id::jsonb: return if_not(is_json(c, t.id == type_id::jsonb));
    case type_id::inet:
    case type_id::cidr: return if_not(c.more() && only_hex_or(c, ".:/"));
    case type_id::macaddr:
    case type_id::macaddr8: return if_not(c.more() && only_hex_or(c, ".:-"));
    case type_id::bit:
    case type_id::varbit: {
      const int n = bits(c);
      if (n < 0) return misfit::malformed;
      return t.first != data_type::none && (t.id == type_id::bit ? n != t.first : n > t.first) ? misfit::length : misfit::none;
    }
    case type_id::pg_lsn: return if_not(is_lsn(c));
    default:
      if (t.id >= type_id::int4range && t.id <= type_id::daterange) return if_not(is_range(c, false));
      return if_not(t.id < type_id::int4multirange || t.id > type_id::datemultirange || is_range(c, true));
  }
}

}  // namespace literals

/// Of a literal: not of NULL, DEFAULT or an expression. A type that skein does not know takes every one.
constexpr misfit misfit_of(const model::value& v, const model::data_type& t) {
  using model::type_id;
  using kind = model::value::kind;
  if (v.what == kind::text) return literals::text_in({v.data, v.data + v.size}, t);
  if (t.dims) return misfit::kind;
  if (t.id == type_id::named) return misfit::none;
  if (v.what == kind::boolean) return t.id == type_id::boolean ? misfit::none : misfit::kind;
  return v.what == kind::integer ? literals::integer_in(v.number, t) : literals::fraction_in(v.fraction, t);
}

}  // namespace skein::checks
