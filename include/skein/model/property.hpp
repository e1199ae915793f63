// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Properties: what ALTER gives one of several values, a word each, beside what an object is made of. An owner is one
/// of any object; the others are of tables and columns.

#include <skein/model/privilege.hpp>

namespace skein::model {

/// `cluster` is the index that CLUSTER orders the rows by, `statistics` how much ANALYZE keeps of a column.
enum class property : std::uint8_t { owner, persistence, tablespace, replica_identity, cluster, statistics };

struct property_traits {
  const char* words;  ///< in sentences
  const char*
      at_first;  ///< the value as a step says it that PostgreSQL begins with; of an owner whoever runs the steps
};
inline constexpr property_traits property_table[]{
    {"owner", "current_user"},       {"persistence", "logged"},   {"tablespace", "pg_default"},
    {"replica identity", "default"}, {"index to cluster on", ""}, {"statistics target", "-1"},
};
static_assert(sizeof(property_table) / sizeof(property_table[0]) == static_cast<u32>(property::statistics) + 1);
constexpr const property_traits& traits_of(property p) { return property_table[static_cast<u32>(p)]; }

/// What is said of what.
struct property_def {
  property what = property::owner;
  grantable on = grantable::table;    ///< a table may be a view
  const object_name* name = nullptr;  ///< null in a member of a table: that table
  const entity_def* routine = nullptr;
  const ident* column = nullptr;
  const ident* value = nullptr;  ///< null: as PostgreSQL begins
  bool index = false;            ///< the value is the name of an index of the table
  text_view mistake{};           ///< what stands in it and has no place there
};

/// A step with op::set_property, and a member of kind::property, are one of these: a field would cost every other one.
struct property_step : step {
  property_def property;
};
struct property_member : member {
  property_def property;
};
/// Requires op::set_property.
constexpr const property_def& property_of(const step& s) { return static_cast<const property_step&>(s).property; }
/// Requires kind::property.
constexpr const property_def& property_of(const member& m) { return static_cast<const property_member&>(m).property; }

inline constexpr ident unlogged_word{"unlogged"}, full_word{"full"}, nothing_word{"nothing"};

}  // namespace skein::model
