// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Labels of enum types that expressions name. PostgreSQL looks a label up when it reads the expression, and from then on holds the
/// label itself, whatever its name becomes.

#include <skein/check/entities/enumeration.hpp>
#include <skein/check/text/label_walk.hpp>
#include <skein/check/text/text_now.hpp>
#include <skein/model/policy.hpp>

namespace skein::checks {

/// Whether what stands between quotes is the label.
constexpr bool reads_as(const text_view& label, const text_view& quoted) {
  u32 k = 0;
  for (u32 i = 0; i < quoted.size; ++i, ++k) {
    if (k == label.size || quoted.data[i] != label.data[k]) return false;
    if (quoted.data[i] == '\'') ++i;
  }
  return k == label.size;
}
constexpr u32 find_quoted_label(const auto& s, u32 type, const text_view& quoted) {
  for (u32 k = s.entities[type].first_clause; k; k = s.clauses[k].next)
    if (reads_as(s.clauses[k].value->text, quoted)) return k;
  return 0;
}

/// Labels in the text exist, and can be used by now. `d` is whose text it is.
constexpr bool check_labels(auto& sim, const dependent& d, const text_view& sql, u32 table, enum_values whole) {
  const auto& s = sim;
  verdict f;
  fault wrong = fault::none;
  each_label(s, sql, table, whole, [&](u32 type, const text_view& quoted) {
    if (!quoted || wrong != fault::none) return;
    const u32 k = find_quoted_label(s, type, quoted);
    if (k && !is_too_new(sim, k)) return;
    f = entity_facts(s, type);
    f.text = quoted;
    add_dependent(f, d);
    if (!k) f.likely = near_label(s, s.entities[type].first_clause, quoted);
    wrong = k ? fault::label_new : fault::no_label;
  });
  return wrong == fault::none || sim.fail(wrong, f);
}

/// The same of a column's default.
template <class Sim>
constexpr bool check_default_labels(Sim& sim, const column_state& c, const text_view& sql) {
  if constexpr (may_hold_entities<Sim>())
    if (const enum_values is = enum_of(sim, *c.type); is.type)
      return check_labels(sim, dependent_of(sim, c), sql, 0, is);
  return true;
}

/// Whether a text of the object may name labels: it uses a column whose values have them.
constexpr bool may_name_labels(const auto& s, const object_state& o) {
  for (u32 k = 0; k < o.used; ++k)
    if (const u32 c = s.uses[o.first_use + k]; c && enum_of(s, *s.columns[c].type).type) return true;
  return false;
}
constexpr dependent dependent_of(const auto& s, const object_state& o) {
  if (o.what == kind::column) return dependent_of(s, s.columns[o.target]);
  const table_state& t = s.tables[o.table];
  return {entity_kind::expression, t.schema, nullptr, t.name, nullptr, o.name, o.what};
}
/// Calls `f` with every expression of the object.
constexpr void each_expression(const auto& s, const object_state& o, auto&& f) {
  if (o.what == kind::column) return f(*s.columns[o.target].text);
  if (o.constraint && o.what == kind::check) f(o.constraint->expression);
  if (!o.index) return;
  for (u32 k = 0; k < o.index->elements.size; ++k)
    if (!o.index->elements.data[k].column) f(o.index->elements.data[k].expression);
  if (o.index->where) f(o.index->where);
}
/// The same, each as it is to be written now, for the time of the call.
constexpr void each_expression_now(const auto& s, u32 object, auto&& f) {
  const object_state& o = s.objects[object];
  if (!s.tables[o.table].renamed) return each_expression(s, o, f);
  u32 use = o.index ? o.keys + o.index->include.size : 0;
  each_expression(s, o, [&](const text_view& sql) { f(text_now(s, object, sql, use)); });
}
/// Labels in the object's expressions exist. Requires: they are as they are written.
template <class Sim>
constexpr bool check_object_labels(Sim& sim, const object_state& o) {
  bool ok = true;
  if constexpr (may_hold_entities<Sim>())
    if (may_name_labels(sim, o))
      each_expression(sim, o, [&](const text_view& sql) { ok = ok && check_labels(sim, dependent_of(sim, o), sql, o.table, {}); });
  return ok;
}
/// Everything in the state that names a label of the type for which `wanted(text)` holds, into the list of dependents.
constexpr void list_naming(const auto& s, u32 type, verdict& f, auto&& wanted) {
  const auto look = [&](const dependent& d, const text_view& sql, u32 table, enum_values whole) {
    bool names = false;
    each_label(s, sql, table, whole, [&](u32 of, const text_view& quoted) { names = names || (quoted && of == type && wanted(quoted)); });
    if (names) add_dependent(f, d);
  };
  for (u32 c = 1; c <= s.used.columns; ++c) {
    const column_state& x = s.columns[c];
    if (x.name && x.flags & model::flag::default_value && enum_of(s, *x.type).type == type)
      look(dependent_of(s, x), *x.text, 0, enum_of(s, *x.type));
  }
  for (u32 o = 1; o <= s.used.objects; ++o)
    if (s.objects[o].alive && may_name_labels(s, s.objects[o]))
      each_expression_now(s, o, [&](const text_view& sql) { look(dependent_of(s, s.objects[o]), sql, s.objects[o].table, {}); });
  for (u32 i = 1; i <= s.used.entities; ++i) {
    const entity_state& e = s.entities[i];
    if (!e.alive || e.what == entity_kind::expression) continue;
    if (e.def->policy || e.def->trigger) look(dependent_of(s, e), e.def->body, e.table, {});
    if (e.def->policy) look(dependent_of(s, e), e.def->policy->with_check, e.table, {});
    if (e.what != entity_kind::domain) continue;
    const enum_values is = enum_of(s, *s.clauses[e.first_clause].type);
    for (u32 k = e.first_clause; is.type == type && k; k = s.clauses[k].next) look(dependent_of(s, e), s.clauses[k].value->text, 0, is);
  }
}

}  // namespace skein::checks
