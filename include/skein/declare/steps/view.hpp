// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on views and materialized views. Of their columns speak rename_column, comment_on_column and, of a view's, set_default
/// and drop_default; of a materialized view's indexes create_index.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/entities/rule.hpp>
#include <skein/declare/entities/view.hpp>

namespace skein {

namespace model {
template <entity_kind What, object_name Name>
inline constexpr entity_def view_reference{.what = What, .name = &Name};

template <op Op, entity_kind What, object_name Name, literal Sql, class... Option>
inline constexpr struct step view_step =
    (model::step{.what = Op, .entity = &view_definition<What, Name, Sql, Option...>::entity} | ... |
     amendment<Option, has_clause<Option> || amends<Option, entity_def>>{});

/// A change of the clause that the option is.
template <class Option>
consteval clause altered(clause::change does) {
  clause c = clause_of<Option>();
  c.does = does;
  return c;
}
}  // namespace model

/// Options: columns<…>, security_barrier, security_invoker, with_check_option, with_local_check_option.
/// Requires: everything that the query names; no relation or type of that name.
/// SQL:      CREATE VIEW name [(column, …)] [WITH (option, …)] AS query
/// Inverse:  drop_view
template <model::object_name Name, model::literal Sql, class... Option>
struct create_view : model::of_revision {
  static constexpr model::step step = model::view_step<model::op::create_entity, model::entity_kind::view, Name, Sql, Option...>;
};
/// A new query in the place of the old one. What uses the view stays.
/// Requires: the columns that the view has, in their order, of their types; new ones come behind them.
/// SQL:      CREATE OR REPLACE VIEW name … AS query
/// Inverse:  replace_view with the query before; where columns came to it, which nothing takes away, the view is dropped and
///           created again, so that nothing may use it, unless the revision writes its down or is irreversible
template <model::object_name Name, model::literal Sql, class... Option>
struct replace_view : model::of_revision {
  static constexpr model::step step = model::view_step<model::op::replace_entity, model::entity_kind::view, Name, Sql, Option...>;
};
/// Requires: nothing uses it.
/// SQL:      DROP VIEW name
/// Inverse:  create_view with all that it had
template <model::object_name Name>
struct drop_view : model::of_revision {
  static constexpr model::step step{.what = model::op::drop_entity, .entity = &model::view_reference<model::entity_kind::view, Name>};
};
/// SQL:      ALTER VIEW name RENAME TO to; what uses it follows
/// Inverse:  rename_view back
template <model::object_name Name, model::ident To>
struct rename_view : model::of_revision {
  static constexpr model::step step{.what = model::op::rename_entity, .to = &To, .entity = &model::view_reference<model::entity_kind::view, Name>};
};
/// SQL:      ALTER VIEW name SET SCHEMA to; what uses it follows
/// Inverse:  set_view_schema back
template <model::object_name Name, model::ident To>
struct set_view_schema : model::of_revision {
  static constexpr model::step step{.what = model::op::move_entity, .to = &To, .entity = &model::view_reference<model::entity_kind::view, Name>};
};
/// SQL:      COMMENT ON VIEW name IS 'text'; the empty text removes it
/// Inverse:  the comment before
template <model::object_name Name, model::literal Text>
struct comment_on_view : model::of_revision {
  static constexpr model::step step{.what = model::op::comment_on_entity, .text = Text, .entity = &model::view_reference<model::entity_kind::view, Name>};
};
/// `set_view_option<"v", security_barrier>`.
/// SQL:      ALTER VIEW name SET (option = value)
/// Inverse:  the value before, or RESET
template <model::object_name Name, class Option>
struct set_view_option : model::of_revision {
  static constexpr model::entity_with<1> change{
      {.what = model::entity_kind::view, .name = &Name, .clauses = {set_view_option::change.items, 1}}, {model::altered<Option>(model::clause::change::set)}};
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &change};
};
/// SQL:      ALTER VIEW name RESET (option)
/// Inverse:  the value before
template <model::object_name Name, class Option>
struct reset_view_option : model::of_revision {
  static constexpr model::entity_with<1> change{
      {.what = model::entity_kind::view, .name = &Name, .clauses = {reset_view_option::change.items, 1}}, {model::altered<Option>(model::clause::change::drop)}};
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &change};
};

