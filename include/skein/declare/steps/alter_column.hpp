// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on columns.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/column.hpp>

namespace skein {

/// Requires: the table; no column of that name; the targets of its foreign keys.
/// SQL:      ALTER TABLE table ADD COLUMN …
/// Inverse:  drop_column
template <model::object_name Table, class Column>
struct add_column : model::of_revision {
  static constexpr model::holding<model::step, model::member, 1> step{
      {.what = model::op::add_column, .table = &Table, .name = Column::member.name, .members = {add_column::step.items, 1}}, {&Column::member}};
};

/// Requires: no index, constraint of several columns, generated column or foreign key uses it; `loses_data` or
///           `irreversible<"why">`. Constraints on this column alone go with it.
/// SQL:      ALTER TABLE table DROP COLUMN column
/// Inverse:  add_column with everything that the column had; it comes back last
template <model::object_name Table, model::ident Column, class... Option>
struct drop_column : model::of_revision {
  static constexpr model::step step = (model::step{.what = model::op::drop_column, .table = &Table, .name = &Column} | ... | model::amendment<Option>{});
};

/// SQL:      ALTER TABLE table RENAME COLUMN column TO to; expressions, indexes and keys follow
/// Inverse:  rename_column back
template <model::object_name Table, model::ident Column, model::ident To>
struct rename_column : model::of_revision {
  static constexpr model::step step{.what = model::op::rename_column, .table = &Table, .name = &Column, .to = &To};
};

/// USING of an alter_type, and the one of its down: `alter_type<"t", "c", integer, using_<"c::integer">, undo_using<"c::text">>`.
template <model::literal Sql> struct using_ : model::of_step { static constexpr void set(model::step& s) { s.text = Sql; } };
template <model::literal Sql> struct undo_using : model::of_step { static constexpr void set(model::step& s) { s.undo = Sql; } };

namespace model {
/// The one column option that an alter_type may have: COLLATE.
template <class T>
concept is_collation = requires { requires T::option.bit == flag::collation; };
template <class... Option>
consteval const option* column_option() {
  const option* found = nullptr;
  [[maybe_unused]] const auto look = [&]<class One>() {
    if constexpr (is_collation<One>) found = &One::option;
  };
  (look.template operator()<Option>(), ...);
  return found;
}
/// The member that carries the new type to the step.
template <class Type, class... Option>
struct type_member {
  static constexpr const option* options[1]{column_option<Option...>()};
  static constexpr member value{.what = kind::column, .flags = options[0] ? options[0]->bit : 0, .type = &type_of<Type>,
                                .options = {options, options[0] ? 1u : 0u}};
  static constexpr const member* members[1]{&value};
};
}  // namespace model

/// Requires: a conversion that PostgreSQL makes by assignment, or `using_<"…">`; the way back likewise, or `irreversible`;
///           `loses_data` where the new type holds less. Both ends of a foreign key change in one revision.
/// SQL:      ALTER TABLE table ALTER COLUMN column TYPE type [COLLATE …] [USING …]; a collation that is not said again goes
/// Inverse:  alter_type to the type before, with its collation
template <model::object_name Table, model::ident Column, class Type, class... Option>
struct alter_type : model::of_revision {
  static constexpr model::step step = (model::step{.what = model::op::alter_type, .table = &Table, .name = &Column, .members = {model::type_member<Type, Option...>::members, 1}} | ... | model::amendment<Option, model::is_collation<Option>>{});
};

/// SQL:      ALTER TABLE table ALTER COLUMN column SET NOT NULL;  inverse: drop_not_null
template <model::object_name Table, model::ident Column>
struct set_not_null : model::of_revision {
  static constexpr model::step step{.what = model::op::set_not_null, .table = &Table, .name = &Column};
};
/// SQL:      ALTER TABLE table ALTER COLUMN column DROP NOT NULL;  inverse: set_not_null
template <model::object_name Table, model::ident Column>
struct drop_not_null : model::of_revision {
  static constexpr model::step step{.what = model::op::drop_not_null, .table = &Table, .name = &Column};
};
/// SQL:      ALTER TABLE table ALTER COLUMN column SET DEFAULT sql;  inverse: the default before
template <model::object_name Table, model::ident Column, model::literal Sql>
struct set_default : model::of_revision {
  static constexpr model::step step{.what = model::op::set_default, .table = &Table, .name = &Column, .text = Sql};
};
/// SQL:      ALTER TABLE table ALTER COLUMN column DROP DEFAULT;  inverse: set_default
template <model::object_name Table, model::ident Column>
struct drop_default : model::of_revision {
  static constexpr model::step step{.what = model::op::drop_default, .table = &Table, .name = &Column};
};

namespace model {
/// The member that carries an identity's kind and options to the steps below.
template <class Identity>
struct identity_member {
  static constexpr const option* options[1]{&option_of<Identity>};
  static constexpr member value{.what = kind::column, .flags = options[0]->bit, .options = {options, 1}};
  static constexpr const member* members[1]{&value};
};
template <class Identity>
consteval step with_identity(step s) {
  s.members = {identity_member<Identity>::members, 1};
  if (!(option_of<Identity>.bit & flag::identity)) make_mistake<Identity>(s);
  return s;
}
}  // namespace model

/// SQL:      ALTER TABLE table ALTER COLUMN column ADD GENERATED … AS IDENTITY (…);  inverse: drop_identity
template <model::object_name Table, model::ident Column, class Identity = identity>
struct add_identity : model::of_revision {
  static constexpr model::step step = model::with_identity<Identity>({.what = model::op::add_identity, .table = &Table, .name = &Column});
};
/// SQL:      ALTER TABLE table ALTER COLUMN column SET GENERATED … SET …;  inverse: the identity before
template <model::object_name Table, model::ident Column, class Identity>
struct set_identity : model::of_revision {
  static constexpr model::step step = model::with_identity<Identity>({.what = model::op::set_identity, .table = &Table, .name = &Column});
};
/// SQL:      ALTER TABLE table ALTER COLUMN column DROP IDENTITY;  inverse: add_identity
template <model::object_name Table, model::ident Column>
struct drop_identity : model::of_revision {
  static constexpr model::step step{.what = model::op::drop_identity, .table = &Table, .name = &Column};
};
/// Makes a generated column a plain one. Requires `irreversible<"why">`: PostgreSQL cannot make it generated again.
/// SQL:      ALTER TABLE table ALTER COLUMN column DROP EXPRESSION
template <model::object_name Table, model::ident Column, class... Option>
struct drop_expression : model::of_revision {
  static constexpr model::step step = (model::step{.what = model::op::drop_expression, .table = &Table, .name = &Column} | ... | model::amendment<Option>{});
};
/// SQL:      COMMENT ON COLUMN table.column IS 'text';  inverse: the comment before
template <model::object_name Table, model::ident Column, model::literal Text>
struct comment_on_column : model::of_revision {
  static constexpr model::step step{.what = model::op::comment_on_column, .table = &Table, .name = &Column, .text = Text};
};

}  // namespace skein
