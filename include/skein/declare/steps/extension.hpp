// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on extensions.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/entities/extension.hpp>

namespace skein {

/// Requires: the extensions that it needs, as far as skein knows them.
/// SQL:      CREATE EXTENSION name [SCHEMA schema] [VERSION version]
/// Inverse:  drop_extension
template <model::object_name Name, class... Part>
struct create_extension : model::of_revision {
  static constexpr model::step step = (model::step{.what = model::op::create_entity, .entity = &model::extension_definition<Name, Part...>::entity} |
                                       ... | model::amendment<Part, model::amends<Part, model::extension_part>>{});
};
/// Requires: no column is of a type that it brings, and no extension needs it.
/// SQL:      DROP EXTENSION name
/// Inverse:  create_extension as it was
template <model::object_name Name>
struct drop_extension : model::of_revision {
  static constexpr model::step step{.what = model::op::drop_entity, .entity = &model::extension_reference<Name>};
};
/// Instead of the comment that the extension comes with, which the empty text brings back.
/// SQL:      COMMENT ON EXTENSION name IS 'text';  inverse: the comment before
template <model::object_name Name, model::literal Text>
struct comment_on_extension : model::of_revision {
  static constexpr model::step step{.what = model::op::comment_on_entity, .text = Text, .entity = &model::extension_reference<Name>};
};
/// SQL:      ALTER EXTENSION name UPDATE TO version
/// Inverse:  none, few extensions have a script for it; `irreversible<"why">`
template <model::object_name Name, model::literal Version, class... Option>
struct update_extension : model::of_revision {
  static constexpr model::entity_with<1> change{
      {.what = model::entity_kind::extension, .name = &Name, .clauses = {update_extension::change.items, 1}},
      {model::clause{.what = model::clause::part::version, .does = model::clause::change::set, .text = Version}}};
  static constexpr model::step step = (model::step{.what = model::op::alter_entity, .entity = &change} | ... | model::amendment<Option>{});
};

}  // namespace skein
