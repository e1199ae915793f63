// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Views and materialized views: their options, and as models.

#include <skein/declare/index.hpp>
#include <skein/declare/row.hpp>
#include <skein/model/entity.hpp>
#include <skein/model/history.hpp>
#include <skein/model/query_reader.hpp>

namespace skein {

namespace model {
constexpr clause setting(const text_view& name, const text_view& value) {
  return {.what = clause::part::setting, .text = value, .from = name};
}
}  // namespace model

/// Conditions of the view are asked before those of who uses it.
struct security_barrier : model::of_step { static constexpr model::clause clause = model::setting(model::view("security_barrier"), model::view("true")); };
/// What the view reads is read with the rights of who uses it. PostgreSQL 15.
struct security_invoker : model::of_step { static constexpr model::clause clause = model::setting(model::view("security_invoker"), model::view("true")); };
/// Rows that are written through the view stay in it, and in all views below it.
struct with_check_option : model::of_step { static constexpr model::clause clause = model::setting(model::view("check_option"), model::view("cascaded")); };
/// The same of this view alone.
struct with_local_check_option : model::of_step { static constexpr model::clause clause = model::setting(model::view("check_option"), model::view("local")); };
/// A materialized view is empty, and cannot be read, until it is refreshed.
struct no_data : model::of_step { static constexpr model::clause clause{.what = model::clause::part::no_data}; };

namespace model {

template <class T>
concept is_setting = requires { requires __is_same(const parameter, decltype(T::value)); };
template <class T>
inline constexpr bool has_clause = is_setting<T> || requires { requires __is_same(const clause, decltype(T::clause)); };
template <class T>
consteval clause clause_of() {
  if constexpr (is_setting<T>) return setting(T::value.name, T::value.value);
  else if constexpr (has_clause<T>) return T::clause;
  else return {};
}
/// Those of the options that are a clause.
template <class... Option>
struct clauses_of {
  static constexpr u32 size = (0u + ... + has_clause<Option>);
  clause items[size + 1]{};

  consteval clauses_of() {
    [[maybe_unused]] u32 n = 0;
    ((has_clause<Option> ? void(items[n++] = clause_of<Option>()) : void()), ...);
  }
};

/// The indexes among the options of a materialized view.
template <class T>
inline constexpr bool is_index = requires { requires __is_same(const index_member, decltype(T::member)); };
template <class... Option>
struct index_list {
  static constexpr u32 size = (0u + ... + is_index<Option>);
  const member* items[size + 1]{};

  consteval index_list() {
    [[maybe_unused]] u32 n = 0;
    (add<Option>(n), ...);
  }
  template <class Option_>
  consteval void add(u32& n) {
    if constexpr (is_index<Option_>) items[n++] = &Option_::member;
  }
};

template <entity_kind What, object_name Name, literal Sql, class... Option>
struct view_definition {
  static constexpr clauses_of<Option...> clauses{};
  static constexpr entity_def entity =
      (entity_def{.what = What, .name = &Name, .clauses = {clauses.items, clauses.size}, .body = Sql, .parsed = &parsed<Sql>::value} | ... |
       amendment<Option, true>{});
};
}  // namespace model

/// `struct active : view<"active", "SELECT id FROM users WHERE active"> {};`, in models<…>.
template <model::model_name Name, model::literal Sql, class... Option>
struct view : model::of_models {
  static constexpr model::table_def value{
      .name = &Name.name, .where = &Name.where, .entity = &model::view_definition<model::entity_kind::view, Name.name, Sql, Option...>::entity};
};

/// `struct sums : materialized_view<"sums", "SELECT …"> {};`, in models<…>; its indexes behind its query: `indexed<"ix", on<"id">>`.
template <model::model_name Name, model::literal Sql, class... Option>
struct materialized_view : model::of_models {
  static constexpr model::index_list<Option...> indexes{};
  static constexpr model::table_def value{
      .name = &Name.name, .members = {indexes.items, indexes.size}, .where = &Name.where,
      .entity = &model::view_definition<model::entity_kind::materialized_view, Name.name, Sql, Option...>::entity};
};

}  // namespace skein
