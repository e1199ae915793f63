// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Whether the fields of a row struct fit the columns of a model, as values: no templates over user types, no Hana.

#include <skein/check/verdict.hpp>

namespace skein::checks {

/// The C++ types that a field may have.
enum class cpp_type : std::uint8_t {
  boolean, int16, int32, int64, uint32, float32, float64, string, bytes, day, instant, wall_clock, unknown
};

/// In the order of `cpp_type`, as a sentence names them.
inline constexpr const char* cpp_words[]{
    "bool", "std::int16_t", "std::int32_t", "std::int64_t", "std::uint32_t", "float", "double", "std::string",
    "std::vector<std::byte>", "std::chrono::year_month_day", "std::chrono::sys_time<std::chrono::microseconds>",
    "std::chrono::local_time<std::chrono::microseconds>", "a type that skein does not know"};

/// The C++ type that holds every value of a column, and no value that the column does not.
constexpr cpp_type natural(model::type_id id) {
  using model::type_id;
  switch (id) {
    case type_id::boolean: return cpp_type::boolean;
    case type_id::smallint: case type_id::smallserial: return cpp_type::int16;
    case type_id::integer: case type_id::serial: return cpp_type::int32;
    case type_id::bigint: case type_id::bigserial: return cpp_type::int64;
    case type_id::oid: case type_id::xid: case type_id::cid: return cpp_type::uint32;
    case type_id::real: return cpp_type::float32;
    case type_id::double_precision: return cpp_type::float64;
    case type_id::bytea: return cpp_type::bytes;
    case type_id::date: return cpp_type::day;
    case type_id::timestamptz: return cpp_type::instant;
    case type_id::timestamp: return cpp_type::wall_clock;
    default: return cpp_type::string;  // numeric, json, uuid, a user's own …: PostgreSQL's text, which loses nothing
  }
}
/// Dates and times may also stay PostgreSQL's text, which knows infinity and years that chrono does not.
constexpr bool fits(cpp_type field, model::type_id column) {
  const cpp_type best = natural(column);
  return field == best || (field == cpp_type::string && best >= cpp_type::day && best <= cpp_type::wall_clock);
}

/// A field of a row struct.
struct field {
  ident name{};
  cpp_type type = cpp_type::unknown;
  bool optional = false;  ///< std::optional
  bool array = false;     ///< std::vector of the type
};

enum class field_fault : std::uint8_t { none, no_column, other_type, may_be_null, never_null, not_written, no_key };

/// The first fault in the order of the fields.
struct field_verdict {
  field_fault what = field_fault::none;
  u32 field = 0;
  const model::member* column = nullptr;
  const ident* hint = nullptr;  ///< did you mean

  constexpr explicit operator bool() const { return what != field_fault::none; }
};

constexpr const model::member* find_column(const model::table_def& table, const ident& name) {
  for (const model::member* m : table.members)
    if (m->what == model::kind::column && same(*m->name, name)) return m;
  return nullptr;
}

constexpr bool in_primary_key(const model::table_def& table, const model::member& column) {
  if (column.flags & model::flag::primary_key) return true;
  for (const model::member* m : table.members)
    if (m->what == model::kind::primary_key)
      for (const ident* part : m->constraint->columns)
        if (same(*part, *column.name)) return true;
  return false;
}
/// Said so, or by what it is.
constexpr bool never_null(const model::table_def& table, const model::member& column) {
  return (column.flags & (model::flag::not_null | model::flag::identity)) || model::is_serial(column.type->id) ||
         in_primary_key(table, column);
}

/// PostgreSQL computes it, and refuses a value.
constexpr bool computed(const model::member& column) {
  return column.flags & (model::flag::identity_always | model::flag::generated);
}
/// PostgreSQL has a value where none is given, other than null.
constexpr bool has_default(const model::member& column) {
  return (column.flags & (model::flag::identity | model::flag::generated | model::flag::default_value)) ||
         model::is_serial(column.type->id);
}

/// Every field has its column, of a fitting type. A column that may be null requires std::optional; one that is never
/// null allows it only where PostgreSQL has a default, which an empty optional then asks for.
constexpr field_verdict check_fields(model::list<field> fields, const model::table_def& table) {
  for (u32 i = 0; i < fields.size; ++i) {
    const field& f = fields[i];
    const model::member* column = find_column(table, f.name);
    if (!column) {
      const ident* hint = nullptr;
      for (const model::member* m : table.members)
        if (m->what == model::kind::column && near(*m->name, f.name)) hint = m->name;
      return {field_fault::no_column, i, nullptr, hint};
    }
    if (f.array != (column->type->dims > 0) || !fits(f.type, column->type->id))
      return {field_fault::other_type, i, column};
    const bool required = never_null(table, *column);
    if (!required && !f.optional) return {field_fault::may_be_null, i, column};
    if (required && f.optional && !has_default(*column)) return {field_fault::never_null, i, column};
  }
  return {};
}

constexpr bool is_field(model::list<field> fields, const model::member& column) {
  for (const field& f : fields)
    if (same(f.name, *column.name)) return true;
  return false;
}

/// What an INSERT requires besides: each column that is never null and has no default is a field.
constexpr field_verdict check_insert(model::list<field> fields, const model::table_def& table) {
  for (const model::member* m : table.members)
    if (m->what == model::kind::column && never_null(table, *m) && !has_default(*m) && !is_field(fields, *m))
      return {field_fault::not_written, 0, m};
  return {};
}

/// What an UPDATE of the row with the same key requires besides: a primary key, and all its columns as fields.
constexpr field_verdict check_update(model::list<field> fields, const model::table_def& table) {
  bool any = false;
  for (const model::member* m : table.members) {
    if (m->what != model::kind::column || !in_primary_key(table, *m)) continue;
    if (!is_field(fields, *m)) return {field_fault::no_key, 0, m};
    any = true;
  }
  return any ? field_verdict{} : field_verdict{field_fault::no_key};
}

}  // namespace skein::checks
