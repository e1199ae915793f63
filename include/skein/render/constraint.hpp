// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Constraints as SQL, behind a column or among a table's members.

#include <skein/render/index.hpp>

#include <set>

namespace skein::render {

inline std::string_view words(model::action a) {
  constexpr std::string_view all[]{"NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT"};
  return all[static_cast<int>(a)];
}

namespace detail {

/// ` (a, b)`, or nothing behind a column.
inline std::string key_columns(const model::names& columns) {
  return columns.empty() ? "" : fmt::format(" ({})", identifiers(columns));
}

inline std::string key(const model::constraint_def& c, const model::names& columns) {
  std::string out = c.what == model::kind::primary_key ? "PRIMARY KEY" : "UNIQUE";
  if (c.nulls_not_distinct) out += " NULLS NOT DISTINCT";
  out += key_columns(columns);
  if (!c.include.empty()) out += fmt::format(" INCLUDE ({})", identifiers(c.include));
  return out;
}

inline std::string foreign_key(const model::constraint_def& c, const model::names& columns) {
  std::string out = columns.empty() ? "" : fmt::format("FOREIGN KEY ({}) ", identifiers(columns));
  out += fmt::format("REFERENCES {}{}", identifier(*c.target), key_columns(c.target_columns));
  if (c.match_full) out += " MATCH FULL";
  if (c.on_delete != model::action::no_action) out += fmt::format(" ON DELETE {}{}", words(c.on_delete), key_columns(c.delete_columns));
  if (c.on_update != model::action::no_action) out += fmt::format(" ON UPDATE {}", words(c.on_update));
  return out;
}

inline std::string definition(const model::constraint_def& c, const model::names& columns) {
  switch (c.what) {
    case model::kind::check: return "CHECK " + parenthesized(c.expression) + (c.no_inherit ? " NO INHERIT" : "");
    case model::kind::foreign_key: return foreign_key(c, columns);
    case model::kind::exclusion: {
      const model::text_view& where = c.exclusion->where;
      return "EXCLUDE " + index_body(*c.exclusion) + (where ? " WHERE " + parenthesized(where) : "");
    }
    default: return key(c, columns);
  }
}

}  // namespace detail

/// Whether a constraint that is declared behind a column can be written there: PostgreSQL has neither INCLUDE nor NOT
/// VALID in that place.
inline bool fits_behind_column(const model::constraint_def& c) { return c.include.empty() && !c.not_valid; }

/// `[CONSTRAINT name] …` on the columns that are given: none for a constraint that stands behind its column.
inline std::string constraint(const model::ident* name, const model::constraint_def& c, const model::names& columns) {
  std::string out = name ? fmt::format("CONSTRAINT {} ", identifier(*name)) : "";
  out += detail::definition(c, columns);
  if (c.defer != model::deferral::none) out += " DEFERRABLE";
  if (c.defer == model::deferral::initially_deferred) out += " INITIALLY DEFERRED";
  if (c.not_valid) out += " NOT VALID";
  return out;
}

/// A constraint among a table's members.
inline std::string constraint(const model::member& m) {
  return constraint(m.name, *m.constraint, m.constraint->columns);
}

/// Keys of one statement. PostgreSQL makes only one of two that are alike in it, whatever their names, and both if they
/// come one after the other.
class distinct_keys {
 public:
  /// Whether none like it was there before: a primary key is like a unique one.
  bool add(model::constraint_def c, const model::names& columns) {
    if (c.what == model::kind::primary_key) c.what = model::kind::unique;
    return (c.what != model::kind::unique && c.what != model::kind::exclusion) ||
           seen_.insert(constraint(nullptr, c, columns)).second;
  }

 private:
  std::set<std::string> seen_;
};

inline std::string add_constraint(const model::object_name& table, const std::string& definition) {
  return fmt::format("ALTER TABLE {} ADD {}", identifier(table), definition);
}

}  // namespace skein::render
