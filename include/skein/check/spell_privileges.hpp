// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Privileges as the user would write them.

#include <skein/check/spell_routine.hpp>
#include <skein/check/verdict.hpp>
#include <skein/model/privilege.hpp>

namespace skein::checks::spelling {

/// `select, insert`
constexpr void privilege_list(buffer& b, u32 bits) {
  const char* separator = "";
  for (u32 i = 0; i < model::privilege::count; ++i) {
    if (!(bits >> i & 1)) continue;
    b << separator << model::privilege_words[i];
    separator = ", ";
  }
}

/// What a verdict's privileges are on: `on_table<notes>`.
constexpr void granted_object(buffer& b, const verdict& v) {
  if (v.entity == model::entity_kind::none) {
    b << (v.table ? "on_table<" : "on_schema<");
    if (v.table) name(b, v.schema, *v.table);
    else b << *v.schema;
    b << ">";
    if (v.column) b << ", for_columns<" << *v.column << ">";
    return;
  }
  b << "on_";
  if (v.routine) {
    routine_by_types(b, v.entity, *v.routine, v.schema, *v.table);
  } else if (v.entity == model::entity_kind::sequence) {
    const bool in_schema = v.schema && !v.schema->empty();
    b << "sequence<";
    if (in_schema) b << "qualified(" << *v.schema << ", ";
    b << v.object << (in_schema ? ")" : "");
  } else {
    b << (model::traits_of(v.entity).is_type ? "type<" : "table<");
    name(b, v.schema, *v.table);
  }
  b << ">";
}

/// `grant<privileges<select>, on_table<notes>, to_roles<app>>`, or with another word; a member of a table is on that.
constexpr void privileges(buffer& b, const char* word, bool gives, bool member, const verdict& v) {
  b << word << "<privileges<", privilege_list(b, v.privileges), b << ">";
  if (!member) b << ", ", granted_object(b, v);
  else if (v.column) b << ", for_columns<" << *v.column << ">";
  b << (gives ? ", to_roles<" : ", from_roles<") << *v.role << ">";
  if (v.grant_option) b << (gives ? ", with_grant_option" : ", grant_option_alone");
  b << ">";
}

/// `granted<privileges<select>, to_roles<app>>`, or with another word, as it is declared; `table`, of a member that becomes a step.
constexpr void declared_privileges(buffer& b, const char* word, const model::privilege_def& d, const ident* schema, const ident* table) {
  const char* separator = "";
  const auto names = [&](const char* list, const model::names& of) {
    b << ", " << list << "<";
    for (u32 i = 0; i < of.size; ++i) b << (i ? ", " : "") << *of.data[i];
    b << ">";
  };
  b << word << "<privileges<", privilege_list(b, bits_of(d)), b << ">";
  constexpr const char* kinds[]{", on_table<", ", on_all_tables_in<", ", on_sequence<", ", on_", ", on_schema<", ", on_type<"};
  if (table || d.routine || d.objects.size) b << kinds[static_cast<u32>(d.on)];
  if (table) name(b, schema, *table);
  else if (d.routine) routine_by_types(b, d.routine->what, *d.routine->routine, &d.routine->name->schema, d.routine->name->name);
  for (u32 i = 0; !table && i < d.objects.size; ++i, separator = ", ") b << separator, name(b, *d.objects.data[i]);
  if (table || d.routine || d.objects.size) b << ">";
  if (!d.columns.empty()) names("for_columns", d.columns);
  names(d.revoked ? "from_roles" : "to_roles", d.roles);
  b << (!d.option ? ">" : d.revoked ? ", grant_option_alone>" : ", with_grant_option>");
}

}  // namespace skein::checks::spelling
