// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Enum types as models.

#include <skein/declare/misplaced.hpp>
#include <skein/model/entity.hpp>
#include <skein/model/history.hpp>

namespace skein {

namespace model {
template <object_name Name, literal... Label>
struct enum_definition {
  static constexpr entity_with<sizeof...(Label)> entity{
      {.what = entity_kind::enumeration, .name = &Name, .clauses = {enum_definition::entity.items, sizeof...(Label)}}, {clause{.text = Label}...}};
};
}  // namespace model

/// `struct mood : enum_type<"mood", "sad", "ok", "happy"> {};`, in models<…>, and as the type of a column: `column<"mood", mood>`.
template <model::model_name Name, model::literal... Label>
struct enum_type : model::is_type {
  static constexpr model::data_type type{.id = model::type_id::named, .user = &Name.name};
  static constexpr model::table_def value{
      .name = &Name.name, .where = &Name.where, .entity = &model::enum_definition<Name.name, Label...>::entity};
};

}  // namespace skein
