// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on entities as SQL.

#include <skein/model/step.hpp>
#include <skein/render/comment.hpp>
#include <skein/render/entity/composite.hpp>
#include <skein/render/entity/domain.hpp>
#include <skein/render/entity/enum_type.hpp>
#include <skein/render/entity/extension.hpp>
#include <skein/render/entity/object.hpp>
#include <skein/render/entity/policy.hpp>
#include <skein/render/entity/range.hpp>
#include <skein/render/entity/routine.hpp>
#include <skein/render/entity/row_security.hpp>
#include <skein/render/entity/sequence.hpp>
#include <skein/render/entity/trigger.hpp>
#include <skein/render/entity/view.hpp>

namespace skein::render {

namespace detail {

/// How statements name it: `TYPE app.mood`, `TRIGGER t ON users`, `FUNCTION f(integer)`.
inline std::string entity_name(const model::entity_def& d) {
  const model::entity_traits& t = traits_of(d.what);
  if (t.of_table) return fmt::format("{} {} ON {}", t.sql, identifier(d.name->name), identifier(*d.table));
  std::string out = fmt::format("{} {}", t.sql, identifier(*d.name));
  if (d.routine) out += argument_types(d);
  return out;
}

inline std::vector<std::string> create_entity(const model::entity_def& d, bool replacing) {
  switch (d.what) {
    case model::entity_kind::enumeration: return {create_enum(d)};
    case model::entity_kind::domain: return create_domain(d);
    case model::entity_kind::composite: return create_composite(d);
    case model::entity_kind::range: return {create_range(d)};
    case model::entity_kind::function:
    case model::entity_kind::procedure:
    case model::entity_kind::aggregate: return {create_routine(d, replacing)};
    case model::entity_kind::trigger:
    case model::entity_kind::event_trigger: return create_any_trigger(d, replacing);
    case model::entity_kind::extension: return {create_extension(d)};
    case model::entity_kind::object: return {std::string(without_semicolon(view(d.body)))};
    case model::entity_kind::policy: return {replacing ? alter_policy(d) : create_policy(d)};
    case model::entity_kind::row_security: return {set_row_security(d, true)};
    case model::entity_kind::sequence: return {sequence_statement("CREATE", d)};
    case model::entity_kind::view:
    case model::entity_kind::materialized_view: return {create_view(d, replacing)};
    case model::entity_kind::rule: return {create_rule(d)};
    default: return {};
  }
}
inline std::string drop_entity(const model::entity_def& d) {
  switch (d.what) {
    case model::entity_kind::object: return drop_object(d);
    case model::entity_kind::row_security: return set_row_security(d, false);
    default: return "DROP " + entity_name(d);
  }
}
inline std::vector<std::string> alter_entity(const model::step& s) {
  const model::entity_def& d = *s.entity;
  switch (d.what) {
    case model::entity_kind::enumeration: return {alter_enum(d)};
    case model::entity_kind::domain: return alter_domain(d);
    case model::entity_kind::composite: return alter_composite(d);
    case model::entity_kind::view:
    case model::entity_kind::materialized_view: return {alter_view(s)};
    case model::entity_kind::trigger:
    case model::entity_kind::event_trigger: return {set_firing(d)};
    case model::entity_kind::extension: return {alter_extension(d)};
    case model::entity_kind::sequence: return {sequence_statement("ALTER", d)};
    default: return {};
  }
}

inline std::vector<std::string> entity_statements(const model::step& s) {
  using model::op;
  const model::entity_def& d = *s.entity;
  switch (s.what) {
    case op::create_entity:
    case op::replace_entity: return create_entity(d, s.what == op::replace_entity);
    case op::drop_entity: return {drop_entity(d)};
    case op::rename_entity: return {fmt::format("ALTER {} RENAME TO {}", entity_name(d), identifier(*s.to))};
    case op::move_entity: return {fmt::format("ALTER {} SET SCHEMA {}", entity_name(d), identifier(*s.to))};
    case op::alter_entity: return alter_entity(s);
    default: return {d.what == model::entity_kind::extension && !s.text.size ? own_comment(d) : comment(entity_name(d), s.text)};
  }
}

}  // namespace detail
}  // namespace skein::render
