// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Column types: PostgreSQL's built-in ones by number, all others by name.

#include <skein/model/ident.hpp>

namespace skein::model {

/// Every built-in type that a column may have; `named` is an extension's or a user's, `mistake` is none (declare/misplaced.hpp).
enum class type_id : std::uint8_t {
  smallint, integer, bigint,
  // Of these a check asks more than whether they are there; see check/feature.hpp.
  smallserial, serial, bigserial, mistake, numeric, regcollation, pg_snapshot, xid8,
  int4multirange, int8multirange, nummultirange, tsmultirange, tstzmultirange, datemultirange,
  real, double_precision, money, boolean,
  character, varchar, text, bytea, date, time, timetz, timestamp, timestamptz, interval, uuid, json, jsonb, jsonpath, xml,
  inet, cidr, macaddr, macaddr8, bit, varbit, tsvector, tsquery, point, line, lseg, box, path, polygon, circle,
  int4range, int8range, numrange, tsrange, tstzrange, daterange,
  oid, regclass, regconfig, regdictionary, regnamespace, regoper, regoperator, regproc, regprocedure, regrole,
  regtype, name, pg_lsn, txid_snapshot, xid, cid, tid, internal_char, named
};

/// How a type is written: in C++ and in SQL, in the order of `type_id`.
struct type_words {
  const char* cpp;
  const char* sql;
};

inline constexpr type_words type_table[]{
    {"smallint", "smallint"}, {"integer", "integer"}, {"bigint", "bigint"}, {"smallserial", "smallserial"},
    {"serial", "serial"}, {"bigserial", "bigserial"}, {"", ""}, {"numeric", "numeric"}, {"regcollation", "regcollation"},
    {"pg_snapshot", "pg_snapshot"}, {"xid8", "xid8"}, {"int4multirange", "int4multirange"},
    {"int8multirange", "int8multirange"}, {"nummultirange", "nummultirange"}, {"tsmultirange", "tsmultirange"},
    {"tstzmultirange", "tstzmultirange"}, {"datemultirange", "datemultirange"}, {"real", "real"},
    {"double_precision", "double precision"}, {"money", "money"}, {"boolean", "boolean"}, {"character", "character"},
    {"varchar", "varchar"}, {"text", "text"}, {"bytea", "bytea"}, {"date", "date"}, {"time_", "time"},
    {"timetz", "timetz"}, {"timestamp", "timestamp"}, {"timestamptz", "timestamptz"}, {"interval", "interval"},
    {"uuid", "uuid"}, {"json", "json"}, {"jsonb", "jsonb"}, {"jsonpath", "jsonpath"}, {"xml", "xml"}, {"inet", "inet"},
    {"cidr", "cidr"}, {"macaddr", "macaddr"}, {"macaddr8", "macaddr8"}, {"bit", "bit"}, {"varbit", "varbit"},
    {"tsvector", "tsvector"}, {"tsquery", "tsquery"}, {"point", "point"}, {"line", "line"}, {"lseg", "lseg"},
    {"box", "box"}, {"path", "path"}, {"polygon", "polygon"}, {"circle", "circle"}, {"int4range", "int4range"},
    {"int8range", "int8range"}, {"numrange", "numrange"}, {"tsrange", "tsrange"}, {"tstzrange", "tstzrange"},
    {"daterange", "daterange"}, {"oid", "oid"}, {"regclass", "regclass"}, {"regconfig", "regconfig"},
    {"regdictionary", "regdictionary"}, {"regnamespace", "regnamespace"}, {"regoper", "regoper"},
    {"regoperator", "regoperator"}, {"regproc", "regproc"}, {"regprocedure", "regprocedure"}, {"regrole", "regrole"},
    {"regtype", "regtype"}, {"pg_name", "name"}, {"pg_lsn", "pg_lsn"}, {"txid_snapshot", "txid_snapshot"},
    {"xid", "xid"}, {"cid", "cid"}, {"tid", "tid"}, {"internal_char", "\"char\""}, {"type_named", ""}};
static_assert(sizeof(type_table) / sizeof(type_table[0]) == static_cast<std::size_t>(type_id::named) + 1);

/// The fields that an interval may be confined to; the last one is where it is cut.
inline constexpr const char* interval_fields[]{"year", "month", "day", "hour", "minute", "second", "year to month", "day to hour",
                                               "day to minute", "day to second", "hour to minute", "hour to second", "minute to second"};
inline constexpr int interval_field_count = 13;
/// From 0, the year, to 5, the second; also that of an interval without fields.
constexpr int last_field(int fields) {
  constexpr int last[interval_field_count]{0, 1, 2, 3, 4, 5, 1, 3, 4, 5, 4, 5, 5};
  return fields < 0 ? 5 : last[fields];
}

/// A type with its parameters: varchar(255) is {varchar, 255}, numeric(10,2) is {numeric, 10, 2}, text[] is {text, dims 1}.
struct data_type {
  static constexpr int none = -10000;  ///< no scale: those are from -1000 to 1000

  type_id id = type_id::text;
  int first = none;   ///< length or precision
  int second = none;  ///< scale; of an interval its place in interval_fields
  int dims = 0;       ///< array dimensions; PostgreSQL keeps no more than "is an array"
  const object_name* user = nullptr;  ///< for type_id::named; of a mistake its name in C++
};

constexpr bool same(const data_type& a, const data_type& b) {
  return &a == &b || (a.id == b.id && a.first == b.first && a.second == b.second && (a.dims > 0) == (b.dims > 0) &&
                      (a.id != type_id::named || (a.user && b.user && same(*a.user, *b.user))));
}

/// serial and its kin are no types: a column of one has the integer type below, NOT NULL, and a sequence of its own.
constexpr bool is_serial(type_id id) {
  return id >= type_id::smallserial && id <= type_id::bigserial;
}
inline constexpr data_type plain_integers[]{{type_id::smallint}, {type_id::integer}, {type_id::bigint}};
constexpr const data_type* stored_type(const data_type* t) {
  return is_serial(t->id) ? &plain_integers[static_cast<int>(t->id) - static_cast<int>(type_id::smallserial)] : t;
}

}  // namespace skein::model
