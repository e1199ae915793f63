// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Privileges as the user would write them.

#include <skein/check/spell/routine.hpp>
#include <skein/check/verdict.hpp>
#include <skein/model/privilege.hpp>

namespace skein::checks::spelling {

/// `select, insert`
constexpr void privilege_list(auto& b, u32 bits) {
  const char* separator = "";
  for (u32 i = 0; i < model::privilege::count; ++i) {
    if (!(bits >> i & 1)) continue;
    (b << separator).word(model::privilege_words[i]);
    separator = ", ";
  }
}

/// grant, revoke_, granted or revoked, of default privileges.
constexpr const char* by_default(const char* word) {
  if (word[0] == 'g') return word[5] ? "granted_by_default" : "grant_by_default";
  return word[6] == 'd' ? "revoked_by_default" : "revoke_by_default";
}
inline constexpr const char* later_objects[]{"on_tables", "", "on_sequences", "on_functions", "on_schemas", "on_types"};

/// What a verdict's privileges are on: `on_table<notes>`.
constexpr void granted_object(auto& b, const verdict& v) {
  if (v.later != model::grantable::tables_in_schema) {
    b << later_objects[static_cast<u32>(v.later)];
    if (v.schema) b << ", in_schemas<" << *v.schema << ">";
    if (v.hint) b << ", for_role<" << *v.hint << ">";
    return;
  }
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
constexpr void privileges(auto& b, const char* word, bool gives, bool member, const verdict& v) {
  b << (v.later == model::grantable::tables_in_schema ? word : by_default(word));
  b << "<privileges<", privilege_list(b, v.privileges), b << ">";
  if (!member) b << ", ", granted_object(b, v);
  else if (v.column) b << ", for_columns<" << *v.column << ">";
  b << (gives ? ", to_roles<" : ", from_roles<") << *v.role << ">";
  if (v.grant_option) b << (gives ? ", with_grant_option" : ", grant_option_alone");
  b << ">";
}

/// `granted<privileges<select>, to_roles<app>>`, or with another word, as it is declared; `table`, of a member that becomes a step.
constexpr void declared_privileges(auto& b, const char* word, const model::privilege_def& d, const ident* schema, const ident* table) {
  const char* separator = "";
  const auto names = [&](const char* list, const model::names& of) {
    b << ", " << list << "<";
    for (u32 i = 0; i < of.size; ++i) b << (i ? ", " : "") << *of.data[i];
    b << ">";
  };
  b << (d.by_default ? by_default(word) : word) << "<privileges<", privilege_list(b, bits_of(d)), b << ">";
  if (d.by_default) {
    b << ", " << later_objects[static_cast<u32>(d.on)];
    for (u32 i = 0; i < d.objects.size; ++i) b << (i ? ", " : ", in_schemas<") << d.objects.data[i]->name;
    if (d.objects.size) b << ">";
    if (d.creator) b << ", for_role<" << *d.creator << ">";
  }
  constexpr const char* kinds[]{", on_table<", ", on_all_tables_in<", ", on_sequence<", ", on_", ", on_schema<", ", on_type<"};
  const bool object = !d.by_default && (table || d.routine || d.objects.size);
  if (object) b << kinds[static_cast<u32>(d.on)];
  if (table) name(b, schema, *table);
  else if (d.routine) routine_by_types(b, d.routine->what, *d.routine->routine, &d.routine->name->schema, d.routine->name->name);
  for (u32 i = 0; object && !table && i < d.objects.size; ++i, separator = ", ") b << separator, name(b, *d.objects.data[i]);
  if (object) b << ">";
  if (!d.columns.empty()) names("for_columns", d.columns);
  names(d.revoked ? "from_roles" : "to_roles", d.roles);
  b << (!d.option ? ">" : d.revoked ? ", grant_option_alone>" : ", with_grant_option>");
}

}  // namespace skein::checks::spelling
