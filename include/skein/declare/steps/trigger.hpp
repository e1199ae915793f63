// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on triggers of tables, and on event triggers.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/entities/trigger.hpp>

namespace skein {

namespace model {
template <entity_kind Kind, object_name Name, object_name Table>
inline constexpr entity_def trigger_reference{.what = Kind, .name = &Name, .table = Kind == entity_kind::trigger ? &Table : nullptr};

/// When it fires from now on.
template <entity_kind Kind, object_name Name, object_name Table, literal Firing>
struct firing_change {
  static constexpr entity_with<1> change{
      {.what = Kind, .name = &Name, .table = Kind == entity_kind::trigger ? &Table : nullptr, .clauses = {firing_change::change.items, 1}},
      {clause{.what = clause::part::firing, .does = clause::change::set, .text = Firing}}};
  static constexpr model::step step{.what = op::alter_entity, .entity = &change};
};
}  // namespace model

/// `create_trigger<"touch", "users", fires_before<updating>, for_each_row, calls<"touch_row">>`
/// Requires: the table and its columns; the function, which returns trigger; no such trigger of the table.
/// SQL:      CREATE TRIGGER name BEFORE UPDATE ON table FOR EACH ROW EXECUTE FUNCTION function()
/// Inverse:  drop_trigger
template <model::object_name Name, model::object_name Table, class... Part>
struct create_trigger : model::of_revision {
  static constexpr model::step step{.what = model::op::create_entity,
                                    .entity = &model::trigger_definition<model::entity_kind::trigger, Name, Table, Part...>::entity};
};
/// The new definition in place of the old one (PostgreSQL 14). Neither may be a constraint trigger.
/// SQL:      CREATE OR REPLACE TRIGGER name …;  inverse: replace_trigger with the definition before
template <model::object_name Name, model::object_name Table, class... Part>
struct replace_trigger : model::of_revision {
  static constexpr model::step step{.what = model::op::replace_entity,
                                    .entity = &model::trigger_definition<model::entity_kind::trigger, Name, Table, Part...>::entity};
};
/// SQL:      DROP TRIGGER name ON table;  inverse: the trigger with everything that it had
template <model::object_name Name, model::object_name Table>
struct drop_trigger : model::of_revision {
  static constexpr model::step step{.what = model::op::drop_entity, .entity = &model::trigger_reference<model::entity_kind::trigger, Name, Table>};
};
/// Requires: no constraint trigger: PostgreSQL keeps the name of its constraint.
/// SQL:      ALTER TRIGGER name ON table RENAME TO to;  inverse: rename_trigger back
template <model::object_name Name, model::object_name Table, model::ident To>
struct rename_trigger : model::of_revision {
  static constexpr model::step step{.what = model::op::rename_entity, .to = &To,
                                    .entity = &model::trigger_reference<model::entity_kind::trigger, Name, Table>};
};
/// SQL:      COMMENT ON TRIGGER name ON table IS 'text'; the empty text removes it.  inverse: the comment before
template <model::object_name Name, model::object_name Table, model::literal Text>
struct comment_on_trigger : model::of_revision {
  static constexpr model::step step{.what = model::op::comment_on_entity, .text = Text,
                                    .entity = &model::trigger_reference<model::entity_kind::trigger, Name, Table>};
};
/// SQL:      ALTER TABLE table ENABLE TRIGGER name;  inverse: as it was before
template <model::object_name Name, model::object_name Table>
struct enable_trigger : model::of_revision {
  static constexpr const model::step& step = model::firing_change<model::entity_kind::trigger, Name, Table, "ENABLE">::step;
};
template <model::object_name Name, model::object_name Table>
struct disable_trigger : model::of_revision {
  static constexpr const model::step& step = model::firing_change<model::entity_kind::trigger, Name, Table, "DISABLE">::step;
};
template <model::object_name Name, model::object_name Table>
struct enable_trigger_always : model::of_revision {
  static constexpr const model::step& step = model::firing_change<model::entity_kind::trigger, Name, Table, "ENABLE ALWAYS">::step;
};
template <model::object_name Name, model::object_name Table>
struct enable_trigger_in_replicas : model::of_revision {
  static constexpr const model::step& step = model::firing_change<model::entity_kind::trigger, Name, Table, "ENABLE REPLICA">::step;
};

/// `create_event_trigger<"audit", on_event<"sql_drop">, calls<"note_drops">>`
/// Requires: the function, which returns event_trigger; a superuser, when it runs.
/// SQL:      CREATE EVENT TRIGGER name ON event [WHEN TAG IN (…)] EXECUTE FUNCTION function()
/// Inverse:  drop_event_trigger
template <model::object_name Name, class... Part>
struct create_event_trigger : model::of_revision {
  static constexpr model::step step{.what = model::op::create_entity,
                                    .entity = &model::trigger_definition<model::entity_kind::event_trigger, Name, model::no_table, Part...>::entity};
};
template <model::object_name Name>
struct drop_event_trigger : model::of_revision {
  static constexpr model::step step{.what = model::op::drop_entity,
                                    .entity = &model::trigger_reference<model::entity_kind::event_trigger, Name, model::no_table>};
};
template <model::object_name Name, model::ident To>
struct rename_event_trigger : model::of_revision {
  static constexpr model::step step{.what = model::op::rename_entity, .to = &To,
                                    .entity = &model::trigger_reference<model::entity_kind::event_trigger, Name, model::no_table>};
};
template <model::object_name Name, model::literal Text>
struct comment_on_event_trigger : model::of_revision {
  static constexpr model::step step{.what = model::op::comment_on_entity, .text = Text,
                                    .entity = &model::trigger_reference<model::entity_kind::event_trigger, Name, model::no_table>};
};
/// SQL:      ALTER EVENT TRIGGER name ENABLE;  inverse: as it was before
template <model::object_name Name>
struct enable_event_trigger : model::of_revision {
  static constexpr const model::step& step = model::firing_change<model::entity_kind::event_trigger, Name, model::no_table, "ENABLE">::step;
};
template <model::object_name Name>
struct disable_event_trigger : model::of_revision {
  static constexpr const model::step& step = model::firing_change<model::entity_kind::event_trigger, Name, model::no_table, "DISABLE">::step;
};

}  // namespace skein
