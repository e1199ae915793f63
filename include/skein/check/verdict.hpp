// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What can be wrong, as a value: an enumerator with its facts. A rule is tested on these, inside a compiling program.

#include <skein/check/feature.hpp>
#include <skein/check/tables/column_facts.hpp>
#include <skein/model/automatic_name.hpp>
#include <skein/model/data.hpp>
#include <skein/model/history.hpp>
#include <skein/model/property.hpp>

namespace skein::checks {

using model::ident;
using model::u32;

enum class fault : std::uint8_t {
  none,
  // the chain
  empty_chain, duplicate_revision, unknown_parent, parent_by_struct, repeated_parent, cycle, several_bases, several_heads,
  run_incomplete, no_run, run_forks, runs_overlap, run_begins_elsewhere, replaces_misplaced, run_not_repeated, run_differs, edited, conflict,
  // names
  name_empty, name_too_long, name_taken, name_needed,
  // schemas and tables
  no_schema, schema_exists, schema_in_use, no_table, table_referenced, too_many_columns, no_parameter,
  // columns
  no_column, column_exists, column_used, column_generated, contradiction, not_an_integer, not_identity, identity_already,
  default_uses_column, no_relation, unknown_identifier, generated_uses_generated,
  // constraints and indexes
  no_constraint, constraint_exists, second_primary_key, repeated_column, too_many_keys, not_ordered, not_in_key, key_in_use, validated_already, cannot_be_deferred,
  target_missing, target_column_missing, target_without_key, target_not_unique, target_count, target_type,
  no_index, index_of_constraint,
  // partitions
  partitioning,
  // entities
  no_type, extension_needs, type_exists, no_entity, entity_exists, entity_used, entity_called, table_used, named_in_body, called_too_early, unknown_relation,
  unknown_column, view_column_changed, view_column_repeated, view_grows, reads_itself, star_of_nothing, column_starred, too_many_names,
  columns_unknown, no_row_key, no_setting, label_exists, no_label, label_new, label_named, type_kept, malformed, label_size, clause_exists,
  no_clause, domain_uses_column, type_is_stored, holds_itself,
  // sequences
  sequence_option, sequence_of_identity, sequence_elsewhere,
  // privileges
  no_privilege, granted_already, not_granted, depends_on_server,
  // properties
  property_refused,
  // the step itself
  no_effect, loses_data, irreversible, not_convertible, needs_no_transaction, ends_transaction, no_undo, misplaced, server_lacks,
  // rows; a misfit's order is that of `misfit`
  named_twice, computed_column, value_missing, value_count, value_null, value_kind, value_range, value_length, value_malformed, label_too_new,
  value_uses_column, not_comparable, repeated_row, no_conflict_key, nothing_to_update, truncated_reference, rows_without_undo, rows_without_value,
  // the down
  down_differs,
  // the models
  model_repeated, model_misplaced, model_without_table, table_without_model, model_column_missing, model_column_extra, model_column_differs,
  model_object_missing, model_object_extra, model_object_differs, model_parameter_extra, model_comment_differs, model_partition_differs,
  model_privileges_missing, model_privileges_extra, model_property_missing, model_property_extra, model_entity_missing, model_entity_differs, entity_without_model
};
constexpr bool of_chain(fault f) { return f > fault::none && f <= fault::conflict; }
constexpr bool of_runs(fault f) { return f >= fault::run_incomplete && f <= fault::run_differs; }
constexpr bool of_rows(fault f) { return f >= fault::named_twice && f <= fault::rows_without_value; }
constexpr bool of_models(fault f) { return f >= fault::model_repeated; }

/// What a written down leaves otherwise than it was: missing, left over, or something else.
enum class remainder : std::uint8_t {
  none, schema_missing, schema_over, schema_differs, table_missing, table_over, table_renamed, table_moved,
  column_missing, column_over, column_renamed, column_differs, sequence_renamed,
  object_missing, object_over, object_renamed, object_unvalidated, object_comment_differs, object_differs,
  setting_missing, setting_over, comment_differs, partition_differs, privileges_differ, property_differs, entity_missing, entity_over,
  columns_in_another_order, table_differs, entity_differs
};

/// Something that uses what a step would take away: a column (kind none) or an entity, with the table that it is of.
struct dependent {
  model::entity_kind what;
  const ident* schema;
  const ident* name;
  const ident* table;
  const model::routine_def* routine;  ///< whose arguments are a part of its name
  model::name_ref object;             ///< of an expression: the constraint or index, if it is no column's
  model::kind object_is;
};
/// So many are named in a sentence; of the others it says how many there are.
inline constexpr u32 most_dependents = 4;

/// The first fault in chain order. Facts that do not apply are null.
struct verdict {
  fault what = fault::none;
  u32 revision = 0;                     ///< its place in the chain's declaration
  u32 step = 0;                         ///< from 0
  u32 leaf = 0;                         ///< of a group: which of its steps, see model::leaf; 0: the step itself
  bool down = false;                    ///< a step of the explicit down
  u32 other_revision = 0;
  const ident* schema = nullptr;
  const ident* table = nullptr;
  const ident* column = nullptr;
  model::name_ref object{};             ///< constraint, index, sequence
  const ident* other_schema = nullptr;
  const ident* other_table = nullptr;
  const ident* other_column = nullptr;
  const ident* hint = nullptr;          ///< did you mean
  model::name_ref suggested{};          ///< the same of a constraint or an index
  model::text_view text{};
  model::text_view likely{};            ///< did you mean, of a label
  const model::member* member = nullptr;
  const model::constraint_def* constraint = nullptr;
  const model::data_type* type = nullptr;
  const model::location* where = nullptr;  ///< of a model
  const model::table_def* model = nullptr;  ///< of a table that is not there
  u32 differs = 0;                          ///< in what a column is not what it should be
  column_facts now{}, wanted{};
  remainder left = remainder::none;
  model::kind object_is = model::kind::index;
  bool valid = true;                        ///< the constraint was
  const model::index_def* index = nullptr;
  const model::parameter* setting = nullptr;
  model::entity_kind entity = model::entity_kind::none;  ///< what `table` is the name of, if not of a table
  const ident* on_table = nullptr;                        ///< that it hangs on
  const model::routine_def* routine = nullptr;            ///< whose arguments are a part of its name
  const model::entity_def* definition = nullptr;
  model::clause::part part = model::clause::part::label;  ///< of the entity, what `object` is the name of
  u32 dependents = 0;                                     ///< how many there are
  dependent dependent_list[most_dependents]{};
  feature needs = feature::none;
  u32 server = 0;                           ///< the chain's
  model::u64 digest = 0;                           ///< that a frozen revision has now
  const model::privilege_def* granted = nullptr;  ///< by a model, and nobody in the history has it
  const ident* role = nullptr;
  u32 privileges = 0;                       ///< of the role, as bits
  model::grantable later = model::grantable::tables_in_schema;  ///< of default privileges: what will be created
  bool grant_option = false;                ///< is what it is about
  bool revoked = false;                     ///< a model says, or lacks, that the role has not
  const model::property_def* property = nullptr;  ///< of a model, or of the history
  u32 row = 0;                              ///< from 1; 0: of an UPDATE
  u32 number = 0;                           ///< of another row, or of values; privileges that there would be; the partition_rule or property_rule
  const model::value* value = nullptr;
  model::names columns{};

  constexpr explicit operator bool() const { return what != fault::none; }
};

/// A typo apart: what is left between the common start and the common end is two characters at most on either side.
/// Linear, and run only when there is something to report.
constexpr bool near(const ident& a, const ident& b) {
  const u32 n = a.kept() < b.kept() ? a.kept() : b.kept();
  u32 start = 0, end = 0;
  while (start < n && a.text[start] == b.text[start]) ++start;
  while (end < n - start && a.text[a.kept() - 1 - end] == b.text[b.kept() - 1 - end]) ++end;
  const u32 common = start + end;
  return common > 0 && a.kept() - common <= 2 && b.kept() - common <= 2;
}

}  // namespace skein::checks
