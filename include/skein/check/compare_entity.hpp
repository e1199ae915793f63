// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Entities against their models.

#include <skein/check/entity_digest.hpp>

namespace skein::checks {

namespace comparing {

/// Whether the entity is now what the model says, names of what it uses apart.
constexpr bool same_entity(const auto& s, u32 i, const entity_def& m) {
  const entity_state& e = s.entities[i];
  if (e.what != m.what) return false;
  if (m.trigger && digests::of_trigger(s, i) != digests::of_trigger(s, m)) return false;
  if (e.what == entity_kind::extension) return same_extension(s, i, m);
  if (m.routine) return digests::of_routine(s, i) == digests::of_routine(s, m);
  return same_clauses(s, i, m) && (m.trigger || same(e.def->body, m.body));
}

}  // namespace comparing

template <class Schema>
constexpr bool compare_entity(const Schema& s, const model::table_def& m, verdict& v) {
  const u32 i = find_entity(s, *m.entity);
  if (i && comparing::same_entity(s, i, *m.entity)) return true;
  v = named(*m.entity->name);
  v.entity = m.entity->what;
  v.routine = m.entity->routine;
  if (m.entity->table) v.on_table = &m.entity->table->name;
  v.what = i ? fault::model_entity_differs : fault::model_entity_missing;
  v.where = m.where;
  v.definition = m.entity;
  return false;
}

}  // namespace skein::checks
