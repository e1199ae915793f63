// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on whole tables.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/column.hpp>
#include <skein/declare/index.hpp>

namespace skein {

/// Requires: no relation of that name; foreign keys find their targets.
/// SQL:      CREATE TABLE name (…), CREATE INDEX …, COMMENT ON …
/// Inverse:  drop_table
template <model::object_name Table, class... Member>
struct create_table : model::of_revision {
  static constexpr model::holding<model::step, model::member, sizeof...(Member)> step{
      {.what = model::op::create_table, .table = &Table, .members = {create_table::step.items, sizeof...(Member)}}, {&Member::member...}};
};

/// Requires: nothing else references the table; `loses_data` or `irreversible<"why">`.
/// SQL:      DROP TABLE name
/// Inverse:  create_table with everything that the table had
template <model::object_name Table, class... Option>
struct drop_table : model::of_revision {
  static constexpr model::step step = (model::step{.what = model::op::drop_table, .table = &Table} | ... | model::amendment<Option>{});
};

/// SQL:      ALTER TABLE name RENAME TO to
/// Inverse:  rename_table back. Names of indexes, constraints and sequences stay, as they do in PostgreSQL.
template <model::object_name Table, model::ident To>
struct rename_table : model::of_revision {
  static constexpr model::step step{.what = model::op::rename_table, .table = &Table, .to = &To};
};

/// SQL:      ALTER TABLE name SET SCHEMA to
/// Inverse:  set_schema back
template <model::object_name Table, model::ident To>
struct set_schema : model::of_revision {
  static constexpr model::step step{.what = model::op::set_schema, .table = &Table, .to = &To};
};

/// SQL:      COMMENT ON TABLE name IS 'text'; the empty text removes it
/// Inverse:  the comment before
template <model::object_name Table, model::literal Text>
struct comment_on_table : model::of_revision {
  static constexpr model::step step{.what = model::op::comment_on_table, .table = &Table, .text = Text};
};

/// SQL:      ALTER TABLE name SET (parameter = value, …)
/// Inverse:  the values before
template <model::object_name Table, class... Parameter>
struct set_parameters : model::of_revision {
  static constexpr model::holding<model::step, model::member, sizeof...(Parameter)> step{
      {.what = model::op::set_parameters, .table = &Table, .members = {set_parameters::step.items, sizeof...(Parameter)}}, {&Parameter::member...}};
};

/// SQL:      ALTER TABLE name RESET (parameter)
/// Inverse:  set_parameters with the value before
template <model::object_name Table, model::literal Name>
struct reset_parameter : model::of_revision {
  static constexpr model::step step{.what = model::op::reset_parameters, .table = &Table, .text = Name};
};

}  // namespace skein
