// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is true of one kind of entity alone: how it is defined, replaced, altered.

#include <skein/check/entities/composite.hpp>
#include <skein/check/entities/domain.hpp>
#include <skein/check/entities/enum_steps.hpp>
#include <skein/check/entities/enumeration.hpp>
#include <skein/check/entities/extension_steps.hpp>
#include <skein/check/entities/object.hpp>
#include <skein/check/entities/policy.hpp>
#include <skein/check/entities/range.hpp>
#include <skein/check/entities/routine.hpp>
#include <skein/check/entities/same_clauses.hpp>
#include <skein/check/entities/trigger.hpp>
#include <skein/check/entities/view_changes.hpp>
#include <skein/check/tables/alter_column.hpp>
#include <skein/check/tables/expressions.hpp>
#include <skein/check/text/body_digest.hpp>
#include <skein/check/text/unheld_calls.hpp>

namespace skein::checks {

/// Checks a new definition and notes what it uses.
constexpr bool define_entity(auto& sim, entity_state& e, const entity_def& d) {
  switch (d.what) {
    case entity_kind::enumeration: return define_enumeration(sim, e, d);
    case entity_kind::extension: return define_extension(sim, e, d);
    case entity_kind::object: return define_object(sim, e, d);
    case entity_kind::policy: return define_policy(sim, e, d);
    case entity_kind::function:
    case entity_kind::procedure:
    case entity_kind::aggregate: return define_routine(sim, e, d);
    case entity_kind::trigger:
    case entity_kind::event_trigger: return define_trigger(sim, e, d);
    case entity_kind::domain: return define_domain(sim, e, d);
    case entity_kind::composite: return define_composite(sim, e, d);
    case entity_kind::range: return define_range(sim, e, d);
    case entity_kind::view:
    case entity_kind::materialized_view: return define_view(sim, e, d);
    case entity_kind::rule: return define_rule(sim, e, d);
    default: return true;
  }
}

constexpr bool same_definition(const auto& s, u32 i, const entity_def& d) {
  if (d.routine) return comparing::same_routine(s, i, d);
  if (d.policy) return digests::of_policy(s, i) == digests::of_policy(s, d);
  if (d.trigger) return digests::of_trigger(s, i) == digests::of_trigger(s, d) && same_clauses(s, i, d);
  return false;
}

/// Whether PostgreSQL takes the new definition in place of the old one.
constexpr bool replaceable(auto& sim, u32 i, const step& x) {
  if (x.entity->routine) return routine_replaceable(sim, i, x);
  if (x.entity->trigger) return trigger_replaceable(sim, i, x);
  if (x.entity->policy) return policy_replaceable(sim, i, *x.entity);
  return true;
}

constexpr bool alter_entity(auto& sim, u32 i, const step& x) {
  switch (x.entity->what) {
    case entity_kind::enumeration: return alter_enumeration(sim, i, x);
    case entity_kind::trigger:
    case entity_kind::event_trigger: return set_firing(sim, i, x.entity->clauses[0]);
    case entity_kind::extension: return alter_extension(sim, i, x);
    case entity_kind::domain: return alter_domain(sim, i, x.entity->clauses[0]);
    case entity_kind::composite: return alter_composite(sim, i, x);
    case entity_kind::view:
    case entity_kind::materialized_view: return alter_view(sim, i, x);
    default: return true;
  }
}

/// What texts name that hold nothing.
constexpr bool is_called(entity_kind k) { return model::traits_of(k).is_routine || model::traits_of(k).is_type; }

/// `renamed`, rather than moved.
constexpr bool renamable(auto& sim, u32 i, bool renamed = true) {
  const entity_def& d = *sim.entities[i].def;
  if (is_called(d.what) && !require_no_unheld_calls(sim, i, fault::entity_called)) return false;
  if (d.routine) return require_no_range(sim, i);
  if (!renamed || !d.trigger || !d.trigger->constraint) return true;
  return fail_malformed(sim, d, "is a constraint trigger, whose constraint would keep its name; drop it and create it instead");
}
/// What the definition changes that is no part of it.
/// `last` is the last column that a view had.
constexpr bool replaced(auto& sim, u32 i, const step& x, u32 last) { return is_view(x.entity->what) ? replaced_view(sim, i, x, last) : true; }

/// What is found under the name goes along with it.
constexpr bool follow(auto& sim, u32 i) { return is_view(sim.entities[i].what) ? follow_view(sim, i) : true; }

/// What hangs on a view goes with it.
constexpr void release_hangers(auto& s, u32 i) {
  for (u32 k = s.tables[s.entities[i].table].first_entity; k; k = s.entities[k].next)
    if (k != i && s.entities[k].alive) forget_entity(s, k);
}
/// So do its columns and its indexes.
constexpr bool release_parts(auto& sim, u32 i) { return is_view(sim.entities[i].what) ? release_view(sim, i) : true; }

/// What says the old name says the new one from now on: expressions, columns and clauses of the type.
constexpr void rename_uses(auto& sim, u32 i, const step& x) {
  auto& s = sim;
  if (!s.entities[i].users) return;
  rename_in_expressions(sim, i << names::kind_bits | names::entity);
  if (!model::traits_of(s.entities[i].what).is_type) return;
  for (u32 c = 1; c <= s.used.columns; ++c)
    if (s.columns[c].name && type_entity(s, *s.columns[c].type) == i) {
      s.columns[c].declared = nullptr;
      s.columns[c].type = x.members[s.columns[c].type->dims > 0]->type;
    }
  for (u32 k = 1; k <= s.used.clauses; ++k)
    if (s.clauses[k].type && type_entity(s, *s.clauses[k].type) == i) s.clauses[k].type = x.members[s.clauses[k].type->dims > 0]->type;
}

}  // namespace skein::checks
