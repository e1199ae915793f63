// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Types by their oids, and their modifiers as numbers.

#include <skein/model/data_type.hpp>
#include <skein/run/introspect/catalog_session.hpp>
#include <skein/run/introspect/record.hpp>
#include <skein/run/introspect/vocabulary.hpp>

#include <optional>
#include <set>
#include <unordered_map>

namespace skein::run::introspection {

/// PostgreSQL's own type of that name in pg_type; nothing for one that the model knows by name only.
inline std::optional<model::type_id> builtin_type(std::string_view name) {
  using model::type_id;
  static const std::unordered_map<std::string_view, type_id> all = [] {
    std::unordered_map<std::string_view, type_id> out;
    for (int i = 0; i < static_cast<int>(type_id::named); ++i)
      if (const auto id = static_cast<type_id>(i); !model::is_serial(id) && id != type_id::mistake)
        out[model::type_table[i].sql] = id;
    for (const auto& [pg_name, id] : {std::pair{"int2", type_id::smallint},
                                      {"int4", type_id::integer},
                                      {"int8", type_id::bigint},
                                      {"float4", type_id::real},
                                      {"float8", type_id::double_precision},
                                      {"bool", type_id::boolean},
                                      {"bpchar", type_id::character},
                                      {"char", type_id::internal_char}})
      out[pg_name] = id;
    return out;
  }();
  const auto at = all.find(name);
  return at == all.end() ? std::nullopt : std::optional(at->second);
}

class type_reader {
 public:
  /// Reads all types there are: any may be used.
  type_reader(catalog_session& from, vocabulary& words) : words_(words) {
    const rows found = from.read(R"(SELECT t.oid, n.nspname, t.typname, e.oid, t.typtype = 'p'
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_type e ON e.oid = t.typelem
    AND e.typarray = t.oid)");
    each_record(found, [&](const record& r) {
      types_[r.id(0)] = {r.truth(4) ? "" : r.text(1), r.text(2), r.id(3)};
      if (r.view(1) == "pg_catalog") own_.insert(r.text(2));
    });
  }

  /// The element of an array type, any other type itself.
  oid element_of(oid type) const {
    const auto at = types_.find(type);
    return at == types_.end() || !at->second.element ? type : at->second.element;
  }

  /// A column's type. `dimensions` is what was declared, 0 if that is not known; `printed` is format_type of the
  /// element, whose modifiers the model cannot take apart. Null: no such type, or modifiers that are no numbers.
  const model::data_type* column_type(oid type, long long modifier, long long dimensions, std::string_view printed) {
    const model::data_type* plain = of(type, dimensions);
    if (!plain || modifier < 0) return plain && !plain->dims ? unlimited(plain) : plain;
    model::data_type t = *plain;
    if (!modify(t, modifier, printed)) return nullptr;
    return words_.arena().make(t);
  }

  /// The same without modifiers, as a routine takes it.
  const model::data_type* of(oid type, long long dimensions = 0) {
    const auto at = types_.find(type);
    if (at == types_.end()) return nullptr;
    const bool array = at->second.element != 0;
    const auto element = array ? types_.find(at->second.element) : at;
    if (element == types_.end()) return nullptr;
    const auto& [schema, name, none] = element->second;
    model::data_type t{};
    t.dims = array ? std::max(1, static_cast<int>(dimensions)) : 0;
    const auto own = schema == "pg_catalog" ? builtin_type(name) : std::nullopt;
    t.id = own.value_or(model::type_id::named);
    if (!own) t.user = name_of(schema, name);
    return words_.arena().make(t);
  }

  /// A type of the database's that is called like one of PostgreSQL's is found with its schema only; so are
  /// PostgreSQL's own that the model does not know, so that nobody takes them for the database's.
  const model::object_name* name_of(const std::string& schema, const std::string& name) {
    return schema == "public" && own_.contains(name) ? words_.exact(schema, name) : words_.name(schema, name);
  }

 private:
  struct entry {
    std::string schema, name;  ///< of a pseudo-type the name alone
    oid element = 0;
  };

  /// `character` and `bit` alone mean a length of 1; without any length they go by other names.
  const model::data_type* unlimited(const model::data_type* t) {
    using model::type_id;
    if (t->id != type_id::character && t->id != type_id::bit) return t;
    return words_.arena().make(model::data_type{
        .id = type_id::named, .user = words_.exact("pg_catalog", t->id == type_id::bit ? "bit" : "bpchar")});
  }

  /// As numeric.c, timestamp.c and varchar.c pack them.
  static bool modify(model::data_type& t, long long modifier, std::string_view printed) {
    using model::type_id;
    constexpr int header = 4;  // VARHDRSZ
    const int m = static_cast<int>(modifier);
    switch (t.id) {
      case type_id::character:
      case type_id::varchar:
        t.first = m - header;
        return true;
      case type_id::bit:
      case type_id::varbit:
      case type_id::time:
      case type_id::timetz:
      case type_id::timestamp:
      case type_id::timestamptz:
        t.first = m;
        return true;
      case type_id::numeric:
        t.first = (m - header) >> 16 & 0xffff;
        t.second = (((m - header) & 0x7ff) ^ 1024) - 1024;
        return true;
      case type_id::interval:
        return modify_interval(t, m);
      default:
        return read_numbers(t, printed);
    }
  }
  static bool modify_interval(model::data_type& t, int m) {
    constexpr int year = 1 << 2, month = 1 << 1, day = 1 << 3, hour = 1 << 10, minute = 1 << 11, second = 1 << 12;
    constexpr int masks[model::interval_field_count]{year,
                                                     month,
                                                     day,
                                                     hour,
                                                     minute,
                                                     second,
                                                     year | month,
                                                     day | hour,
                                                     day | hour | minute,
                                                     day | hour | minute | second,
                                                     hour | minute,
                                                     hour | minute | second,
                                                     minute | second};
    constexpr int all = 0x7fff, full_precision = 0xffff;
    if ((m & full_precision) != full_precision) t.first = m & full_precision;
    for (int i = 0; i < model::interval_field_count; ++i)
      if ((m >> 16 & all) == masks[i]) t.second = i;
    return true;
  }
  /// `vector(3)`, `geometry(…)`.
  static bool read_numbers(model::data_type& t, std::string_view printed) {
    const auto open = printed.rfind('(');
    if (open == printed.npos || t.id != model::type_id::named) return open == printed.npos;
    const std::string_view inside = printed.substr(open + 1, printed.find(')', open) - open - 1);
    if (inside.empty() || inside.find_first_not_of("0123456789,-") != inside.npos) return false;
    const auto number = [](std::string_view s) {
      int out = 0;
      std::from_chars(s.data(), s.data() + s.size(), out);
      return out;
    };
    const auto comma = inside.find(',');
    t.first = number(inside);
    if (comma == inside.npos) return true;
    t.second = number(inside.substr(comma + 1));
    return inside.find(',', comma + 1) == inside.npos;
  }

  vocabulary& words_;
  std::unordered_map<oid, entry> types_;
  std::set<std::string> own_;
};

}  // namespace skein::run::introspection
