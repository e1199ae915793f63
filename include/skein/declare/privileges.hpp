// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Privileges: what `grant`, `revoke_` and their models are declared with. What PostgreSQL writes in a clause is one argument,
/// in any order: `privileges<"select", "insert">, on_table<"notes">, to_roles<"app">`.

#include <skein/declare/amend.hpp>
#include <skein/declare/entities/routine.hpp>
#include <skein/declare/roles.hpp>
#include <skein/model/history.hpp>

namespace skein {

namespace model {

inline constexpr place parts_of_a_grant{"a part of a grant", "write it inside grant<...>, revoke_<...>, granted<...> or revoked<...>"};
using of_grant = neither<parts_of_a_grant>;

template <class Option>
consteval void make_mistake(privilege_def& d) {
  d.mistake = misplaced<Option, option_of_a::step>.view();
}
/// A model of privileges has no name, and so no table of that.
inline constexpr object_name no_name{};
/// Where the first object stands, of a model.
struct privilege_place {
  const location* where = nullptr;
};

/// 0: no privilege of PostgreSQL's is called so.
consteval u32 privilege_bit(const ident& word) {
  for (u32 i = 0; i < privilege::count; ++i)
    if (same(ident(privilege_words[i], __builtin_strlen(privilege_words[i])), word)) return 1u << i;
  return 0;
}
template <ident Word>
inline constexpr remark no_privilege = [] {
  remark r;
  r.add_name(view(Word.text, Word.kept()));
  r.add(" is no privilege; write select, insert, update, delete, truncate, references, trigger, maintain, usage, create or execute");
  return r;
}();
template <ident Word>
constexpr void add_privilege(privilege_def& d) {
  constexpr u32 bit = privilege_bit(Word);
  d.privileges |= bit;
  if constexpr (!bit) d.mistake = no_privilege<Word>.view();
}

/// What is on objects that are there has no place in default privileges, and the other way around.
constexpr void require_default(privilege_def& d, bool by_default) {
  if (d.by_default == by_default) return;
  d.mistake = d.by_default ? unhashed("default privileges are on what will be created; write on_tables, on_sequences, on_functions, on_types or on_schemas")
                           : unhashed("what will be created is for default privileges; write grant_by_default<...> or revoke_by_default<...>");
}
template <grantable On, model_name... Name>
struct granted_objects : of_grant {
  static constexpr const object_name* objects[sizeof...(Name) + 1]{&Name.name...};
  static constexpr const location* places[sizeof...(Name) + 1]{&Name.where...};
  static constexpr void set(privilege_def& d) { d.on = On, d.objects = {objects, sizeof...(Name)}, require_default(d, false); }
  static constexpr void set(privilege_place& p) { p.where = places[0]; }
};
template <entity_kind Kind, model_name Name, class... Type>
struct granted_routine : of_grant {
  static constexpr void set(privilege_def& d) { d.on = grantable::routine, d.routine = &routine_reference<Kind, Name.name, Type...>::entity, require_default(d, false); }
  static constexpr void set(privilege_place& p) { p.where = &Name.where; }
};

/// What will be created, of default privileges.
template <grantable On>
struct later_objects : of_grant {
  static constexpr void set(privilege_def& d) { d.on = On, require_default(d, true); }
};
template <bool Revoked, class... Part>
inline constexpr privilege_def defaults_declared = (privilege_def{.on = grantable::tables_in_schema, .revoked = Revoked, .by_default = true} | ... | amendment<Part>{});
template <bool Revoked, class... Part>
inline constexpr privilege_def privileges_declared = (privilege_def{.revoked = Revoked} | ... | amendment<Part>{});
template <class... Part>
inline constexpr privilege_place privileges_placed = (privilege_place{} | ... | amendment<Part, true>{});

}  // namespace model

/// `privileges<"select", "insert">`: PostgreSQL's words, in lower case.
template <model::ident... Word>
struct privileges : model::of_grant {
  static constexpr void set(model::privilege_def& d) { (model::add_privilege<Word>(d), ...); }
};
/// ALL PRIVILEGES, one by one; of a table without MAINTAIN, which older servers than 17 do not have.
struct all_privileges : model::of_grant {
  static constexpr void set(model::privilege_def& d) { d.privileges |= model::privilege::all; }
};
/// Tables or views.
template <model::model_name... Name> struct on_table : model::granted_objects<model::grantable::table, Name...> {};
/// All tables and views that the schema has at that revision; later ones get nothing. In the SQL, ALL TABLES IN SCHEMA, which
/// are also those that skein does not know.
template <model::model_name... Name> struct on_all_tables_in : model::granted_objects<model::grantable::tables_in_schema, Name...> {};
template <model::model_name... Name> struct on_sequence : model::granted_objects<model::grantable::sequence, Name...> {};
template <model::model_name... Name> struct on_schema : model::granted_objects<model::grantable::schema, Name...> {};
/// Types and domains.
template <model::model_name... Name> struct on_type : model::granted_objects<model::grantable::type, Name...> {};
/// `on_function<"add", integer, integer>`, with the types of its arguments.
template <model::model_name Name, class... Type> struct on_function : model::granted_routine<model::entity_kind::function, Name, Type...> {};
template <model::model_name Name, class... Type> struct on_procedure : model::granted_routine<model::entity_kind::procedure, Name, Type...> {};
template <model::model_name Name, class... Type> struct on_aggregate : model::granted_routine<model::entity_kind::aggregate, Name, Type...> {};
/// On these columns of the table: `UPDATE (title, body)`.
template <model::ident... Name>
struct for_columns : model::of_grant {
  static constexpr const model::ident* columns[sizeof...(Name) + 1]{&Name...};
  static constexpr void set(model::privilege_def& d) { d.columns = {columns, sizeof...(Name)}; }
};
/// WITH GRANT OPTION: the roles may grant it to others. PUBLIC cannot have it.
struct with_grant_option : model::of_grant {
  static constexpr void set(model::privilege_def& d) { d.option = true; }
};
/// REVOKE GRANT OPTION FOR: the roles keep the privilege and may grant it no more.
struct grant_option_alone : model::of_grant {
  static constexpr void set(model::privilege_def& d) { d.option = true; }
};

// Of default privileges

/// Tables and views that are created later, and so on.
struct on_tables : model::later_objects<model::grantable::table> {};
struct on_sequences : model::later_objects<model::grantable::sequence> {};
/// Functions, procedures and aggregates.
struct on_functions : model::later_objects<model::grantable::routine> {};
/// The functions and the multirange type that come with a range type are left out of account.
struct on_types : model::later_objects<model::grantable::type> {};
struct on_schemas : model::later_objects<model::grantable::schema> {};
/// IN SCHEMA: what is created there has these besides those that are given everywhere.
template <model::model_name... Name>
struct in_schemas : model::of_grant {
  static constexpr const model::object_name* objects[sizeof...(Name) + 1]{&Name.name...};
  static constexpr const model::location* places[sizeof...(Name) + 1]{&Name.where...};
  static constexpr void set(model::privilege_def& d) { d.objects = {objects, sizeof...(Name)}, model::require_default(d, true); }
  static constexpr void set(model::privilege_place& p) { p.where = places[0]; }
};
/// FOR ROLE: what that role creates; without it, what the role creates that runs the steps. skein takes it for another one.
template <model::ident Name>
struct for_role : model::of_grant {
  static constexpr void set(model::privilege_def& d) { d.creator = &Name, model::require_default(d, true); }
};

/// What a model's roles may do: a member of a table, `granted<privileges<"select">, to_roles<"app">>`; or beside the tables in
/// models<…>, `struct run_f : granted<privileges<"execute">, on_function<"f">, to_roles<"app">> {};`.
template <class... Part>
struct granted : model::of_table {
  static constexpr model::privilege_member member{{.what = model::kind::privileges}, model::privileges_declared<false, Part...>};
  static constexpr model::table_def value{.name = &model::no_name, .where = model::privileges_placed<Part...>.where, .privileges = &model::privileges_declared<false, Part...>};
};
/// What PUBLIC may do unless it is revoked, in models<…>: `revoked<privileges<"execute">, on_function<"f">, from_roles<"public">>`.
template <class... Part>
struct revoked : model::of_models {
  static constexpr model::table_def value{.name = &model::no_name, .where = model::privileges_placed<Part...>.where, .privileges = &model::privileges_declared<true, Part...>};
};
/// The same of default privileges, in models<…>: `struct read : granted_by_default<privileges<"select">, on_tables, to_roles<"reader">> {};`.
template <class... Part>
struct granted_by_default : model::of_models {
  static constexpr model::table_def value{.name = &model::no_name, .where = model::privileges_placed<Part...>.where, .privileges = &model::defaults_declared<false, Part...>};
};
template <class... Part>
struct revoked_by_default : model::of_models {
  static constexpr model::table_def value{.name = &model::no_name, .where = model::privileges_placed<Part...>.where, .privileges = &model::defaults_declared<true, Part...>};
};

}  // namespace skein
