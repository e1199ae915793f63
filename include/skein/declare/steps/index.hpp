// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on indexes.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/index.hpp>

namespace skein {

/// `create_index<"ix_users_email", "users", on<"email">>`, with the options of `indexed` and `concurrently`.
/// Requires: the columns; no relation of that name.
/// SQL:      CREATE [UNIQUE] INDEX [CONCURRENTLY] name ON table …
/// Inverse:  drop_index
template <model::ident Name, model::object_name Table, class On, class... Option>
struct create_index : model::of_revision {
  static constexpr model::holding<model::step, model::member, 1> step{
      (model::step{.what = model::op::create_index, .table = &Table, .name = Name.size ? &Name : nullptr, .members = {create_index::step.items, 1}} | ... |
       model::amendment<Option, model::amends<Option, model::index_def>>{}),
      {&indexed<Name, On, Option...>::member}};
};
/// Requires: no foreign key rests on it. The name is the index's own, in its table's schema.
/// SQL:      DROP INDEX [CONCURRENTLY] name
/// Inverse:  create_index with its definition
template <model::object_name Name, class... Option>
struct drop_index : model::of_revision {
  static constexpr model::step step = (model::step{.what = model::op::drop_index, .table = &Name, .name = &Name.name} | ... | model::amendment<Option>{});
};
/// SQL:      ALTER INDEX name RENAME TO to;  inverse: rename_index back
template <model::object_name Name, model::ident To>
struct rename_index : model::of_revision {
  static constexpr model::step step{.what = model::op::rename_index, .table = &Name, .name = &Name.name, .to = &To};
};

/// Requires: an index that is no constraint's; that one has comment_on_constraint.
/// SQL:      COMMENT ON INDEX name IS 'text'; the empty text removes it
/// Inverse:  the comment before
template <model::object_name Name, model::literal Text>
struct comment_on_index : model::of_revision {
  static constexpr model::step step{.what = model::op::comment_on_index, .table = &Name, .name = &Name.name, .text = Text};
};

}  // namespace skein
