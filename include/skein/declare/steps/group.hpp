// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Several steps in the place of one, and one change for many tables.

#include <skein/declare/join.hpp>
#include <skein/declare/misplaced.hpp>
#include <skein/declare/models.hpp>
#include <skein/model/step.hpp>

namespace skein {

/// Steps under one name, for use in the place of one: `struct add_audit : steps<add_column<…>, create_index<…>> {};`. May
/// hold others of its kind. Errors count them as 2.1, 2.2.
/// SQL:      that of its steps
/// Inverse:  those of its steps, the last one first
template <class... Step>
struct steps : model::of_revision {
  static constexpr model::holding<model::step, model::step, sizeof...(Step)> step{
      {.what = model::op::group, .effects = {steps::step.items, sizeof...(Step)}}, {&Step::step...}};
};

/// Tables by name: `names<"users", qualified("app", "orders")>`.
template <model::object_name... Table>
struct names {};

namespace model {
/// What a change is for one table.
template <object_name Table, class Change>
struct for_table {
  static constexpr holding<model::step, model::step, 1> step{
      {.what = op::group, .table = &Table, .effects = {for_table::step.items, 1}}, {&Change::step}};
};
}  // namespace model

/// One change for many tables. `Change` is a template over a table's name: a step, or steps:
///
///     template <model::object_name Table>
///     struct add_tenant : steps<
///         add_column<Table, column<"tenant_id", integer, not_null, references<"tenants", "id">>>,
///         create_index<join<"ix_", Table, "_tenant">, Table, on<"tenant_id">>> {};
///
///     for_each_table<names<"users", "orders">, add_tenant>
///
/// The tables are `names<…>` or `models<…>`; of a model counts the name that it has today.
/// SQL:      that of each table's steps, in the order of the tables
/// Inverse:  theirs, the last one first
template <class Tables, template <model::object_name> class Change>
struct for_each_table;
template <model::object_name... Table, template <model::object_name> class Change>
struct for_each_table<names<Table...>, Change> : steps<model::for_table<Table, Change<Table>>...> {};
template <class... Table, template <model::object_name> class Change>
struct for_each_table<models<Table...>, Change> : for_each_table<names<*Table::value.name...>, Change> {};

}  // namespace skein
