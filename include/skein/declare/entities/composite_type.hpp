// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Composite types as models.

#include <skein/declare/clause.hpp>
#include <skein/model/history.hpp>

namespace skein {

namespace model {
template <object_name Name, class... Attribute>
struct composite_definition {
  static constexpr entity_with<sizeof...(Attribute)> entity{
      {.what = entity_kind::composite, .name = &Name, .clauses = {composite_definition::entity.items, sizeof...(Attribute)}},
      {attribute_clause<Attribute>...}};
};
}  // namespace model

/// `struct address : composite_type<"address", attribute<"street", text>> {};`, in models<…>, and as the type of a column. The
/// order of attributes is apart: PostgreSQL adds them last.
template <model::model_name Name, class... Attribute>
struct composite_type : model::is_type {
  static constexpr model::data_type type{.id = model::type_id::named, .user = &Name.name};
  static constexpr model::table_def value{
      .name = &Name.name, .where = &Name.where, .entity = &model::composite_definition<Name.name, Attribute...>::entity};
};

}  // namespace skein
