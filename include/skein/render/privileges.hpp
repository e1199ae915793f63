// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// GRANT and REVOKE as SQL.

#include <skein/model/privilege.hpp>
#include <skein/render/entity.hpp>

namespace skein::render {

namespace detail {

/// `SELECT, UPDATE`, or with columns `SELECT (a, b), UPDATE (a, b)`.
inline std::string privilege_list(const model::privilege_def& d) {
  std::string out;
  for (model::u32 i = 0; i < model::privilege::count; ++i) {
    if (!(bits_of(d) >> i & 1)) continue;
    if (!out.empty()) out += ", ";
    for (const char* c = model::privilege_words[i]; *c; ++c) out += static_cast<char>(*c - 'a' + 'A');
    if (!d.columns.empty()) out += fmt::format(" ({})", identifiers(d.columns));
  }
  return out;
}
/// In a member of a table what it is on is that table.
inline std::string granted_objects(const model::privilege_def& d, const model::object_name* table) {
  if (d.routine) return entity_name(*d.routine);
  constexpr const char* later[]{"TABLES", "", "SEQUENCES", "FUNCTIONS", "SCHEMAS", "TYPES"};
  if (d.by_default) return later[static_cast<int>(d.on)];
  std::string out = traits_of(d.on).sql;
  if (table) return out + " " + identifier(*table);
  for (model::u32 i = 0; i < d.objects.size; ++i) out += (i ? ", " : " ") + identifier(*d.objects[i]);
  return out;
}

}  // namespace detail

inline std::string privileges(const model::privilege_def& d, const model::object_name* table = nullptr) {
  std::string before;
  if (d.by_default) {
    before = "ALTER DEFAULT PRIVILEGES ";
    if (d.creator) before += fmt::format("FOR ROLE {} ", identifier(*d.creator));
    for (model::u32 i = 0; i < d.objects.size; ++i) before += (i ? ", " : "IN SCHEMA ") + identifier(d.objects[i]->name);
    if (d.objects.size) before += ' ';
  }
  const std::string what = detail::privilege_list(d), on = detail::granted_objects(d, table), roles = identifiers(d.roles);
  if (d.revoked) return before + fmt::format("REVOKE {}{} ON {} FROM {}", d.option ? "GRANT OPTION FOR " : "", what, on, roles);
  return before + fmt::format("GRANT {} ON {} TO {}{}", what, on, roles, d.option ? " WITH GRANT OPTION" : "");
}

}  // namespace skein::render
