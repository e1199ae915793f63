// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Entities against their models.

#include <skein/check/entities/entity_digest.hpp>
#include <skein/check/entities/extension_steps.hpp>
#include <skein/check/entities/view_changes.hpp>
#include <skein/check/tables/sequences.hpp>

namespace skein::checks {

namespace comparing {

/// A model lists its columns, or they are called as its query says; options stand in any order.
constexpr bool same_view(const auto& s, const entity_state& e, const entity_def& m) {
  u32 settings = 0;
  for (u32 k = e.first_clause; k; k = s.clauses[k].next) settings += s.clauses[k].value->what == model::clause::part::setting;
  for (u32 i = 0; i < m.clauses.size; ++i) {
    const model::clause& c = m.clauses[i];
    if (c.what != model::clause::part::setting) continue;
    const u32 k = find_setting(s, e.first_clause, c.from);
    if (!k || !same(s.clauses[k].value->text, c.text)) return false;
    --settings;
  }
  if (settings) return false;
  u32 place = 0;
  const bool starred = !m.parsed->result || m.parsed->scopes[m.parsed->result].star || m.parsed->names.size != m.parsed->scopes[m.parsed->result].outputs;
  for (u32 c = s.tables[e.table].first_column; c; c = s.columns[c].next, ++place) {
    const ident* wanted = place < m.columns.size ? m.columns[place] : starred ? nullptr : place < m.parsed->names.size ? m.parsed->names.data + place : nullptr;
    if (wanted && !same(*wanted, *s.columns[c].name)) return false;
  }
  if (place && !starred && place != m.parsed->names.size) return false;
  if (e.def->parsed) return same_body(s, e, *e.def->parsed, m, *m.parsed);
  return same_body(s, e, model::query_of(e.def->body), m, *m.parsed);
}

/// Whether the entity is now what the model says, names of what it uses apart.
constexpr bool same_entity(const auto& s, u32 i, const entity_def& m) {
  const entity_state& e = s.entities[i];
  if (e.what != m.what) return false;
  if (m.what == entity_kind::range) return same_range(s, i, m);
  if (m.policy) return digests::of_policy(s, i) == digests::of_policy(s, m);
  if (m.trigger && digests::of_trigger(s, i) != digests::of_trigger(s, m)) return false;
  if (e.what == entity_kind::extension) return same_extension(s, i, m);
  if (m.routine) return same_routine(s, i, m);
  if (is_view(e.what)) return same_view(s, e, m);
  return same_clauses(s, i, m) && (m.trigger || same(e.def->body, m.body));
}

}  // namespace comparing

/// The sequence is now what the model says, its comment apart.
template <class Schema>
constexpr bool compare_sequence(const Schema& s, const model::table_def& m, verdict& v) {
  const entity_def& d = *m.entity;
  const u32 i = find_sequence(s, *d.name);
  if (i) {
    const model::sequence_state& q = s.sequences[i];
    model::sequence_values wanted = sequences::plain(model::type_id::bigint);
    long long position = 1;
    const bool valid = !sequences::change(wanted, position, *d.sequence, false);
    const u32 t = d.sequence->table ? names::find_table(s, d.sequence->table->schema, d.sequence->table->name) : 0;
    const u32 owner = t ? names::find_column(s, t, *d.sequence->column) : 0;
    sequences::note_said(wanted, false);
    model::sequence_values now = q.values;
    sequences::note_said(now, false);
    if (valid && same(now, wanted) && q.column == owner && (owner || !d.sequence->table)) return true;
  }
  v = i ? sequence_facts(s, i) : named(*d.name);
  v.entity = entity_kind::sequence;
  v.what = i ? fault::model_entity_differs : fault::model_entity_missing;
  v.where = m.where;
  v.definition = &d;
  return false;
}

template <class Schema>
constexpr bool compare_entity(const Schema& s, const model::table_def& m, verdict& v) {
  if (m.entity->what == entity_kind::sequence) return compare_sequence(s, m, v);
  const u32 i = find_entity(s, *m.entity);
  if constexpr (may_hold_entities<Schema>())
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
