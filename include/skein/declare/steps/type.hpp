// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on types of the schema's own.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/entities/enum_type.hpp>

namespace skein {

namespace model {
/// Which type a step is about; the state knows of what kind it is.
template <object_name Name>
inline constexpr entity_def type_reference{.what = entity_kind::type, .name = &Name};

/// What the columns of a type are of once it has another name: the type, and arrays of it.
template <object_name Name>
struct renamed_type {
  static constexpr data_type types[2]{{.id = type_id::named, .user = &Name}, {.id = type_id::named, .dims = 1, .user = &Name}};
  static constexpr member columns[2]{{.type = &types[0]}, {.type = &types[1]}};
  static constexpr const member* members[2]{&columns[0], &columns[1]};
};
}  // namespace model

/// Requires: no type, table or view of that name; labels of 63 bytes at most, each once.
/// SQL:      CREATE TYPE name AS ENUM (label, …)
/// Inverse:  drop_type
template <model::object_name Name, model::literal... Label>
struct create_enum : model::of_revision {
  static constexpr model::step step{.what = model::op::create_entity, .entity = &model::enum_definition<Name, Label...>::entity};
};
/// Requires: nothing is of it.
/// SQL:      DROP TYPE name
/// Inverse:  the type with everything that it had
template <model::object_name Name>
struct drop_type : model::of_revision {
  static constexpr model::step step{.what = model::op::drop_entity, .entity = &model::type_reference<Name>};
};
/// SQL:      ALTER TYPE name RENAME TO to; columns of the type follow
/// Inverse:  rename_type back
template <model::object_name Name, model::ident To>
struct rename_type : model::of_revision {
  static constexpr model::step step{.what = model::op::rename_entity, .to = &To,
                                    .members = {model::renamed_type<model::object_name(Name.schema, To)>::members, 2},
                                    .entity = &model::type_reference<Name>};
};
/// SQL:      ALTER TYPE name SET SCHEMA to; columns of the type follow
/// Inverse:  set_type_schema back
template <model::object_name Name, model::ident To>
struct set_type_schema : model::of_revision {
  static constexpr model::step step{.what = model::op::move_entity, .to = &To,
                                    .members = {model::renamed_type<model::object_name(To, Name.name)>::members, 2},
                                    .entity = &model::type_reference<Name>};
};
/// SQL:      COMMENT ON TYPE name IS 'text'; the empty text removes it
/// Inverse:  the comment before
template <model::object_name Name, model::literal Text>
struct comment_on_type : model::of_revision {
  static constexpr model::step step{.what = model::op::comment_on_entity, .text = Text, .entity = &model::type_reference<Name>};
};

/// Where a new label of an enum stands; last where nothing is said.
template <model::literal Label> struct before : model::of_step { static constexpr void set(model::clause& c) { c.beside = Label, c.before = true; } };
template <model::literal Label> struct after : model::of_step { static constexpr void set(model::clause& c) { c.beside = Label; } };

/// Requires: the enum has no such label. PostgreSQL has no way back; the label stays.
/// SQL:      ALTER TYPE name ADD VALUE label [BEFORE | AFTER label]
/// Inverse:  none; `irreversible<"why">`
template <model::object_name Name, model::literal Label, class... Option>
struct add_value : model::of_revision {
  static constexpr model::entity_with<1> change{
      {.what = model::entity_kind::enumeration, .name = &Name, .clauses = {add_value::change.items, 1}},
      {(model::clause{.does = model::clause::change::add, .text = Label} | ... | model::amendment<Option, true>{})}};
  static constexpr model::step step = (model::step{.what = model::op::alter_entity, .entity = &change} | ... |
                                       model::amendment<Option, model::amends<Option, model::clause>>{});
};
/// SQL:      ALTER TYPE name RENAME VALUE label TO to;  inverse: rename_value back
template <model::object_name Name, model::literal Label, model::literal To>
struct rename_value : model::of_revision {
  static constexpr model::entity_with<1> change{
      {.what = model::entity_kind::enumeration, .name = &Name, .clauses = {rename_value::change.items, 1}},
      {model::clause{.does = model::clause::change::rename, .text = To, .from = Label}}};
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &change};
};

}  // namespace skein
