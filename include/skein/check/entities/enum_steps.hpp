// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Changes of an enum's labels. PostgreSQL adds one and renames one; for everything else the type is built anew, and what uses it is
/// taken along (check/entities/rebuild.hpp has the steps).

#include <skein/check/entities/malformed.hpp>
#include <skein/check/partitions/tree.hpp>
#include <skein/check/tables/type_storage.hpp>
#include <skein/check/text/label_texts.hpp>

namespace skein::checks {

constexpr verdict label_facts(const auto& s, u32 type, const model::text_view& label) {
  verdict f = entity_facts(s, type);
  f.text = label;
  return f;
}
constexpr bool fail_no_label(auto& sim, u32 type, const model::text_view& label) {
  verdict f = label_facts(sim, type, label);
  f.likely = near_label(sim, sim.entities[type].first_clause, label);
  return sim.fail(fault::no_label, f);
}

/// Whether a column has values of the type, or is generated from one that has.
constexpr bool is_made_of(const auto& s, u32 type, u32 column) {
  if (!s.columns[column].name) return false;
  if (type_entity(s, *s.columns[column].type) == type) return true;
  const u32 o = generation_of(s, column);
  for (u32 k = 0; o && k < s.objects[o].used; ++k)
    if (const u32 c = s.uses[s.objects[o].first_use + k]; c && type_entity(s, *s.columns[c].type) == type) return true;
  return false;
}
/// Whether it uses the type, or a column of its values.
constexpr bool uses_values(const auto& s, u32 type, const entity_state& e) {
  for (u32 k = e.first_clause; k; k = s.clauses[k].next)
    if (s.clauses[k].type && type_entity(s, *s.clauses[k].type) == type) return true;
  for (u32 k = 0; k < e.used; ++k) {
    const u32 entry = s.uses[e.first_use + k];
    if (!entry) continue;
    if (uses::covers(s, entry, type << names::kind_bits | names::entity)) return true;
    for (u32 c = 1; c <= s.used.columns; ++c)
      if (is_made_of(s, type, c) && uses::covers(s, entry, c << names::kind_bits | names::column)) return true;
  }
  return false;
}
/// What a type that is built anew is dropped for and created again; an expression goes with what it is of.
constexpr bool is_taken_along(entity_kind k) { return k == entity_kind::policy || k == entity_kind::trigger || k == entity_kind::expression; }

constexpr bool require_rebuildable(auto& sim, u32 i) {
  verdict f = entity_facts(sim, i);
  for (u32 u = 1; u <= sim.used.entities; ++u) {
    const entity_state& e = sim.entities[u];
    if (e.alive && !is_taken_along(e.what) && uses_values(sim, i, e)) add_dependent(f, dependent_of(sim, e));
  }
  for (u32 o = 1; o <= sim.used.objects; ++o)  // nor does a column that rows are parted by get another type
    for (u32 k = 0; sim.objects[o].alive && sim.objects[o].what == kind::partition_by && k < sim.objects[o].used; ++k)
      if (const u32 c = sim.uses[sim.objects[o].first_use + k]; c && is_made_of(sim, i, c)) add_dependent(f, dependent_of(sim, sim.columns[c]));
  return !f.dependents || sim.fail(fault::type_kept, f);
}

/// Bounds of partitions that are the label.
constexpr void list_bounds(const auto& s, u32 type, const model::text_view& label, verdict& f) {
  for (u32 o = 1; o <= s.used.objects; ++o) {
    const object_state& x = s.objects[o];
    if (!x.alive || x.what != kind::partition_of) continue;
    const u32 key = s.tables[x.target].partition;
    const model::partition_bound& b = model::bound_of(*x.constraint);
    for (const auto* values : {&b.from, &b.to})
      for (u32 i = 0; i < values->size; ++i) {
        const u32 c = s.uses[s.objects[key].first_use + (b.what == model::partition_bound::kind::list ? 0 : i)];
        const model::value& v = values->data[i];
        if (c && v.what == model::value::kind::text && enum_of(s, *s.columns[c].type).type == type &&
            same(label, model::view(v.data, v.size)))
          add_dependent(f, dependent_of(s, s.columns[c]));
      }
  }
}

/// Expressions are not written again when a label gets another name.
constexpr bool require_unnamed(auto& sim, u32 i, const model::text_view& label) {
  verdict f = label_facts(sim, i, label);
  list_naming(sim, i, f, [&](const text_view& quoted) { return reads_as(label, quoted); });
  if constexpr (knows_partitions<decltype(sim)>) list_bounds(sim, i, label, f);
  return !f.dependents || sim.fail(fault::label_named, f);
}

constexpr bool alter_enumeration(auto& sim, u32 i, const step& x) {
  auto& s = sim;
  const clause& c = x.entity->clauses[0];
  const entity_state& e = s.entities[i];
  const bool adds = c.does == clause::change::add;
  if (!check_label(sim, *e.def, c.text)) return false;
  if (find_label(s, e.first_clause, c.text)) return sim.fail(fault::label_exists, label_facts(s, i, c.text));
  if (!adds) {
    const u32 k = find_label(s, e.first_clause, c.from);
    if (!k) return fail_no_label(sim, i, c.from);
    if (!require_unnamed(sim, i, c.from)) return false;
    s.clauses[k].value = &c;
    return true;
  }
  if (!sim.explicit_down && !sim.accepts(x, model::loss::irreversible) && !require_rebuildable(sim, i)) return false;
  u32 before = 0, at = e.first_clause;  // where it comes: behind `before`, in front of `at`
  const u32 anchor = c.beside ? find_label(s, e.first_clause, c.beside) : 0;
  if (c.beside && !anchor) return fail_no_label(sim, i, c.beside);
  while (at && (c.beside ? c.before ? at != anchor : before != anchor : true)) before = at, at = s.clauses[at].next;
  const u32 k = ++s.used.clauses;
  s.clauses[k] = clause_of(c);
  s.clauses[k].next = at;
  if (before) s.clauses[before].next = k;
  else s.entities[i].first_clause = k;
  return true;
}

/// What becomes of rows: a label that goes is mapped once, to one that there is.
constexpr bool check_mapping(auto& sim, u32 i, const entity_def& d, u32 place, u32 first) {
  const clause& c = d.clauses[place];
  if (!find_label(sim, sim.entities[i].first_clause, c.from)) return fail_no_label(sim, i, c.from);
  if (find_label(sim, first, c.from)) return fail_malformed(sim, d, "keeps a label that is mapped to another; map those that go");
  for (u32 k = 0; k < place; ++k)
    if (d.clauses[k].does == clause::change::rename && same(d.clauses[k].from, c.from)) return fail_malformed(sim, d, "maps a label twice");
  return find_label(sim, first, c.text) || fail_malformed(sim, d, "maps to a label that is not among the new ones");
}

/// The labels from now on. A label that goes is mapped, or rows that hold it lose it.
constexpr bool replace_enumeration(auto& sim, u32 i, const step& x) {
  auto& s = sim;
  const entity_def& d = *x.entity;
  const u32 former = s.entities[i].first_clause;
  u32 first = 0, same_so_far = former;
  bool is_same = true;
  for (u32 k = 0; k < d.clauses.size; ++k) {
    const clause& c = d.clauses[k];
    if (c.does != clause::change::none) continue;
    if (!check_label(sim, d, c.text)) return false;
    if (find_label(s, first, c.text)) return sim.fail(fault::label_exists, label_facts(s, i, c.text));
    append_clause(s, first, c);
    is_same = is_same && same_so_far && same(s.clauses[same_so_far].value->text, c.text);
    if (same_so_far) same_so_far = s.clauses[same_so_far].next;
  }
  if (is_same && !same_so_far) return sim.fail(fault::no_effect, entity_facts(s, i));
  for (u32 k = 0; k < d.clauses.size; ++k)
    if (d.clauses[k].does == clause::change::rename && !check_mapping(sim, i, d, k, first)) return false;
  if (!require_rebuildable(sim, i)) return false;
  for (u32 k = former; k; k = s.clauses[k].next) {
    const text_view& label = s.clauses[k].value->text;
    bool stays = find_label(s, first, label);
    for (u32 m = 0; m < d.clauses.size; ++m) stays = stays || (d.clauses[m].does == clause::change::rename && same(d.clauses[m].from, label));
    if (!stays && !sim.accepts(x, model::loss::loses_data) && is_stored(s, i)) return sim.fail(fault::loses_data, label_facts(s, i, label));
  }
  s.entities[i].first_clause = first;
  verdict f = entity_facts(s, i);
  list_naming(s, i, f, [&](const text_view& quoted) {
    if (find_quoted_label(s, i, quoted)) return false;
    for (u32 k = former; !f.text && k; k = s.clauses[k].next)
      if (reads_as(s.clauses[k].value->text, quoted)) f.text = s.clauses[k].value->text;
    return true;
  });
  return !f.dependents || sim.fail(fault::no_label, f);
}

}  // namespace skein::checks
