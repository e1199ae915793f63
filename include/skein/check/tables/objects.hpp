// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Constraints and indexes enter and leave the state.

#include <skein/check/partitions/objects.hpp>
#include <skein/check/properties/table_properties.hpp>
#include <skein/check/state/naming.hpp>
#include <skein/check/tables/expressions.hpp>
#include <skein/check/tables/foreign_key.hpp>
#include <skein/check/tables/ordering.hpp>
#include <skein/check/text/label_texts.hpp>

namespace skein::checks {

// A new constraint or index is a local value until it enters the state: a store into the state costs GCC four into a local.

constexpr object_state new_object(const auto& s, u32 table, kind what) {
  object_state o{};
  o.what = what;
  o.alive = true;
  o.validated = true;
  o.table = table;
  o.first_use = s.used.uses + 1;
  return o;
}

constexpr void enter_object(auto& s, u32 slot, const object_state& o) {
  const u32 last = s.tables[o.table].last_object;
  if (last) s.objects[last].next = slot;
  else s.tables[o.table].first_object = slot;
  s.tables[o.table].last_object = slot;
  s.objects[slot] = o;
}

/// What an index asks of the server besides its columns.
constexpr bool require_method(auto& sim, const model::index_def& d) {
  for (u32 i = 0; i < d.parameters.size; ++i)
    if (!require_parameter(sim, d.parameters.data[i])) return false;
  return require_feature(sim, feature_of(d));
}

/// Adds a constraint; `own` is the column behind which it is written, or 0.
constexpr bool attach_constraint(auto& sim, u32 table, const model::constraint_def& d, const ident* given, u32 own = 0) {
  auto& s = sim;
  const u32 slot = ++s.used.objects;
  object_state o = new_object(s, table, d.what);
  o.constraint = &d;
  if (d.not_valid) o.validated = false;
  if (d.comment.size) o.comment = &d.comment;
  if (given) o.name = model::written(given);
  if (own && d.what != kind::check) {
    push(sim, o, own);
    o.name.column = s.columns[own].name;
  } else if (d.columns.size) {
    if (!push_keys(sim, o, d.columns)) return false;
    o.name.columns = d.columns;
  }
  o.keys = o.used;
  const ident* label = &model::labels::key;
  switch (d.what) {
    case kind::primary_key:
      label = &model::labels::pkey;
      o.name.column = nullptr;
      o.name.columns = {};
      for (u32 k = s.tables[table].first_object; k; k = s.objects[k].next)
        if (s.objects[k].alive && s.objects[k].what == kind::primary_key) return sim.fail(fault::second_primary_key, of(sim, table, s.objects[k].name));
      for (u32 i = 0; i < o.keys; ++i) {
        column_state& c = s.columns[s.uses[o.first_use + i]];
        if ((own || sim.creating) && c.declared && c.declared->flags & model::flag::null) return fail_column(sim, fault::contradiction, s.uses[o.first_use + i]);
        if constexpr (knows_heirs<decltype(sim)>)
          if (!(c.flags & model::flag::not_null) && !require_in_heirs(sim, s.uses[o.first_use + i])) return false;
        if (!own && !(c.flags & model::flag::not_null)) c.declared = nullptr;
        c.flags |= model::flag::not_null;
      }
      [[fallthrough]];
    case kind::unique:
      if (!require_order(sim, o) || !push_included(sim, o, d.include)) return false;
      if (d.what == kind::unique) {
        if (d.include.size) o.name.more = d.include;
        if (d.nulls_not_distinct && !require_feature(sim, feature::nulls_not_distinct)) return false;
      }
      break;
    case kind::exclusion:
      label = &model::labels::excl;
      o.index = d.exclusion;
      o.name.columns = d.exclusion->columns;
      o.name.more = d.exclusion->include;
      if (!require_method(sim, *d.exclusion) || !push_elements(sim, o, *d.exclusion) || !require_order(sim, o)) return false;
      break;
    case kind::check: {
      label = &model::labels::check;
      if (!given) o.name.table = s.tables[table].name, o.name.label = label;  // for a fault in the expression
      if (!read(sim, o, d.expression)) return false;
      u32 only = 0;
      bool several = false;
      for (u32 i = 0; i < o.used; ++i) {
        const u32 c = s.uses[o.first_use + i];
        if (!c) continue;
        several |= only && c != only;
        only = c;
      }
      if (!given && only && !several) o.name.column = s.columns[only].name;
      break;
    }
    case kind::foreign_key:
      label = &model::labels::fkey;
      if (o.used > most_keys) return sim.fail(fault::too_many_keys, of(sim, table));
      if (!attach_target(sim, o, d)) return false;
      if constexpr (knows_properties<decltype(sim)>)
        if (!sim.creating && !properties::fits_persistence(sim, table, o.target)) return false;
      break;
    case kind::mistake: return fail_misplaced(sim, d.expression, of(sim, table, own ? s.columns[own].name : nullptr));
    default: break;
  }
  if constexpr (knows_heirs<decltype(sim)>)
    if (const u32 inherited = inherited_check(sim, table, given)) return declare_check(sim, inherited, slot, o);
  if (!name_object(sim, slot, o, given, label)) return false;
  if ((d.what == kind::check || o.index) && !check_object_labels(sim, o)) return false;
  if (d.defer != model::deferral::none && d.what == kind::check) return sim.fail(fault::cannot_be_deferred, of(sim, table, o.name));
  if constexpr (knows_partitions<decltype(sim)>)
    if (!fits_partitions(sim, o)) return false;
  hold_columns(s, o);
  enter_object(s, slot, o);
  if (d.what == kind::check) hold_calls(sim, table, names::of_object(slot), d.expression);
  if (d.what == kind::exclusion) hold_calls(sim, table, names::of_object(slot), *d.exclusion);
  if constexpr (knows_partitions<decltype(sim)>) return spread_object(sim, slot);
  else return true;
}

constexpr bool attach_index(auto& sim, u32 table, const model::index_def& d, const ident* given) {
  auto& s = sim;
  if (d.nulls_not_distinct && !require_feature(sim, feature::nulls_not_distinct)) return false;
  if ((d.method || d.parameters.size) && !require_method(sim, d)) return false;
  const u32 slot = ++s.used.objects;
  object_state o = new_object(s, table, kind::index);
  o.index = &d;
  if (d.comment.size) o.comment = &d.comment;
  if (given) o.name = model::written(given);
  if (!push_elements(sim, o, d) || !require_order(sim, o)) return false;
  o.name.columns = d.columns;
  o.name.more = d.include;
  if (!name_object(sim, slot, o, given, &model::labels::idx) || !check_object_labels(sim, o)) return false;
  if constexpr (knows_partitions<decltype(sim)>)
    if (!fits_partitions(sim, o)) return false;
  hold_columns(s, o);
  enter_object(s, slot, o);
  hold_calls(sim, table, names::of_object(slot), d);
  if constexpr (knows_partitions<decltype(sim)>) return spread_object(sim, slot);
  else return true;
}

/// Removes a constraint or an index, unless a foreign key rests on it.
constexpr bool detach(auto& sim, u32 slot) {
  auto& s = sim;
  object_state& o = s.objects[slot];
  if (o.supports) {
    verdict f = of(sim, o.table, o.name);
    for (u32 k = 1; k <= s.used.objects; ++k)
      if (s.objects[k].alive && s.objects[k].supported_by == slot) {
        f.other_table = s.tables[s.objects[k].table].name;
        f.other_schema = s.tables[s.objects[k].table].schema;
        f.other_column = s.columns[s.uses[s.objects[k].first_use]].name;
      }
    return sim.fail(fault::key_in_use, f);
  }
  if constexpr (knows_properties<decltype(sim)>)
    if (!may_drop_index(sim, slot)) return false;
  if constexpr (knows_partitions<decltype(sim)>) {
    if (o.what == kind::partition_of) return leave_partitioned(s, slot);
    if (o.what == kind::inherits) return !(o.alive = false);
    if (o.what == kind::partition_by) forget_partition_key(s, slot);
  }
  if (o.sole) --s.columns[s.uses[o.first_use]].own;
  else
    for (u32 i = 0; i < o.used; ++i) --s.columns[s.uses[o.first_use + i]].uses;
  if (o.supported_by) {
    --s.objects[o.supported_by].supports;
    for (u32 i = 0; i < o.targets; ++i) --s.columns[s.uses[o.first_use + o.used + i]].uses;
    if (o.target != o.table) --s.tables[o.target].referenced;
    o.supported_by = 0;
  }
  o.alive = false;
  release_calls(s, o.table, names::of_object(slot));
  if constexpr (knows_partitions<decltype(sim)>) return detach_parts(sim, slot);
  else return true;
}

}  // namespace skein::checks
