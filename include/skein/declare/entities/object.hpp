// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Objects of kinds that skein does not know: a collation, a cast, an operator, a text search configuration, a publication, a
/// foreign server. Tracked: created and dropped by SQL of yours, known by kind and name, ordered by what they use.

#include <skein/declare/amend.hpp>
#include <skein/model/entity.hpp>
#include <skein/model/history.hpp>

namespace skein {

namespace model {

inline constexpr place parts_of_an_object{"a part of an object", "write it inside create_object<...> or object<...>"};
using of_tracked_object = neither<parts_of_an_object>;

struct object_part {
  clause value{};
};
/// The SQL that creates it stands where a view has its query.
struct object_text {
  text_view text{};
};

template <literal Kind, object_name Name, class... Part>
struct object_definition {
  static constexpr entity_with<sizeof...(Part) + 1> entity{
      {.what = entity_kind::object, .name = &Name, .clauses = {object_definition::entity.items, sizeof...(Part) + 1},
       .body = (object_text{} | ... | amendment<Part, true>{}).text},
      {clause{.what = clause::part::kind, .text = Kind}, (object_part{{.what = clause::part::kind}} | amendment<Part, true>{}).value...}};
};

}  // namespace model

/// The SQL that creates it.
template <model::literal Sql>
struct create : model::of_tracked_object {
  static constexpr void set(model::object_text& t) { t.text = Sql; }
};
/// The SQL that drops it, where DROP kind name is not enough: a cast, an operator.
template <model::literal Sql>
struct drop : model::of_tracked_object {
  static constexpr void set(model::object_part& p) { p.value = {.what = model::clause::part::drop, .text = Sql}; }
};
/// A table, a view, a type, a routine or an extension that it uses, or a column: `uses<"users">`, `uses<"users", "email">`.
/// A routine is meant that has no overloads.
template <model::object_name Name, model::ident... Column>
  requires(sizeof...(Column) < 2)
struct uses : model::of_tracked_object {
  static constexpr const model::ident* column[2]{&Column...};
  static constexpr void set(model::object_part& p) { p.value = {.what = model::clause::part::uses, .name = column[0], .object = &Name}; }
};
/// Another such object: `uses_object<"collation", "ci">`.
template <model::literal Kind, model::object_name Name>
struct uses_object : model::of_tracked_object {
  static constexpr void set(model::object_part& p) { p.value = {.what = model::clause::part::uses, .text = Kind, .object = &Name}; }
};

/// `struct ci : object<"collation", "ci", create<"CREATE COLLATION ci (…)">> {};`, in models<…>.
template <model::literal Kind, model::model_name Name, class... Part>
struct object : model::of_models {
  static constexpr model::table_def value{
      .name = &Name.name, .where = &Name.where, .entity = &model::object_definition<Kind, Name.name, Part...>::entity};
};

}  // namespace skein
