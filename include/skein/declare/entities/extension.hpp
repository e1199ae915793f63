// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Extensions as models, and what they are declared with.

#include <skein/declare/amend.hpp>
#include <skein/model/entity.hpp>
#include <skein/model/history.hpp>

namespace skein {

namespace model {

inline constexpr place parts_of_an_extension{"a part of an extension", "write it inside create_extension<...> or extension<...>"};
using of_extension = neither<parts_of_an_extension>;

/// Apart from the clauses of other entities.
struct extension_part {
  clause value{};
};

template <object_name Name, class... Part>
struct extension_definition {
  static constexpr entity_with<sizeof...(Part)> entity{
      {.what = entity_kind::extension, .name = &Name, .clauses = {extension_definition::entity.items, sizeof...(Part)}},
      {(extension_part{} | amendment<Part, true>{}).value...}};
};
template <object_name Name>
inline constexpr entity_def extension_reference{.what = entity_kind::extension, .name = &Name};

}  // namespace model

/// SCHEMA: where the extension puts what it brings.
template <model::ident Name>
struct in_schema : model::of_extension {
  static constexpr void set(model::extension_part& p) { p.value = {.what = model::clause::part::schema, .name = &Name}; }
};
/// VERSION, as the extension's author writes it.
template <model::literal Text>
struct version : model::of_extension {
  static constexpr void set(model::extension_part& p) { p.value = {.what = model::clause::part::version, .text = Text}; }
};
/// A type that the extension brings, if skein does not know: `create_extension<"semver", provides<"semver">>`. No SQL.
template <model::ident Type>
struct provides : model::of_extension {
  static constexpr void set(model::extension_part& p) { p.value = {.what = model::clause::part::provides, .name = &Type}; }
};

/// `struct citext : extension<"citext"> {};`, in models<…>.
template <model::model_name Name, class... Part>
struct extension : model::of_models {
  static constexpr model::table_def value{
      .name = &Name.name, .where = &Name.where, .entity = &model::extension_definition<Name.name, Part...>::entity};
};

}  // namespace skein
