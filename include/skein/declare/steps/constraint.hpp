// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on constraints.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/index.hpp>

namespace skein {

/// `add_constraint<"orders", constraint<"fk_user", foreign_key<on<"user_id">, to<"users", "id">>, not_valid>>`.
/// SQL:      ALTER TABLE table ADD [CONSTRAINT name] …
/// Inverse:  drop_constraint
template <model::object_name Table, class Constraint>
struct add_constraint : model::of_revision {
  static constexpr model::holding<model::step, model::member, 1> step{
      {.what = model::op::add_constraint, .table = &Table, .name = Constraint::member.name, .members = {add_constraint::step.items, 1}}, {&Constraint::member}};
};
/// Requires: no foreign key rests on it.
/// SQL:      ALTER TABLE table DROP CONSTRAINT name
/// Inverse:  add_constraint with its definition
template <model::object_name Table, model::ident Name>
struct drop_constraint : model::of_revision {
  static constexpr model::step step{.what = model::op::drop_constraint, .table = &Table, .name = &Name};
};
/// SQL:      ALTER TABLE table RENAME CONSTRAINT name TO to;  inverse: rename_constraint back
template <model::object_name Table, model::ident Name, model::ident To>
struct rename_constraint : model::of_revision {
  static constexpr model::step step{.what = model::op::rename_constraint, .table = &Table, .name = &Name, .to = &To};
};
/// Requires: a constraint that was added `not_valid`.
/// SQL:      ALTER TABLE table VALIDATE CONSTRAINT name
/// Inverse:  drop_constraint and add_constraint with not_valid; PostgreSQL has no other way back
template <model::object_name Table, model::ident Name>
struct validate_constraint : model::of_revision {
  static constexpr model::step step{.what = model::op::validate_constraint, .table = &Table, .name = &Name};
};

/// SQL:      COMMENT ON CONSTRAINT name ON table IS 'text'; the empty text removes it
/// Inverse:  the comment before
template <model::object_name Table, model::ident Name, model::literal Text>
struct comment_on_constraint : model::of_revision {
  static constexpr model::step step{.what = model::op::comment_on_constraint, .table = &Table, .name = &Name, .text = Text};
};

}  // namespace skein
