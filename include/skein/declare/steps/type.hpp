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

/// Requires: the enum has no such label. PostgreSQL uses it only behind the transaction that adds it: a default, a check or a row
///           that names it stands in a later revision.
/// SQL:      ALTER TYPE name ADD VALUE label [BEFORE | AFTER label]
/// Inverse:  the type built anew without the label, as `replace_enum` does it. It loses nothing: PostgreSQL refuses it while a row
///           has the label. Where something uses the type that cannot be taken along, `irreversible<"why">` is required.
template <model::object_name Name, model::literal Label, class... Option>
struct add_value : model::of_revision {
  static constexpr model::entity_with<1> change{
      {.what = model::entity_kind::enumeration, .name = &Name, .clauses = {add_value::change.items, 1}},
      {(model::clause{.does = model::clause::change::add, .text = Label} | ... | model::amendment<Option, true>{})}};
  static constexpr model::step step = (model::step{.what = model::op::alter_entity, .entity = &change} | ... |
                                       model::amendment<Option, model::amends<Option, model::clause>>{});
};
/// Requires: no default, check or other expression names the label.
/// SQL:      ALTER TYPE name RENAME VALUE label TO to;  inverse: rename_value back
template <model::object_name Name, model::literal Label, model::literal To>
struct rename_value : model::of_revision {
  static constexpr model::entity_with<1> change{
      {.what = model::entity_kind::enumeration, .name = &Name, .clauses = {rename_value::change.items, 1}},
      {model::clause{.does = model::clause::change::rename, .text = To, .from = Label}}};
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &change};
};

/// The labels of `replace_enum`, in their order.
template <model::literal... Label>
struct labels : model::of_step {};
/// Rows that hold a label that goes hold that one from now on.
template <model::literal Label, model::literal To>
struct map_label : model::of_step {
  static constexpr model::clause mapping{.does = model::clause::change::rename, .text = To, .from = Label};
};

namespace model {
template <class Option>
concept maps_label = requires { Option::mapping; };

template <object_name Name, class Labels, class... Option>
struct enum_replacement;
template <object_name Name, literal... Label, class... Option>
struct enum_replacement<Name, skein::labels<Label...>, Option...> {
  static constexpr u32 size = (sizeof...(Label) + ... + u32(maps_label<Option>));
  template <class Each>
  static constexpr u32 put([[maybe_unused]] clause& place) {
    if constexpr (maps_label<Each>) place = Each::mapping;
    return maps_label<Each>;
  }
  static constexpr entity_with<size> entity = [] {
    entity_with<size> e{{.what = entity_kind::enumeration, .name = &Name, .clauses = {enum_replacement::entity.items, size}}, {clause{.text = Label}...}};
    [[maybe_unused]] u32 at = sizeof...(Label);
    ((at += put<Option>(e.items[at])), ...);
    return e;
  }();
};
}  // namespace model

/// `replace_enum<"mood", labels<"sad", "fine">, map_label<"ok", "fine">>`: labels go, come, and change places.
/// Requires: for each label that goes `map_label`, or `loses_data`, which leaves NULL in the rows that hold it. No expression names a
///           label that goes. Nothing uses the type but columns, what is on these, policies and triggers: no function takes it, no
///           view shows it, no table is partitioned by it, no other type is made of it.
/// SQL:      the type renamed and created anew, ALTER TABLE … ALTER COLUMN … TYPE … USING for each column of it, the former type
///           dropped. Defaults, and the checks, indexes, foreign keys, generated columns, policies and triggers that use such a column
///           in an expression, are dropped before and created again behind; a generated column comes back as the last one.
/// Inverse:  replace_enum with the former labels. What was mapped to a label that is new is mapped back, to the first of several. Rows with
///           another label that is new keep PostgreSQL from doing it; rows mapped to a label that was there before stay with it.
template <model::object_name Name, class Labels, class... Option>
struct replace_enum : model::of_revision {
  static constexpr model::step step = (model::step{.what = model::op::replace_entity, .entity = &model::enum_replacement<Name, Labels, Option...>::entity} | ... |
                                       model::amendment<Option, model::maps_label<Option>>{});
};

}  // namespace skein
