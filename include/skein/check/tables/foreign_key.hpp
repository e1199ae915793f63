// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Foreign keys: the table, the key that they rest on, the types on both sides.

#include <skein/check/state/uses.hpp>
#include <skein/check/tables/key_type.hpp>

namespace skein::checks {

/// A unique key or a unique index, plain and whole, over just the n columns in `uses` from `first`, in any order.
constexpr bool is_key_over(const auto& s, const object_state& k, u32 first, u32 n) {
  if (!k.alive || k.keys != n) return false;
  if (k.what == kind::index ? !k.index->unique || k.index->where : k.what != kind::primary_key && k.what != kind::unique) return false;
  if (k.constraint && k.constraint->defer != model::deferral::none) return false;
  for (u32 i = 0; i < n; ++i) {
    bool found = false;
    for (u32 j = 0; j < n; ++j) found |= s.uses[k.first_use + i] == s.uses[first + j];
    if (!found) return false;
  }
  return true;
}

constexpr bool require_key_types(auto& sim, const object_state& o) {
  for (u32 i = 0; i < o.targets; ++i) {
    const column_state& from = sim.columns[sim.uses[o.first_use + i]];
    const column_state& to = sim.columns[sim.uses[o.first_use + o.used + i]];
    if (from.type != to.type && !takes_key(sim, *to.type, *from.type)) {
      verdict f = of(sim, o.table, from.name);
      f.other_table = sim.tables[o.target].name;
      f.other_schema = sim.tables[o.target].schema;
      f.other_column = to.name;
      f.type = to.type;
      return sim.fail(fault::target_type, f);
    }
  }
  return true;
}

/// Whether the foreign keys from and to the table stand a column's new type: PostgreSQL builds them again at once.
constexpr bool keep_key_types(auto& sim, u32 table) {
  for (u32 o = 1; o <= sim.used.objects; ++o) {
    const object_state& k = sim.objects[o];
    if (k.alive && k.what == kind::foreign_key && (k.table == table || k.target == table) &&
        !require_key_types(sim, k))
      return false;
  }
  return true;
}

/// The facts of a foreign key's fault.
constexpr verdict target_facts(const auto& sim, const object_state& o, const model::constraint_def& d) {
  verdict f = of(sim, o.table, sim.columns[sim.uses[o.first_use]].name);
  f.other_table = &d.target->name;
  f.other_schema = &d.target->schema;
  return f;
}

/// The key or index that the foreign key rests on, its target columns being in `uses` behind the own ones; 0 after a fault.
constexpr u32 find_target_key(auto& sim, object_state& o, const model::constraint_def& d) {
  auto& s = sim;
  const u32 first = s.tables[o.target].first_object;
  if (d.target_columns.empty()) {
    for (u32 k = first; k; k = s.objects[k].next)
      if (s.objects[k].alive && s.objects[k].what == kind::primary_key && s.objects[k].constraint->defer == model::deferral::none) {
        for (u32 i = 0; i < s.objects[k].keys; ++i) s.uses[++s.used.uses] = s.uses[s.objects[k].first_use + i];
        o.targets = s.objects[k].keys;
        return k;
      }
    sim.fail(fault::target_without_key, target_facts(sim, o, d));
    return 0;
  }
  for (u32 i = 0; i < d.target_columns.size; ++i) {
    const ident* name = d.target_columns.data[i];
    const u32 c = names::find_column(s, o.target, *name);
    if (!c) {
      verdict f = target_facts(sim, o, d);
      f.other_column = name;
      f.hint = near_column(s, o.target, *name);
      sim.fail(fault::target_column_missing, f);
      return 0;
    }
    s.uses[++s.used.uses] = c;
    ++o.targets;
  }
  for (u32 k = first; k; k = s.objects[k].next)
    if (is_key_over(s, s.objects[k], o.first_use + o.used, o.targets)) return k;
  verdict f = target_facts(sim, o, d);
  f.constraint = &d;
  sim.fail(fault::target_not_unique, f);
  return 0;
}

/// The place of a column that ON DELETE SET … writes among those of the key; behind a column there is one.
constexpr u32 place_in_key(const model::constraint_def& d, const ident& column) {
  for (u32 i = 0; i < d.columns.size; ++i)
    if (same(*d.columns[i], column)) return i;
  return 0;
}
constexpr bool check_delete_columns(auto& sim, const object_state& o, const model::constraint_def& d) {
  if (!require_feature(sim, feature::columns_on_delete)) return false;
  for (u32 i = 0; i < d.delete_columns.size; ++i) {
    const u32 c = require_column(sim, o.table, *d.delete_columns[i]);
    if (!c) return false;
    if (sim.uses[o.first_use + place_in_key(d, *d.delete_columns[i])] != c) return fail_column(sim, fault::not_in_key, c);
    for (u32 k = 0; k < i; ++k)
      if (same(*d.delete_columns[k], *d.delete_columns[i])) return fail_column(sim, fault::repeated_column, c);
  }
  return true;
}

/// PostgreSQL lets no action write to a generated column.
constexpr bool writes_itself(const model::constraint_def& d) {
  return d.on_delete >= model::action::set_null || d.on_update >= model::action::cascade;
}

constexpr bool attach_target(auto& sim, object_state& o, const model::constraint_def& d) {
  auto& s = sim;
  if (d.delete_columns.size && !check_delete_columns(sim, o, d)) return false;
  if (writes_itself(d))
    for (u32 i = 0; i < o.used; ++i)
      if (s.columns[s.uses[o.first_use + i]].flags & model::flag::generated)
        return fail_column(sim, fault::column_generated, s.uses[o.first_use + i]);
  o.target = names::find_table(s, d.target->schema, d.target->name);
  if (!o.target) {
    verdict f = target_facts(sim, o, d);
    f.hint = near_table(s, *d.target);
    return sim.fail(fault::target_missing, f);
  }
  const u32 key = find_target_key(sim, o, d);
  if (!key) return false;
  if (o.targets != o.used) return sim.fail(fault::target_count, target_facts(sim, o, d));
  if (!require_key_types(sim, o)) return false;
  o.supported_by = key;
  ++s.objects[key].supports;
  for (u32 i = 0; i < o.targets; ++i) ++s.columns[s.uses[o.first_use + o.used + i]].uses;
  if (o.target != o.table) ++s.tables[o.target].referenced;
  return true;
}

}  // namespace skein::checks
