// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on sequences: those that stand alone, and those of serial and identity columns by the names that these have.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/entities/sequence.hpp>

namespace skein {

namespace model {
template <object_name Name>
inline constexpr entity_def sequence_reference{.what = entity_kind::sequence, .name = &Name};
consteval sequence_options restart_at(long long value) {
  sequence_options o{};
  o.said = o.restart;
  o.position = value;
  return o;
}
}  // namespace model

/// Requires: no table, index, sequence or view of that name; limits that fit the type, the start between them; of owned_by a column in
///           the same schema.
/// SQL:      CREATE SEQUENCE name [AS type] [START WITH …] … [OWNED BY table.column]
/// Inverse:  drop_sequence
template <model::object_name Name, class... Option>
struct create_sequence : model::of_revision {
  static constexpr model::step step =
      (model::step{.what = model::op::create_entity, .entity = &model::sequence_definition<Name, Option...>::entity} | ... |
       model::amendment<Option, model::amends<Option, model::sequence_options>>{});
};
/// Requires: no default uses it; no identity has it; `loses_data`: nothing brings back where it stands.
/// SQL:      DROP SEQUENCE name
/// Inverse:  create_sequence with everything that it had
template <model::object_name Name, class... Option>
struct drop_sequence : model::of_revision {
  static constexpr model::step step =
      (model::step{.what = model::op::drop_entity, .entity = &model::sequence_reference<Name>} | ... | model::amendment<Option>{});
};
/// What is not said stays. The owner and the type of an identity's sequence are its column's.
/// SQL:      ALTER SEQUENCE name [AS type] [INCREMENT BY …] … [OWNED BY table.column | NONE]
/// Inverse:  alter_sequence back
template <model::object_name Name, class... Option>
struct alter_sequence : model::of_revision {
  static constexpr model::step step =
      (model::step{.what = model::op::alter_entity, .entity = &model::sequence_definition<Name, Option...>::entity} | ... |
       model::amendment<Option, model::amends<Option, model::sequence_options>>{});
};
/// SQL:      ALTER SEQUENCE name RENAME TO to; defaults that call it follow
/// Inverse:  rename_sequence back
template <model::object_name Name, model::ident To>
struct rename_sequence : model::of_revision {
  static constexpr model::step step{.what = model::op::rename_entity, .to = &To, .entity = &model::sequence_reference<Name>};
};
/// Requires: no column owns it; the sequence of one moves with its table.
/// SQL:      ALTER SEQUENCE name SET SCHEMA to; defaults that call it follow
/// Inverse:  set_sequence_schema back
template <model::object_name Name, model::ident To>
struct set_sequence_schema : model::of_revision {
  static constexpr model::step step{.what = model::op::move_entity, .to = &To, .entity = &model::sequence_reference<Name>};
};
/// SQL:      COMMENT ON SEQUENCE name IS 'text'; the empty text removes it
/// Inverse:  the comment before
template <model::object_name Name, model::literal Text>
struct comment_on_sequence : model::of_revision {
  static constexpr model::step step{.what = model::op::comment_on_entity, .text = Text, .entity = &model::sequence_reference<Name>};
};

/// Where the down of restart_sequence puts the sequence; where rows have brought it meanwhile, only the database knows.
template <long long Value>
struct undo_restart : model::of_step {
  static constexpr void set(model::sequence_options& o) { o.said |= o.undo_restart, o.former = Value; }
};
/// Requires: a value between its limits; `undo_restart<value>` or `irreversible<"why">`.
/// SQL:      ALTER SEQUENCE name RESTART WITH value;  inverse: the same with the value of undo_restart
template <model::object_name Name, long long Value, class... Option>
struct restart_sequence : model::of_revision {
  static constexpr model::sequence_options options = (model::restart_at(Value) | ... | model::amendment<Option, true>{});
  static constexpr model::entity_def entity{.what = model::entity_kind::sequence, .name = &Name, .sequence = &options};
  static constexpr model::step step = (model::step{.what = model::op::alter_entity, .entity = &entity} | ... |
                                       model::amendment<Option, model::amends<Option, model::sequence_options>>{});
};

}  // namespace skein
