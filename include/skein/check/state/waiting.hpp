// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What waits until all columns of a table and their sequences are there: the constraints behind them, the expressions of generated columns,
/// defaults that name relations, and the members that stand by themselves.

#include <skein/check/partitions/tree.hpp>
#include <skein/check/privileges/right_change.hpp>
#include <skein/check/properties/property_change.hpp>
#include <skein/check/tables/default_uses.hpp>
#include <skein/check/tables/objects.hpp>

namespace skein::checks {

/// A generated column holds the columns of its expression.
constexpr bool attach_generated(auto& sim, u32 column) {
  auto& s = sim;
  const u32 slot = ++s.used.objects;
  object_state o = new_object(s, s.columns[column].table, kind::column);
  o.name = model::written(s.columns[column].name);
  o.target = column;
  if (!read(sim, o, *s.columns[column].text)) return false;
  for (u32 i = 0; i < o.used; ++i)
    if (s.uses[o.first_use + i] && s.columns[s.uses[o.first_use + i]].flags & flag::generated) return fail_column(sim, fault::generated_uses_generated, column);
  if (!check_object_labels(sim, o)) return false;
  hold_columns(s, o);
  enter_object(s, slot, o);
  hold_calls(sim, o.table, names::of_object(slot), *s.columns[column].text);
  return true;
}

constexpr bool set_parameter(auto& sim, u32 table, const member& m) {
  auto& s = sim;
  if (!require_parameter(sim, *m.setting)) return false;
  if constexpr (knows_partitions<decltype(sim)>)
    if (partition_key(sim, table)) return fail_partition(sim, partition_rule::parameters, table);
  for (u32 p = s.tables[table].first_setting; p; p = s.settings[p].next)
    if (s.settings[p].value && same(s.settings[p].value->name, m.setting->name)) s.settings[p].value = nullptr;
  const u32 i = ++s.used.settings;
  s.settings[i] = {m.setting, s.tables[table].first_setting};
  s.tables[table].first_setting = i;
  return true;
}

/// A member that stands by itself.
template <class Sim>
constexpr bool attach_member(Sim& sim, u32 table, const member& m) {
  if (m.constraint) return attach_constraint(sim, table, *m.constraint, m.name);
  switch (m.what) {
    case kind::index: return m.text ? fail_misplaced(sim, m.text) : attach_index(sim, table, *m.index, m.name);
    case kind::comment: sim.tables[table].comment = &m.text; return true;
    case kind::parameter: return set_parameter(sim, table, m);
    case kind::property:
      if constexpr (knows_properties<Sim>) return set_property_of_table(sim, table, property_of(m));
      return true;
    default:
      if constexpr (may_hold_rights<Sim>()) return grant_on_table(sim, table, privileges_of(m));
      return true;
  }
}

/// What of a column's options waits.
inline constexpr u32 behind_columns = flag::constraint | flag::generated | flag::relation;

/// By kind, in the order of their declaration. Arrays side by side: to write an element of one costs GCC a tenth of what a struct
/// of its own costs.
struct waiting_list {
  static constexpr u32 most = 2047, kinds = static_cast<u32>(kind::inherits) + 1;
  u32 first[kinds]{};
  u32 last[kinds]{};
  u32 present = 0;  ///< kinds, as bits
  u32 size = 0;
  u32 next[most + 1]{};
  u32 column[most + 1]{};                    ///< 0: by itself
  const model::option* behind[most + 1]{};
  const member* itself[most + 1]{};

  constexpr void add(kind what) {
    const u32 k = static_cast<u32>(what);
    ++size;
    if (last[k]) next[last[k]] = size;
    else first[k] = size;
    last[k] = size;
    present |= 1u << k;
  }
  constexpr void add_behind(const member& m, u32 of) {
    for (u32 i = 0; i < m.options.size && size < most; ++i) {
      const model::option* o = m.options.data[i];
      if (!(o->bit & behind_columns)) continue;
      add(o->constraint ? o->constraint->what : kind::column);
      column[size] = of;
      behind[size] = o;
    }
  }
};

/// The expression of a generated column, or a default that names relations.
template <class Sim>
constexpr bool attach_expression(Sim& sim, u32 column, const model::option& o) {
  if constexpr (may_hold_entities<Sim>())
    if (o.bit & flag::relation) return hold_default(sim, column, o.text);
  return attach_generated(sim, column);
}

/// That the table is a partition, then that it is partitioned.
constexpr bool attach_partitioning(auto& sim, u32 table, const waiting_list& waiting) {
  if (const member* m = waiting.itself[waiting.first[static_cast<u32>(kind::partition_of)]]; m && !join_partitioned(sim, table, *m->constraint)) return false;
  for (u32 i = waiting.first[static_cast<u32>(kind::partition_by)]; i; i = waiting.next[i])
    if (!partition_table(sim, table, *waiting.itself[i]->index)) return false;
  return true;
}

/// `added`: the column that they stand behind, if it comes to a table that is there.
constexpr bool attach_waiting(auto& sim, u32 table, const waiting_list& waiting, u32 added = 0) {
  if constexpr (knows_partitions<decltype(sim)>)
    if (!attach_partitioning(sim, table, waiting)) return false;
  for (u32 k = 0; k < static_cast<u32>(kind::partition_of) && waiting.present >> k; ++k) {
    if constexpr (knows_partitions<decltype(sim)>)
      if (k == 1 && added && !spread_column(sim, added)) return false;
    for (u32 i = waiting.first[k]; i; i = waiting.next[i]) {
      const u32 c = waiting.column[i];
      const model::option* o = waiting.behind[i];
      if (!o ? !attach_member(sim, table, *waiting.itself[i])
          : o->constraint ? !attach_constraint(sim, table, *o->constraint, o->constraint_name, c)
                          : !attach_expression(sim, c, *o))
        return false;
    }
  }
  if constexpr (knows_partitions<decltype(sim)>) return waiting.present > 1 || !added || spread_column(sim, added);
  else return true;
}

}  // namespace skein::checks
