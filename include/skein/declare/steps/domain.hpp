// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on domains. `rename_type`, `set_type_schema`, `comment_on_type` and `drop_type` serve them too.

#include <skein/declare/acknowledge.hpp>
#include <skein/declare/entities/domain_type.hpp>

namespace skein {

/// Requires: no type, table or view of that name; a type that exists; checks and a default that use no column.
/// SQL:      CREATE DOMAIN name AS type [COLLATE …] [NOT NULL] [DEFAULT …] [CONSTRAINT …] CHECK (…) …, checks that are `not_valid`
///           and comments on checks afterwards; a check without a name is called as PostgreSQL does, name_check
/// Inverse:  drop_domain
template <model::object_name Name, class Type, class... Option>
struct create_domain : model::of_revision {
  static constexpr model::step step{.what = model::op::create_entity, .entity = &model::domain_definition<Name, Type, Option...>::entity};
};

namespace model {
template <object_name Name>
inline constexpr entity_def domain_reference{.what = entity_kind::domain, .name = &Name};
}  // namespace model
/// Requires: nothing is of it.
/// SQL:      DROP DOMAIN name
/// Inverse:  the domain with everything that it had
template <model::object_name Name>
struct drop_domain : model::of_revision {
  static constexpr model::step step{.what = model::op::drop_entity, .entity = &model::domain_reference<Name>};
};

/// SQL:      ALTER DOMAIN name SET DEFAULT sql;  inverse: the default before, or drop_domain_default
template <model::object_name Name, model::literal Sql>
struct set_domain_default : model::of_revision {
  static constexpr model::clause change{.what = model::clause::part::default_value, .does = model::clause::change::set, .text = Sql};
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &model::changed_entity<model::entity_kind::domain, Name, change>};
};
/// SQL:      ALTER DOMAIN name DROP DEFAULT;  inverse: set_domain_default
template <model::object_name Name>
struct drop_domain_default : model::of_revision {
  static constexpr model::clause change{.what = model::clause::part::default_value, .does = model::clause::change::drop};
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &model::changed_entity<model::entity_kind::domain, Name, change>};
};
/// Requires: no column has it inside of an array, a composite type or a range, where PostgreSQL cannot check values.
/// SQL:      ALTER DOMAIN name SET NOT NULL;  inverse: drop_domain_not_null
template <model::object_name Name>
struct set_domain_not_null : model::of_revision {
  static constexpr model::clause change{.what = model::clause::part::not_null, .does = model::clause::change::set};
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &model::changed_entity<model::entity_kind::domain, Name, change>};
};
/// SQL:      ALTER DOMAIN name DROP NOT NULL;  inverse: set_domain_not_null
template <model::object_name Name>
struct drop_domain_not_null : model::of_revision {
  static constexpr model::clause change{.what = model::clause::part::not_null, .does = model::clause::change::drop};
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &model::changed_entity<model::entity_kind::domain, Name, change>};
};

/// `add_domain_constraint<"email", check<"value <> ''">>`, `add_domain_constraint<"email", constraint<"filled", check<"…">, not_valid>>`.
/// Requires: the same of columns as set_domain_not_null, unless `not_valid`.
/// SQL:      ALTER DOMAIN name ADD [CONSTRAINT …] CHECK (…) [NOT VALID]
/// Inverse:  drop_domain_constraint
template <model::object_name Name, class Check>
struct add_domain_constraint : model::of_revision {
  static constexpr model::clause change = [] {
    model::clause c = model::domain_clause<Check>();
    c.does = model::clause::change::add;
    return c;
  }();
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &model::changed_entity<model::entity_kind::domain, Name, change>};
};
/// SQL:      ALTER DOMAIN name DROP CONSTRAINT constraint;  inverse: add_domain_constraint
template <model::object_name Name, model::ident Constraint>
struct drop_domain_constraint : model::of_revision {
  static constexpr model::clause change{.what = model::clause::part::check, .does = model::clause::change::drop, .name = &Constraint};
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &model::changed_entity<model::entity_kind::domain, Name, change>};
};
/// SQL:      ALTER DOMAIN name RENAME CONSTRAINT constraint TO to;  inverse: rename_domain_constraint back
template <model::object_name Name, model::ident Constraint, model::ident To>
struct rename_domain_constraint : model::of_revision {
  static constexpr model::clause change{.what = model::clause::part::check, .does = model::clause::change::rename, .name = &Constraint, .to = &To};
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &model::changed_entity<model::entity_kind::domain, Name, change>};
};
/// Requires: the constraint is `not_valid`; of columns the same as set_domain_not_null.
/// SQL:      ALTER DOMAIN name VALIDATE CONSTRAINT constraint
/// Inverse:  the constraint dropped and added again, not valid
template <model::object_name Name, model::ident Constraint>
struct validate_domain_constraint : model::of_revision {
  static constexpr model::clause change{.what = model::clause::part::check, .does = model::clause::change::validate, .name = &Constraint};
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &model::changed_entity<model::entity_kind::domain, Name, change>};
};
/// SQL:      COMMENT ON CONSTRAINT constraint ON DOMAIN name IS 'text'; the empty text removes it
/// Inverse:  the comment before
template <model::object_name Name, model::ident Constraint, model::literal Text>
struct comment_on_domain_constraint : model::of_revision {
  static constexpr model::clause change{.what = model::clause::part::check, .does = model::clause::change::comment, .name = &Constraint, .text = Text};
  static constexpr model::step step{.what = model::op::alter_entity, .entity = &model::changed_entity<model::entity_kind::domain, Name, change>};
};

}  // namespace skein
