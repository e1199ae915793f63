// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Indexes, exclusion constraints (which are indexes) and storage parameters.

#include <skein/declare/amend.hpp>
#include <skein/declare/constraint.hpp>

namespace skein {

/// The access method; btree where not said.
template <model::ident Name> struct method : model::of_object { static constexpr void set(model::index_def& d) { d.method = &Name; } };
/// The predicate of a partial index; which rows a step on rows concerns.
template <model::literal Sql> struct where : model::of_object { static constexpr void set(auto& d) requires requires { d.where; } { d.where = Sql; } };

/// A storage parameter of a table, or inside `with_parameters<…>` of an index: `parameter<"fillfactor", "70">`.
template <model::literal Name, model::literal Value>
struct parameter : model::of_table {
  static constexpr model::parameter value{Name, Value};
  static constexpr model::member member{.what = model::kind::parameter, .setting = &value};
};
template <class... Parameter>
struct with_parameters : model::of_object {
  static constexpr model::parameter items[sizeof...(Parameter)]{Parameter::value...};
  static constexpr void set(model::index_def& d) { d.parameters = {items, sizeof...(Parameter)}; }
};

namespace model {
/// A member and the index that it holds, in one object.
struct index_member : member {
  index_def def[1];
};
}  // namespace model

/// An index: `indexed<"ix_users_email", on<"email">, unique, where<"deleted_at IS NULL">, include<"id">, method<"btree">>`.
/// SQL: CREATE INDEX, after the table. `automatic` as its name is PostgreSQL's own: table_column_idx.
template <model::ident Name, class On, class... Option>
struct indexed : model::of_table {
  static constexpr model::index_member member{
      {.what = model::kind::index, .name = Name.size ? &Name : nullptr, .index = indexed::member.def,
       .text = (model::text_view{} | ... | model::index_option<Option>{})},
      {(model::index_def{.elements = {On::keys.elements, On::keys.size}, .columns = {On::keys.columns, On::keys.size}} | ... |
        model::amendment<Option, true>{})}};
};

/// EXCLUDE USING method (element WITH operator, …) [WHERE (…)].
template <model::ident Name, class On, class... Option>
struct exclude_on : model::of_table {
  static constexpr model::constraint_with<0> option{
      {model::flag::constraint, {}, exclude_on::option.def, model::name_or_null(Name)},
      {(model::constraint_def{.what = model::kind::exclusion, .exclusion = indexed<Name, On, Option...>::member.def} | ... |
        model::amendment<Option, model::amends<Option, model::index_def>>{})},
      {}};
  static constexpr model::member member{.what = option.def->what, .name = model::name_or_null(Name), .constraint = option.def};
};

}  // namespace skein
