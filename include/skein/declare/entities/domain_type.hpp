// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Domains as models.

#include <skein/declare/clause.hpp>
#include <skein/model/history.hpp>

namespace skein {

namespace model {
template <object_name Name, class Type, class... Option>
struct domain_definition {
  static constexpr entity_with<sizeof...(Option) + 1> entity{
      {.what = entity_kind::domain, .name = &Name, .clauses = {domain_definition::entity.items, sizeof...(Option) + 1}},
      {clause{.what = clause::part::base, .type = &type_of<Type>}, domain_clause<Option>()...}};
};
}  // namespace model

/// `struct email : domain_type<"email", text, not_null, check<"value ~ '@'">> {};`, in models<…>, and as the type of a column.
template <model::model_name Name, class Type, class... Option>
struct domain_type : model::is_type {
  static constexpr model::data_type type{.id = model::type_id::named, .user = &Name.name};
  static constexpr model::table_def value{
      .name = &Name.name, .where = &Name.where, .entity = &model::domain_definition<Name.name, Type, Option...>::entity};
};

}  // namespace skein
