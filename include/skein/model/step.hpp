// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// One change of the schema, as a value.

#include <skein/model/entity.hpp>
#include <skein/model/table.hpp>

namespace skein::model {

enum class op : std::uint8_t {
  create_table, drop_table, rename_table, set_schema, comment_on_table, set_parameters, reset_parameters,
  add_column, drop_column, rename_column, alter_type, set_not_null, drop_not_null, set_default, drop_default,
  add_identity, set_identity, drop_identity, drop_expression, comment_on_column,
  attach_partition, detach_partition, inherit, disinherit,
  add_constraint, drop_constraint, rename_constraint, validate_constraint, comment_on_constraint,
  create_index, drop_index, rename_index, comment_on_index,
  create_schema, drop_schema, comment_on_schema,
  create_entity, drop_entity, replace_entity, rename_entity, move_entity, alter_entity, comment_on_entity,
  grant,                ///< what roles may do: a `privilege_step`, see privilege.hpp
  set_property,         ///< whose an object is, and the like: a `property_step`, see property.hpp
  data,                 ///< what happens to rows: a `data_step`, see data.hpp
  execute,              ///< raw SQL; its effects on the state are steps of their own
  // From here on nothing that is a change by itself: what a revision says for all of its steps.
  acknowledge,          ///< no SQL: loses_data or irreversible
  outside_transaction,  ///< no SQL: the revision's statements run one by one
  breaks_bodies,        ///< no SQL: bodies of routines may name what the revision takes from them
  frozen,               ///< no SQL: the digest that the revision has to have
  replaces,             ///< no SQL: the run of revisions that this one stands for: `name` to `to`
  group,                ///< several steps in the place of one, in `effects`; with a table: what for_each_table makes for it
  mistake,              ///< what is no step, or has an option that is none; see declare/misplaced.hpp
};

/// How a step answers for what its down cannot give back.
enum class loss : std::uint8_t { none, loses_data, irreversible };

struct step {
  op what = op::execute;
  loss acknowledged = loss::none;
  bool concurrently = false;              ///< outside a transaction
  const object_name* table = nullptr;     ///< the table; of an index step without one the index's name in its schema
  const ident* name = nullptr;            ///< the column, constraint, index or schema
  const ident* to = nullptr;              ///< its new name, the table's new name or schema
  list<const member*> members{};          ///< what is created; for alter_type the type, for identity steps the options
  text_view text{};                       ///< SQL, default, comment, or why it is irreversible
  text_view undo{};                       ///< execute: the SQL of its down; alter_type: USING of its down
  text_view reason{};                     ///< irreversible<"why">
  list<const step*> effects{};            ///< execute: what the SQL does to the schema; group: its steps; a type that is built anew: how
  const entity_def* entity = nullptr;     ///< steps on entities: what is created, or which one and what becomes of its clauses
};

/// Calls `f` with the step, or with each one that it groups.
constexpr void each_leaf(const step& x, auto&& f) {
  if (x.what != op::group) return f(x);
  for (u32 i = 0; i < x.effects.size; ++i) each_leaf(*x.effects.data[i], f);
}
constexpr u32 leaves(const step& x) {
  u32 n = 0;
  each_leaf(x, [&n](const step&) { ++n; });
  return n;
}
/// Of these steps, the n-th (from 1) that is no group. Requires: there is one.
constexpr const step& leaf(const step& x, u32 n) {
  const step* found = &x;
  each_leaf(x, [&](const step& each) {
    if (n && !--n) found = &each;
  });
  return *found;
}

}  // namespace skein::model
