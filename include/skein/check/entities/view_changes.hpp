// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What becomes of a view: options, another definition, another name, its end.

#include <skein/check/entities/clauses.hpp>
#include <skein/check/entities/views.hpp>

namespace skein::checks {

namespace views {

/// A materialized view is refreshed beside its readers by a unique index on columns, over all rows.
constexpr bool has_row_key(const auto& s, u32 table) {
  for (u32 o = s.tables[table].first_object; o; o = s.objects[o].next) {
    const object_state& x = s.objects[o];
    if (!x.alive || x.what != kind::index || !x.index->unique || x.index->where) continue;
    bool plain = true;
    for (u32 k = 0; k < x.keys; ++k) plain = plain && s.uses[x.first_use + k];
    if (plain) return true;
  }
  return false;
}

/// With rows, or with none.
constexpr bool refresh(auto& sim, u32 i, const step& x) {
  auto& s = sim;
  entity_state& e = s.entities[i];
  const clause& c = x.entity->clauses[0];
  const u32 empty = only_clause(s, e.first_clause, part::no_data);
  if (c.what == part::no_data) {
    if (empty) return sim.fail(fault::no_effect, entity_facts(s, i));
    if (x.concurrently) return fail_malformed(sim, *e.def, "is not emptied concurrently; leave that out");
    append_clause(s, e.first_clause, c);
    return true;
  }
  if (x.concurrently && !has_row_key(s, e.table)) return sim.fail(fault::no_row_key, entity_facts(s, i));
  if (x.concurrently && empty) return fail_malformed(sim, *e.def, "has no data yet, and is not refreshed concurrently the first time; leave that out");
  if (empty) remove_clause(s, e.first_clause, empty);
  return require_filled(sim, e);
}

}  // namespace views

constexpr bool alter_view(auto& sim, u32 i, const step& x) {
  auto& s = sim;
  entity_state& e = s.entities[i];
  const clause& c = x.entity->clauses[0];
  verdict f = entity_facts(s, i);
  if (c.what == part::refresh || c.what == part::no_data) return views::refresh(sim, i, x);
  f.text = c.from;
  const u32 k = find_setting(s, e.first_clause, c.from);
  if (c.does == clause::change::drop) {
    if (!k) return sim.fail(fault::no_setting, f);
    remove_clause(s, e.first_clause, k);
    return true;
  }
  if (k && same(s.clauses[k].value->text, c.text)) return sim.fail(fault::no_effect, f);
  if (!views::require_options(sim, e, x.entity->clauses)) return false;
  if (k) s.clauses[k].value = &c;
  else append_clause(s, e.first_clause, c);
  return require_updatable(sim, e);
}

/// CREATE OR REPLACE sets the options, too. Nothing takes away the columns that it adds, or may add where they are not known: the
/// way back drops the view.
constexpr bool replaced_view(auto& sim, u32 i, const step& x, u32 last) {
  auto& s = sim;
  const entity_def& d = *x.entity;
  entity_state& e = s.entities[i];
  const table_state& t = s.tables[e.table];
  if ((e.users || t.users) && views::depends_on(s, e, i)) return sim.fail(fault::reads_itself, entity_facts(s, i));
  if ((!last || t.last_column != last) && (e.users || t.users) && !sim.explicit_down && !sim.accepts(x, model::loss::irreversible))
    return sim.fail(fault::view_grows, entity_facts(s, i));
  return enter_clauses(sim, e, d) && require_updatable(sim, e);
}

constexpr bool follow_view(auto& sim, u32 i) {
  auto& s = sim;
  const entity_state& e = s.entities[i];
  table_state& t = s.tables[e.table];
  const bool moved = t.schema_key != e.schema_key;
  if (moved)
    for (u32 o = t.first_object; o; o = s.objects[o].next)
      if (s.objects[o].alive && !require_free(sim, *e.schema, s.objects[o].name)) return false;
  t.name = e.name;
  t.schema = e.schema;
  t.schema_key = e.schema_key;
  t.renamed = true;
  for (u32 k = t.first_entity; moved && k; k = s.entities[k].next)
    if (s.entities[k].alive && k != i) {
      s.entities[k].schema = e.schema;
      s.entities[k].schema_key = e.schema_key;
      names::insert_entity(s, k);
    }
  for (u32 o = moved ? t.first_object : 0; o; o = s.objects[o].next)
    if (s.objects[o].alive) names::insert_object(s, o, s.objects[o]);
  return true;
}

constexpr bool release_view(auto& sim, u32 i) {
  auto& s = sim;
  const u32 t = s.entities[i].table;
  for (u32 o = s.tables[t].first_object; o; o = s.objects[o].next)
    if (s.objects[o].alive && !detach(sim, o)) return false;
  for (u32 c = s.tables[t].first_column; c; c = s.columns[c].next) s.columns[c].name = nullptr;
  return true;
}

}  // namespace skein::checks
