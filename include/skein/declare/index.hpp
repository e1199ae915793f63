// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Indexes, exclusion constraints (which are indexes) and storage parameters.

#include <skein/declare/amend.hpp>
#include <skein/declare/constraint.hpp>

namespace skein {

/// The access method; btree where not said.
template <model::ident Name> struct method { static constexpr void set(model::index_def& d) { d.method = &Name; } };
/// The predicate of a partial index.
template <model::literal Sql> struct where { static constexpr void set(model::index_def& d) { d.where = Sql; } };

/// A storage parameter of a table, or inside `with_parameters<…>` of an index: `parameter<"fillfactor", "70">`.
template <model::literal Name, model::literal Value>
struct parameter {
  static constexpr model::parameter value{Name, Value};
  static constexpr model::member member{.what = model::kind::parameter, .setting = &value};
};
template <class... Parameter>
struct with_parameters {
  static constexpr model::parameter items[sizeof...(Parameter)]{Parameter::value...};
  static constexpr void set(model::index_def& d) { d.parameters = {items, sizeof...(Parameter)}; }
};

namespace model {
/// Shared by every index with the same elements and options.
template <class On, class... Option>
struct index_definition {
  static constexpr index_def value = amend_if_possible<Option...>(
      index_def{.elements = {On::elements, On::size}, .columns = {On::columns, On::size}});
};
}  // namespace model

/// An index: `indexed<"ix_users_email", on<"email">, unique, where<"deleted_at IS NULL">, include<"id">, method<"btree">>`.
/// SQL: CREATE INDEX, after the table. `automatic` as its name is PostgreSQL's own: table_column_idx.
template <model::ident Name, class On, class... Option>
struct indexed {
  static constexpr model::member member{.what = model::kind::index, .name = model::name_or_null(Name),
                                        .index = &model::index_definition<On, Option...>::value};
};

/// EXCLUDE USING method (element WITH operator, …) [WHERE (…)].
template <model::ident Name, class On, class... Option>
struct exclude_on {
  static constexpr model::constraint_def value = model::amend_if_possible<Option...>(
      model::constraint_def{.what = model::kind::exclusion, .exclusion = &model::index_definition<On, Option...>::value});
  static constexpr model::member member{.what = model::kind::exclusion, .name = model::name_or_null(Name), .constraint = &value};
};

}  // namespace skein
