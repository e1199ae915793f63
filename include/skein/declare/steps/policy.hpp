// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on policies.

#include <skein/declare/entities/policy.hpp>

namespace skein {

namespace model {
template <object_name Name, object_name Table>
inline constexpr entity_def policy_reference{.what = entity_kind::policy, .name = &Name, .table = &Table};
}

/// `create_policy<"own_rows", "notes", for_select, to_roles<"app">, using_<"owner = current_user">>`
/// Requires: the table; what the expressions name; no such policy of the table.
/// SQL:      CREATE POLICY name ON table [AS RESTRICTIVE] [FOR command] [TO role, …] [USING (sql)] [WITH CHECK (sql)]
/// Inverse:  drop_policy
template <model::object_name Name, model::object_name Table, class... Part>
struct create_policy : model::of_revision {
  static constexpr model::step step{.what = model::op::create_entity, .entity = &model::policy_definition<Name, Table, Part...>::entity};
};
/// The whole policy as it is to be: whom it concerns, and its expressions.
/// Requires: the policy, for the same command and as permissive or restrictive as it is, with an expression where it has one and
///           none where it has none: nothing takes one away.
/// SQL:      ALTER POLICY name ON table TO role, … [USING (sql)] [WITH CHECK (sql)]
/// Inverse:  alter_policy to what it was
template <model::object_name Name, model::object_name Table, class... Part>
struct alter_policy : model::of_revision {
  static constexpr model::step step{.what = model::op::replace_entity, .entity = &model::policy_definition<Name, Table, Part...>::entity};
};
/// SQL:      DROP POLICY name ON table
/// Inverse:  the policy with everything that it had
template <model::object_name Name, model::object_name Table>
struct drop_policy : model::of_revision {
  static constexpr model::step step{.what = model::op::drop_entity, .entity = &model::policy_reference<Name, Table>};
};
/// SQL:      ALTER POLICY name ON table RENAME TO to
/// Inverse:  rename_policy back
template <model::object_name Name, model::object_name Table, model::ident To>
struct rename_policy : model::of_revision {
  static constexpr model::step step{.what = model::op::rename_entity, .to = &To, .entity = &model::policy_reference<Name, Table>};
};
/// SQL:      COMMENT ON POLICY name ON table IS 'text'; the empty text removes it
/// Inverse:  the comment before
template <model::object_name Name, model::object_name Table, model::literal Text>
struct comment_on_policy : model::of_revision {
  static constexpr model::step step{.what = model::op::comment_on_entity, .text = Text, .entity = &model::policy_reference<Name, Table>};
};

}  // namespace skein
