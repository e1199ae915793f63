// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What roles may do: the privileges of GRANT and REVOKE, and on what.

#include <skein/model/step.hpp>

namespace skein::model {

/// As bits, in the order in which statements name them.
namespace privilege {
inline constexpr u32 select = 1, insert = 2, update = 4, remove = 8, truncate = 16, references = 32, trigger = 64, usage = 128,
                     create = 256, execute = 512, maintain = 1024;
inline constexpr u32 count = 11;
inline constexpr u32 all = 1u << 31;  ///< ALL, before it is known of what
inline constexpr u32 of_columns = select | insert | update | references;
}  // namespace privilege
inline constexpr const char* privilege_words[privilege::count]{"select", "insert",  "update", "delete",  "truncate", "references",
                                                               "trigger", "usage", "create", "execute", "maintain"};

/// What privileges are on. A table may be a view.
enum class grantable : std::uint8_t { table, tables_in_schema, sequence, routine, schema, type };
struct grantable_traits {
  const char* sql;  ///< behind ON; of a routine its kind says it
  u32 all;          ///< what ALL means on every server; MAINTAIN has to be named, since it is part of ALL from 17 on
  u32 known;
};
inline constexpr grantable_traits grantable_table[]{
    {"TABLE", 127, 127 | privilege::maintain},
    {"ALL TABLES IN SCHEMA", 127, 127 | privilege::maintain},
    {"SEQUENCE", privilege::select | privilege::update | privilege::usage, privilege::select | privilege::update | privilege::usage},
    {"", privilege::execute, privilege::execute},
    {"SCHEMA", privilege::usage | privilege::create, privilege::usage | privilege::create},
    {"TYPE", privilege::usage, privilege::usage},
};
static_assert(sizeof(grantable_table) / sizeof(grantable_table[0]) == static_cast<u32>(grantable::type) + 1);
constexpr const grantable_traits& traits_of(grantable g) { return grantable_table[static_cast<u32>(g)]; }

/// GRANT or REVOKE, also of ALTER DEFAULT PRIVILEGES: then `on` is what will be created, and `objects` are schemas.
struct privilege_def {
  grantable on = grantable::table;
  bool revoked = false;
  bool option = false;                 ///< WITH GRANT OPTION; of REVOKE, GRANT OPTION FOR
  u32 privileges = 0;
  list<const object_name*> objects{};  ///< of a schema the name alone; empty in a member of a table: that table
  names columns{};                     ///< empty: the table as a whole
  const entity_def* routine = nullptr;
  names roles{};
  bool by_default = false;
  const ident* creator = nullptr;      ///< by default: FOR ROLE; null: who runs the steps
  text_view mistake{};                 ///< what stands in it and has no place there
};
constexpr u32 bits_of(const privilege_def& d) {
  if (!(d.privileges & privilege::all)) return d.privileges;
  return d.columns.empty() ? traits_of(d.on).all : privilege::of_columns;
}

/// A step with op::grant, and a member of kind::privileges, are one of these: a field would cost every other one.
struct privilege_step : step {
  privilege_def privileges;
};
struct privilege_member : member {
  privilege_def privileges;
};
/// Requires op::grant.
constexpr const privilege_def& privileges_of(const step& s) { return static_cast<const privilege_step&>(s).privileges; }
/// Requires kind::privileges.
constexpr const privilege_def& privileges_of(const member& m) { return static_cast<const privilege_member&>(m).privileges; }

/// The role that is every role.
constexpr bool is_public(const ident& role) { return same(role, public_schema); }

}  // namespace skein::model