/// Options: columns<…>, parameter<…>, no_data. Its indexes: create_index.
/// Requires: everything that the query names; no relation or type of that name.
/// SQL:      CREATE MATERIALIZED VIEW name [(column, …)] [WITH (parameter, …)] AS query [WITH NO DATA]
/// Inverse:  drop_materialized_view
template <model::object_name Name, model::literal Sql, class... Option>
struct create_materialized_view : model::of_revision {
  static constexpr model::step step = model::view_step<model::op::create_entity, model::entity_kind::materialized_view, Name, Sql, Option...>;
};
/// Requires: nothing uses it.
/// SQL:      DROP MATERIALIZED VIEW name
/// Inverse:  create_materialized_view with all that it had, filled anew
template <model::object_name Name>
struct drop_materialized_view : model::of_revision {
  static constexpr model::step step{.what = model::op::drop_entity, .entity = &model::view_reference<model::entity_kind::materialized_view, Name>};
};
/// SQL:      ALTER MATERIALIZED VIEW name RENAME TO to;  inverse: rename_materialized_view back
template <model::object_name Name, model::ident To>
struct rename_materialized_view : model::of_revision {
  static constexpr model::step step{.what = model::op::rename_entity, .to = &To,
                                    .entity = &model::view_reference<model::entity_kind::materialized_view, Name>};
};
/// SQL:      ALTER MATERIALIZED VIEW name SET SCHEMA to;  inverse: set_materialized_view_schema back
template <model::object_name Name, model::ident To>
struct set_materialized_view_schema : model::of_revision {
  static constexpr model::step step{.what = model::op::move_entity, .to = &To,
                                    .entity = &model::view_reference<model::entity_kind::materialized_view, Name>};
};
/// SQL:      COMMENT ON MATERIALIZED VIEW name IS 'text'; the empty text removes it
/// Inverse:  the comment before
template <model::object_name Name, model::literal Text>
struct comment_on_materialized_view : model::of_revision {
  static constexpr model::step step{.what = model::op::comment_on_entity, .text = Text,
                                    .entity = &model::view_reference<model::entity_kind::materialized_view, Name>};
};
/// `refresh_materialized_view<"m">`, with `concurrently` as its last argument without blocking who reads it.
/// With `no_data` it is emptied, and cannot be read until it is refreshed again.
/// Requires: for `concurrently` a unique index on columns alone, without a predicate, and that there are data; that no materialized
///           view is without data that its query reads.
/// SQL:      REFRESH MATERIALIZED VIEW [CONCURRENTLY] name [WITH NO DATA], in the transaction of its revision
/// Inverse:  nothing, since the data of before are not kept; of the first refresh, and of no_data, the other one
template <model::object_name Name, class... Option>
struct refresh_materialized_view : model::of_revision {
  static constexpr model::entity_with<1> change{
      {.what = model::entity_kind::materialized_view, .name = &Name, .clauses = {refresh_materialized_view::change.items, 1}},
      {model::clause{.what = (false || ... || __is_same(Option, no_data)) ? model::clause::part::no_data : model::clause::part::refresh}}};
  static constexpr model::step step =
      (model::step{.what = model::op::alter_entity, .entity = &change} | ... | model::amendment<Option, __is_same(Option, no_data)>{});
};

/// `create_rule<"keep", "users", "DELETE", "DO INSTEAD NOTHING">`; the table may be a view.
/// Requires: the table; everything that the text names; no rule of that name on it.
/// SQL:      CREATE RULE name AS ON event TO table text
/// Inverse:  drop_rule
template <model::ident Name, model::object_name Table, model::literal Event, model::literal Sql>
struct create_rule : model::of_revision {
  static constexpr model::step step{.what = model::op::create_entity,
                                    .entity = &model::rule_definition<Name, Table, Event, Sql>::entity};
};
/// SQL:      COMMENT ON RULE name ON table IS 'text'; the empty text removes it
/// Inverse:  the comment before
template <model::ident Name, model::object_name Table, model::literal Text>
struct comment_on_rule : model::of_revision {
  static constexpr model::object_name name{Table.schema, Name};
  static constexpr model::entity_def rule{.what = model::entity_kind::rule, .name = &name, .table = &Table};
  static constexpr model::step step{.what = model::op::comment_on_entity, .text = Text, .entity = &rule};
};
/// SQL:      DROP RULE name ON table
/// Inverse:  create_rule
template <model::ident Name, model::object_name Table>
struct drop_rule : model::of_revision {
  static constexpr model::object_name name{Table.schema, Name};
  static constexpr model::entity_def rule{.what = model::entity_kind::rule, .name = &name, .table = &Table};
  static constexpr model::step step{.what = model::op::drop_entity, .entity = &rule};
};

}  // namespace skein
