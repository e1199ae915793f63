// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// ALTER … OWNER TO. What nobody said an owner of is whoever's ran its creation, and nothing but the server knows who
/// that is; whoever runs the down gets it back: OWNER TO CURRENT_USER, in a step `set_owner<"notes", "current_user">`.

#include <skein/declare/property.hpp>

namespace skein {

namespace model {
template <grantable On, object_name Name, ident Role>
inline constexpr property_step owner_change{
    {.what = op::set_property},
    {.what = property::owner, .on = On, .name = &Name, .value = property_value<property::owner, Role>}};
template <entity_kind Kind, object_name Name, ident Role, class... Type>
inline constexpr property_step routine_owner_change{{.what = op::set_property},
                                                    {.what = property::owner,
                                                     .on = grantable::routine,
                                                     .name = &Name,
                                                     .routine = &routine_reference<Kind, Name, Type...>::entity,
                                                     .value = property_value<property::owner, Role>}};
}  // namespace model

/// Of a table, a view or a materialized view; the sequences that columns of a table own follow it, its partitions do
/// not. Requires: a role that the server has and whoever runs this is a member of, with no privileges on it that are
/// granted. SQL:      ALTER TABLE name OWNER TO role Inverse:  set_owner with the role before, or with current_user
template <model::object_name Table, model::ident Role>
struct set_owner : model::of_revision {
  static constexpr const model::step& step = model::owner_change<model::grantable::table, Table, Role>;
};
/// Requires: no column owns the sequence, which else is whose its table is.
/// SQL:      ALTER SEQUENCE name OWNER TO role;  inverse: as of set_owner
template <model::object_name Name, model::ident Role>
struct set_sequence_owner : model::of_revision {
  static constexpr const model::step& step = model::owner_change<model::grantable::sequence, Name, Role>;
};
/// Of a schema other than public. What is in it stays whose it is.
/// SQL:      ALTER SCHEMA name OWNER TO role;  inverse: as of set_owner
template <model::object_name Name, model::ident Role>
struct set_schema_owner : model::of_revision {
  static constexpr const model::step& step = model::owner_change<model::grantable::schema, Name, Role>;
};
/// Of a type of any kind, a domain among them.
/// SQL:      ALTER TYPE name OWNER TO role;  inverse: as of set_owner
template <model::object_name Name, model::ident Role>
struct set_type_owner : model::of_revision {
  static constexpr const model::step& step = model::owner_change<model::grantable::type, Name, Role>;
};
/// With the types of its arguments behind the role.
/// SQL:      ALTER FUNCTION name(types) OWNER TO role;  inverse: as of set_owner
template <model::object_name Name, model::ident Role, class... Type>
struct set_function_owner : model::of_revision {
  static constexpr const model::step& step =
      model::routine_owner_change<model::entity_kind::function, Name, Role, Type...>;
};
/// ALTER PROCEDURE.
template <model::object_name Name, model::ident Role, class... Type>
struct set_procedure_owner : model::of_revision {
  static constexpr const model::step& step =
      model::routine_owner_change<model::entity_kind::procedure, Name, Role, Type...>;
};
/// ALTER AGGREGATE.
template <model::object_name Name, model::ident Role, class... Type>
struct set_aggregate_owner : model::of_revision {
  static constexpr const model::step& step =
      model::routine_owner_change<model::entity_kind::aggregate, Name, Role, Type...>;
};

}  // namespace skein
