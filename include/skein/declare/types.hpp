// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Column types as users write them: PostgreSQL's names, with an underscore where C or C++ has taken the word.

#include <skein/declare/misplaced.hpp>
#include <skein/model/data_type.hpp>
#include <skein/model/text.hpp>

namespace skein {

namespace model {
/// A type without parameters. Types are memoised by the compiler: one descriptor each, compared by address first.
template <type_id Id>
struct plain_type : is_type {
  static constexpr data_type type{Id};
};
}  // namespace model

struct smallint : model::plain_type<model::type_id::smallint> {};
struct integer : model::plain_type<model::type_id::integer> {};
struct bigint : model::plain_type<model::type_id::bigint> {};
/// smallserial, serial and bigserial: an integer, NOT NULL, with the default nextval of a sequence that the column owns.
struct smallserial : model::plain_type<model::type_id::smallserial> {};
struct serial : model::plain_type<model::type_id::serial> {};
struct bigserial : model::plain_type<model::type_id::bigserial> {};
struct real : model::plain_type<model::type_id::real> {};
struct double_precision : model::plain_type<model::type_id::double_precision> {};
struct money : model::plain_type<model::type_id::money> {};
struct boolean : model::plain_type<model::type_id::boolean> {};
struct text : model::plain_type<model::type_id::text> {};
struct bytea : model::plain_type<model::type_id::bytea> {};
struct date : model::plain_type<model::type_id::date> {};
struct time_ : model::plain_type<model::type_id::time> {};  ///< time without time zone; ::time is C's
struct timetz : model::plain_type<model::type_id::timetz> {};
struct timestamp : model::plain_type<model::type_id::timestamp> {};
struct timestamptz : model::plain_type<model::type_id::timestamptz> {};
struct interval : model::plain_type<model::type_id::interval> {};
struct uuid : model::plain_type<model::type_id::uuid> {};
struct json : model::plain_type<model::type_id::json> {};
struct jsonb : model::plain_type<model::type_id::jsonb> {};
struct jsonpath : model::plain_type<model::type_id::jsonpath> {};
struct xml : model::plain_type<model::type_id::xml> {};
struct inet : model::plain_type<model::type_id::inet> {};
struct cidr : model::plain_type<model::type_id::cidr> {};
struct macaddr : model::plain_type<model::type_id::macaddr> {};
struct macaddr8 : model::plain_type<model::type_id::macaddr8> {};
struct tsvector : model::plain_type<model::type_id::tsvector> {};
struct tsquery : model::plain_type<model::type_id::tsquery> {};
struct point : model::plain_type<model::type_id::point> {};
struct line : model::plain_type<model::type_id::line> {};
struct lseg : model::plain_type<model::type_id::lseg> {};
struct box : model::plain_type<model::type_id::box> {};
struct path : model::plain_type<model::type_id::path> {};
struct polygon : model::plain_type<model::type_id::polygon> {};
struct circle : model::plain_type<model::type_id::circle> {};
struct int4range : model::plain_type<model::type_id::int4range> {};
struct int8range : model::plain_type<model::type_id::int8range> {};
struct numrange : model::plain_type<model::type_id::numrange> {};
struct tsrange : model::plain_type<model::type_id::tsrange> {};
struct tstzrange : model::plain_type<model::type_id::tstzrange> {};
struct daterange : model::plain_type<model::type_id::daterange> {};
struct int4multirange : model::plain_type<model::type_id::int4multirange> {};
struct int8multirange : model::plain_type<model::type_id::int8multirange> {};
struct nummultirange : model::plain_type<model::type_id::nummultirange> {};
struct tsmultirange : model::plain_type<model::type_id::tsmultirange> {};
struct tstzmultirange : model::plain_type<model::type_id::tstzmultirange> {};
struct datemultirange : model::plain_type<model::type_id::datemultirange> {};
struct oid : model::plain_type<model::type_id::oid> {};
struct regclass : model::plain_type<model::type_id::regclass> {};
struct regcollation : model::plain_type<model::type_id::regcollation> {};
struct regconfig : model::plain_type<model::type_id::regconfig> {};
struct regdictionary : model::plain_type<model::type_id::regdictionary> {};
struct regnamespace : model::plain_type<model::type_id::regnamespace> {};
struct regoper : model::plain_type<model::type_id::regoper> {};
struct regoperator : model::plain_type<model::type_id::regoperator> {};
struct regproc : model::plain_type<model::type_id::regproc> {};
struct regprocedure : model::plain_type<model::type_id::regprocedure> {};
struct regrole : model::plain_type<model::type_id::regrole> {};
struct regtype : model::plain_type<model::type_id::regtype> {};
struct pg_name : model::plain_type<model::type_id::name> {};  ///< the catalogs' own `name`
struct pg_lsn : model::plain_type<model::type_id::pg_lsn> {};
struct txid_snapshot : model::plain_type<model::type_id::txid_snapshot> {};
struct pg_snapshot : model::plain_type<model::type_id::pg_snapshot> {};
struct xid : model::plain_type<model::type_id::xid> {};
struct xid8 : model::plain_type<model::type_id::xid8> {};
struct cid : model::plain_type<model::type_id::cid> {};
struct tid : model::plain_type<model::type_id::tid> {};
struct internal_char : model::plain_type<model::type_id::internal_char> {};  ///< "char", one byte

/// varchar(n), or without a length `varchar<>`.
template <int Length = model::data_type::none>
struct varchar : model::is_type {
  static_assert(Length == model::data_type::none || (Length >= 1 && Length <= 10485760), "varchar<n> requires 1 <= n <= 10485760");
  static constexpr model::data_type type{model::type_id::varchar, Length};
};

/// char(n), blank padded.
template <int Length = 1>
struct character : model::is_type {
  static_assert(Length >= 1 && Length <= 10485760, "character<n> requires 1 <= n <= 10485760");
  static constexpr model::data_type type{model::type_id::character, Length};
};

/// numeric(precision, scale), or without limits `numeric<>`.
template <int Precision = model::data_type::none, int Scale = 0>
struct numeric : model::is_type {
  static_assert(Precision == model::data_type::none || (Precision >= 1 && Precision <= 1000), "numeric<p, s> requires 1 <= p <= 1000");
  static_assert(Scale >= -1000 && Scale <= 1000, "numeric<p, s> requires -1000 <= s <= 1000");
  static constexpr model::data_type type{model::type_id::numeric, Precision,
                                         Precision == model::data_type::none ? model::data_type::none : Scale};
};

template <int Length = 1>
struct bit : model::is_type {
  static_assert(Length >= 1 && Length <= 83886080, "bit<n> requires 1 <= n <= 83886080");
  static constexpr model::data_type type{model::type_id::bit, Length};
};

template <int Length = model::data_type::none>
struct varbit : model::is_type {
  static_assert(Length == model::data_type::none || (Length >= 1 && Length <= 83886080), "varbit<n> requires 1 <= n <= 83886080");
  static constexpr model::data_type type{model::type_id::varbit, Length};
};

namespace model {
template <std::size_t N>
consteval int fields_of(const literal<N>& words) {
  for (int i = 0; i < interval_field_count; ++i) {
    const char* w = interval_fields[i];
    std::size_t n = 0;
    while (n < N - 1 && w[n] && w[n] == words.text[n]) ++n;
    if (n == N - 1 && !w[n]) return i;
  }
  return data_type::none;
}
}  // namespace model
/// An interval with only these fields: `interval_of<"year to month">`, `precision<interval_of<"day to second">, 3>`.
template <model::literal Fields>
struct interval_of : model::is_type {
  static constexpr int fields = model::fields_of(Fields);
  static_assert(fields >= 0, "interval_of<fields> requires fields of PostgreSQL: year, month, ... minute to second");
  static constexpr model::data_type type{model::type_id::interval, model::data_type::none, fields};
};

/// A time type with a number of fractional digits: `precision<timestamptz, 3>` is timestamp(3) with time zone.
template <class Type, int Digits>
struct precision : model::is_type {
  static_assert(Type::type.id >= model::type_id::time && Type::type.id <= model::type_id::interval,
                "precision<type, digits> requires a time, timestamp or interval type");
  static_assert(Digits >= 0 && Digits <= 6, "precision<type, digits> requires 0 <= digits <= 6");
  static_assert(model::last_field(Type::type.second) == 5, "precision<interval_of<fields>, digits> requires fields that end in second");
  static constexpr model::data_type type{Type::type.id, Digits, Type::type.second};
};

/// An array. PostgreSQL keeps that it is one, not of how many dimensions.
template <class Type, int Dimensions = 1>
struct array : model::is_type {
  static_assert(Dimensions >= 1 && Dimensions <= 6, "array<type, n> requires 1 <= n <= 6");
  static constexpr const model::data_type& of = model::type_of<Type>;
  static_assert(!model::is_serial(of.id), "array<type> requires a type; serial is a column with a sequence");
  static constexpr model::data_type type{of.id, of.first, of.second, Dimensions, of.user};
};

/// A type of an extension or of the user's own, by name: `type_named<"citext">`, `type_named<qualified("app", "mood")>`,
/// with modifiers `type_named<"vector", 3>`.
template <model::object_name Name, int First = model::data_type::none, int Second = model::data_type::none>
struct type_named : model::is_type {
  static constexpr model::data_type type{model::type_id::named, First, Second, 0, &Name};
};

}  // namespace skein
