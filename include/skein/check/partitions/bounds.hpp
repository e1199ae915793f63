// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Which rows a partition takes: whether the bound fits the key, and whether another partition takes some of them. A value is
/// read into a place among the others of its type; where its notation does not tell that, the bound is refused.

#include <skein/check/entities/enumeration.hpp>
#include <skein/check/literal/literal.hpp>
#include <skein/check/partitions/tree.hpp>
#include <skein/check/tables/base_type.hpp>

namespace skein::checks {

namespace bounds {

using model::partition_bound;
using model::value;

/// A value's place. Of a text that has only an equal or none, `text` is the value.
struct place {
  enum class kind : std::uint8_t { null, number, moment, zoned_moment, text, ordered_text } what = kind::null;
  signed char limit = 0;  ///< -1: MINVALUE, 1: MAXVALUE
  long long number = 0;   ///< in the unit of the type; a moment in microseconds, a label by its place among those of its type
  long long fraction = 0;  ///< of a numeric, in billionths
  literals::cursor text{};
};

constexpr long long days_to(long long year, u32 month, u32 day) {
  const long long y = year - (month <= 2), era = y / 400;
  const u32 of_era = static_cast<u32>(y - era * 400), of_year = (153 * (month + (month > 2 ? -3u : 9u)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
}
constexpr bool read_digits(literals::cursor& c, int digits, long long& out) {
  for (out = 0; digits-- > 0; ++c.at) {
    if (!literals::is_digit(c.peek())) return false;
    out = out * 10 + (*c.at - '0');
  }
  return true;
}
/// yyyy-mm-dd[ hh:mm[:ss[.ffffff]]][±hh[:mm]|Z].
constexpr bool read_moment(literals::cursor c, place& p) {
  long long year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, fraction = 0, zone = 0;
  if (!read_digits(c, 4, year) || !c.take('-') || !read_digits(c, 2, month) || !c.take('-') || !read_digits(c, 2, day)) return false;
  p.what = place::kind::moment;
  if (c.take_either(' ', 'T')) {
    if (!read_digits(c, 2, hour) || !c.take(':') || !read_digits(c, 2, minute)) return false;
    if (c.take(':') && !read_digits(c, 2, second)) return false;
    if (c.take('.'))
      for (long long unit = 100000; unit && literals::is_digit(c.peek()); unit /= 10, ++c.at) fraction += unit * (*c.at - '0');
    if (c.more()) {
      p.what = place::kind::zoned_moment;
      if (!c.take_either('Z', 'z')) {
        const bool west = c.peek() == '-';
        long long minutes = 0;
        if (!c.take_either('+', '-') || !read_digits(c, 2, zone) || (c.take(':') && !read_digits(c, 2, minutes))) return false;
        zone = (zone * 60 + minutes) * (west ? -1 : 1);
      }
    }
  }
  p.number = (((days_to(year, static_cast<u32>(month), static_cast<u32>(day)) * 24 + hour) * 60 + minute - zone) * 60 + second) * 1000000 + fraction;
  return !c.more();
}
constexpr bool read_integer(literals::cursor c, place& p) {
  c = literals::trimmed(c);
  const bool negative = c.peek() == '-';
  c.take_either('-', '+');
  p.what = place::kind::number;
  for (; c.more(); ++c.at) p.number = p.number * 10 + (negative ? '0' - *c.at : *c.at - '0');
  return true;
}

/// Digits, a point and more digits; of these no more than the type keeps, since PostgreSQL would round.
constexpr bool read_decimal(literals::cursor c, const model::data_type& type, place& p) {
  constexpr int most_digits = 18, most_fraction = 9;
  c = literals::trimmed(c);
  const bool negative = c.peek() == '-';
  c.take_either('-', '+');
  p.what = place::kind::number;
  int digits = 0, fraction = 0;
  for (; literals::is_digit(c.peek()) && digits < most_digits; ++c.at, ++digits) p.number = p.number * 10 + (*c.at - '0');
  if (c.take('.'))
    for (; literals::is_digit(c.peek()) && fraction < most_fraction; ++c.at, ++fraction) p.fraction = p.fraction * 10 + (*c.at - '0');
  if (c.more() || !(digits + fraction) || (type.first != model::data_type::none && fraction > type.second)) return false;
  for (int k = fraction; k < most_fraction; ++k) p.fraction *= 10;
  if (negative) p.number = -p.number, p.fraction = -p.fraction;
  return true;
}

/// What the key compares at one of its places: a column, or an expression, whose type is not known.
struct key_part {
  u32 column = 0;
  const model::data_type* type = nullptr;
  bool bytewise = false;  ///< collation C
};
constexpr bool is_bytewise(const model::object_name* collation) {
  constexpr ident c{"C"}, posix{"POSIX"};
  return collation && (same(collation->name, c) || same(collation->name, posix));
}
constexpr key_part part_of(const auto& s, u32 key, u32 i) {
  const object_state& o = s.objects[key];
  key_part p;
  p.column = s.uses[o.first_use + i];
  p.bytewise = is_bytewise(o.index->elements.data[i].collation);
  if (!p.column) return p;
  p.type = &base_type(s, *s.columns[p.column].type);
  p.bytewise = p.bytewise || (!o.index->elements.data[i].collation && is_bytewise(s.columns[p.column].collation));
  return p;
}

/// As PostgreSQL prints it: such texts are ordered as what they say.
constexpr bool is_plain_uuid(literals::cursor c) {
  for (const int digits : {8, 4, 4, 4, 12}) {
    if (digits != 8 && !c.take('-')) return false;
    for (int i = 0; i < digits; ++i, ++c.at)
      if (!literals::is_digit(c.peek()) && !(c.peek() >= 'a' && c.peek() <= 'f')) return false;
  }
  return !c.more();
}

/// A literal, whose type fits already.
constexpr bool read_literal(const key_part& k, const value& v, place& p) {
  using model::type_id;
  const literals::cursor text{v.data, v.data + v.size};
  if (v.what == value::kind::integer || v.what == value::kind::boolean) {
    p.what = place::kind::number;
    p.number = v.number;
    return !k.type || k.type->id <= type_id::bigint || k.type->id == type_id::boolean ||
           (k.type->id == type_id::numeric && (k.type->first == model::data_type::none || k.type->second >= 0));  // else it is rounded
  }
  if (v.what != value::kind::text) return false;
  p.text = text;
  p.what = place::kind::text;
  if (!k.type) return read_moment(text, p) || (p = {place::kind::text, 0, 0, 0, text}, true);
  switch (k.type->id) {
    case type_id::smallint:
    case type_id::integer:
    case type_id::bigint: return read_integer(text, p);
    case type_id::numeric: return read_decimal(text, *k.type, p);
    case type_id::date: return read_moment(text, p) && p.number % 86400000000 == 0 && text.end - text.at == 10;
    case type_id::timestamp: return read_moment(text, p) && p.what == place::kind::moment;
    case type_id::timestamptz: return read_moment(text, p);
    case type_id::uuid:
      p.what = place::kind::ordered_text;
      return is_plain_uuid(text);
    case type_id::text:
    case type_id::varchar:
      if (k.bytewise) p.what = place::kind::ordered_text;
      return true;
    default: return false;
  }
}
/// The enum type that it is; 0 if it is none.
constexpr u32 enum_in(const auto& s, const model::data_type* type) {
  const u32 i = type && !type->dims ? type_entity(s, *type) : 0;
  return i && s.entities[i].what == entity_kind::enumeration ? i : 0;
}
/// The place of a label among those of its enum type; -1 if it has none that can be used by now.
constexpr long long place_of_label(const auto& s, u32 i, const value& v) {
  long long n = 0;
  for (u32 k = v.what == value::kind::text ? s.entities[i].first_clause : 0; k; k = s.clauses[k].next, ++n)
    if (same(s.clauses[k].value->text, model::view(v.data, v.size))) return is_too_new(s, k) ? -1 : n;
  return -1;
}

constexpr verdict value_facts(const auto& s, u32 table, const value& v) {
  verdict f = of(s, table);
  f.text = model::view(v.data, v.size);
  f.value = &v;
  return f;
}

/// False after a fault. `ordered`: its place among other values has to be known.
constexpr bool read_value(auto& sim, u32 table, const key_part& k, const value& v, bool ordered, place& p) {
  p = {};
  if (v.what == value::kind::null) return !ordered || fail_partition(sim, partition_rule::bound_null, table);
  if (v.what == value::kind::expression || v.what == value::kind::default_value) {
    p.limit = !ordered ? 0 : model::is_minvalue(v) ? -1 : model::is_maxvalue(v) ? 1 : 0;
    return p.limit || fail_partition(sim, partition_rule::bound_expression, value_facts(sim, table, v));
  }
  if (k.type && misfit_of(v, *k.type) != misfit::none) return fail_partition(sim, partition_rule::bound_of_type, value_facts(sim, table, v));
  if (const u32 labels = enum_in(sim, k.type)) {
    p.what = place::kind::number;
    p.number = place_of_label(sim, labels, v);
    return p.number >= 0 || fail_partition(sim, partition_rule::bound_of_type, value_facts(sim, table, v));
  }
  if (!read_literal(k, v, p)) return fail_partition(sim, partition_rule::bound_notation, value_facts(sim, table, v));
  if (!ordered || p.what != place::kind::text) return true;
  if (!k.column) return fail_partition(sim, partition_rule::bound_notation, value_facts(sim, table, v));
  return fail_partition(sim, partition_rule::bound_of_text, table, sim.columns[k.column].name);
}

constexpr bool same_text(const literals::cursor& a, const literals::cursor& b) {
  return a.end - a.at == b.end - b.at && model::equal(a.at, b.at, static_cast<u32>(a.end - a.at));
}
/// Below 0, 0 or above. Requires: places of one kind.
constexpr int compare(const place& a, const place& b) {
  if (a.limit || b.limit) return a.limit - b.limit;
  if (a.what == place::kind::text) return same_text(a.text, b.text) ? 0 : 1;
  if (a.what != place::kind::ordered_text) {
    if (a.number == b.number) return a.fraction < b.fraction ? -1 : a.fraction > b.fraction;
    return a.number < b.number ? -1 : 1;
  }
  literals::cursor x = a.text, y = b.text;
  for (; x.more() && y.more(); ++x.at, ++y.at)
    if (*x.at != *y.at) return static_cast<unsigned char>(*x.at) < static_cast<unsigned char>(*y.at) ? -1 : 1;
  return x.more() - y.more();
}
constexpr bool is_comparable(const place& a, const place& b) { return a.limit || b.limit || a.what == b.what; }

/// Two moments that are written alike, in one zone, follow each other as their characters do, which is one step for a compiler;
/// of a hundred partitions each end is compared with every other.
constexpr bool written_alike(const key_part& k, const value& a, const value& b) {
  using model::type_id;
  constexpr u32 to_seconds = 19, date_alone = 10;
  if (!k.type || (k.type->id != type_id::date && k.type->id != type_id::timestamp && k.type->id != type_id::timestamptz)) return false;
  if (a.what != value::kind::text || b.what != value::kind::text || a.size != b.size) return false;
  if (a.size == date_alone) return true;
  return a.size >= to_seconds && a.data[16] == ':' && b.data[16] == ':' && a.data[10] == b.data[10] &&
         model::equal(a.data + to_seconds, b.data + to_seconds, a.size - to_seconds);
}
constexpr int compare_written(const value& a, const value& b) {
  return model::compare(a.data, b.data, a.size);
}

/// Compares two ends of ranges, each of which fits its key; false after a fault.
constexpr bool compare_ends(auto& sim, u32 table, u32 key, const model::list<value>& a, const model::list<value>& b, int& out) {
  out = 0;
  for (u32 i = 0; i < a.size && !out; ++i) {
    const key_part k = part_of(sim, key, i);
    if (written_alike(k, a.data[i], b.data[i])) {
      out = compare_written(a.data[i], b.data[i]);
      continue;
    }
    place x, y;
    if (!read_value(sim, table, k, a.data[i], true, x) || !read_value(sim, table, k, b.data[i], true, y)) return false;
    if (!is_comparable(x, y)) return fail_partition(sim, partition_rule::bound_zones, value_facts(sim, table, a.data[i]));
    out = compare(x, y);
    if (!out && x.limit) return true;  // what comes behind is the same word
  }
  return true;
}
/// Every value behind a limit is the same one.
constexpr bool has_value_behind_limit(const model::list<value>& end) {
  for (u32 i = 1; i < end.size; ++i)
    for (const ident* word : {&model::minvalue_word, &model::maxvalue_word})
      if (model::is_word(end.data[i - 1], *word) && !model::is_word(end.data[i], *word)) return true;
  return false;
}

constexpr bool fits_range(auto& sim, u32 table, u32 key, const partition_bound& b) {
  const u32 keys = sim.objects[key].keys;
  if (b.from.size != keys || b.to.size != keys) return fail_partition(sim, partition_rule::bound_arity, table);
  if (has_value_behind_limit(b.from) || has_value_behind_limit(b.to)) return fail_partition(sim, partition_rule::bound_behind_minimum, table);
  for (u32 i = 0; i < keys; ++i) {  // also those that no comparison comes to
    place p;
    for (const value* v : {&b.from.data[i], &b.to.data[i]})
      if (!read_value(sim, table, part_of(sim, key, i), *v, true, p)) return false;
  }
  int order = 0;
  if (!compare_ends(sim, table, key, b.from, b.to, order)) return false;
  return order < 0 || fail_partition(sim, partition_rule::bound_empty, table);
}
constexpr bool fits_list(auto& sim, u32 table, u32 key, const partition_bound& b) {
  if (!b.from.size) return fail_partition(sim, partition_rule::bound_arity, table);
  place p;
  for (u32 i = 0; i < b.from.size; ++i)
    if (!read_value(sim, table, part_of(sim, key, 0), b.from.data[i], false, p)) return false;
  return true;
}

/// Whether a bound takes rows that another one takes; false after a fault.
constexpr bool overlap(auto& sim, u32 table, u32 key, const partition_bound& a, const partition_bound& b, bool& found) {
  if (a.what == partition_bound::kind::hash) {
    const u32 less = a.modulus < b.modulus ? a.modulus : b.modulus;
    found = a.remainder % less == b.remainder % less;
    return true;
  }
  if (a.what == partition_bound::kind::range) {
    int below = 0, above = 0;
    if (!compare_ends(sim, table, key, a.from, b.to, below) || !compare_ends(sim, table, key, b.from, a.to, above)) return false;
    found = below < 0 && above < 0;
    return true;
  }
  const key_part k = part_of(sim, key, 0);
  for (u32 i = 0; i < a.from.size; ++i)
    for (u32 j = 0; j < b.from.size; ++j) {
      place x, y;
      if (!read_value(sim, table, k, a.from.data[i], false, x) || !read_value(sim, table, k, b.from.data[j], false, y)) return false;
      if ((x.what == place::kind::null) != (y.what == place::kind::null)) continue;
      if (!is_comparable(x, y)) return fail_partition(sim, partition_rule::bound_zones, value_facts(sim, table, a.from.data[i]));
      found = found || x.what == place::kind::null || compare(x, y) == 0;
    }
  return true;
}

constexpr partition_bound::kind kind_of(const ident& strategy) {
  if (same(strategy, model::strategies::range)) return partition_bound::kind::range;
  return same(strategy, model::strategies::list) ? partition_bound::kind::list : partition_bound::kind::hash;
}
constexpr bool fits_strategy(auto& sim, u32 table, u32 key, const partition_bound& b) {
  using kind = partition_bound::kind;
  const ident& strategy = *sim.objects[key].index->method;
  if (b.what == kind::unsaid) return fail_partition(sim, partition_rule::no_bound, table);
  if (b.what == kind::rest) return kind_of(strategy) != kind::hash || fail_partition(sim, partition_rule::default_of_hash, sim.objects[key].table);
  if (b.what != kind_of(strategy)) {
    verdict f = of(sim, table);
    f.text = model::view(strategy.text, strategy.size);
    return fail_partition(sim, partition_rule::bound_of_another_strategy, f);
  }
  if (b.what == kind::hash) return b.remainder < b.modulus || fail_partition(sim, partition_rule::remainder, table);
  return b.what == kind::range ? fits_range(sim, table, key, b) : fits_list(sim, table, key, b);
}

}  // namespace bounds

/// Whether the table can take these rows of the partitioned one.
constexpr bool require_bound(auto& sim, u32 table, u32 key, const model::partition_bound& b) {
  using kind = model::partition_bound::kind;
  if (!bounds::fits_strategy(sim, table, key, b)) return false;
  for (u32 m = sim.objects[key].target; m; m = sim.objects[m].supported_by) {
    const model::partition_bound& other = model::bound_of(*sim.objects[m].constraint);
    const u32 sibling = sim.objects[m].table;
    if (b.what == kind::rest || other.what == kind::rest) {
      if (b.what == other.what) return fail_partition_table(sim, partition_rule::second_default, table, sibling);
      continue;
    }
    if (b.what == kind::hash && b.modulus % other.modulus && other.modulus % b.modulus) return fail_partition_table(sim, partition_rule::modulus, table, sibling);
    bool found = false;
    if (!bounds::overlap(sim, table, key, b, other, found)) return false;
    if (found) return fail_partition_table(sim, partition_rule::overlaps, table, sibling);
  }
  return true;
}

}  // namespace skein::checks
