// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What the expressions of a table call: defaults, checks, generated columns, indexes. Each that calls a function of the history's
/// is an entity of its own kind, which hangs on the table and goes with the column, the constraint or the index that it is of.

#include <skein/check/text/early_calls.hpp>

namespace skein::checks {

/// An expression of the holder's, which is a column or an object as an entry of check/state/names.hpp.
template <class Sim>
constexpr void hold_calls(Sim& sim, u32 table, u32 holder, const text_view& sql) {
  if constexpr (may_hold_routines<Sim>()) {
    auto& s = sim;
    if (!may_call(sql)) return;
    entity_state e{};
    e.what = entity_kind::expression;
    e.table = table;
    e.holder = holder;
    e.first_use = s.used.uses + 1;
    read_calls(sim, e, sql);
    bool calls = e.awaits != 0;
    for (u32 k = 0; k < e.used; ++k) calls |= s.uses[e.first_use + k] != 0;
    if (!calls) return void(s.used.uses -= e.used);
    e.text = &sql;
    enter_entity(s, ++s.used.entities, e);
  }
}
template <class Sim>
constexpr void hold_calls(Sim& sim, u32 table, u32 holder, const model::index_def& d) {
  if constexpr (may_hold_routines<Sim>()) {
    for (u32 i = 0; i < d.elements.size; ++i)
      if (!d.elements.data[i].column) hold_calls(sim, table, holder, d.elements.data[i].expression);
    if (d.where) hold_calls(sim, table, holder, d.where);
  }
}

template <class Sim>
constexpr void release_calls(Sim& s, u32 table, u32 holder) {
  if constexpr (may_hold_routines<Sim>())
    for (u32 i = s.tables[table].first_entity; i; i = s.entities[i].next)
      if (s.entities[i].alive && s.entities[i].what == entity_kind::expression && s.entities[i].holder == holder) forget_entity(s, i);
}

/// What stands behind the entry gets another name: expressions that use it are to be read again, see check/text/calls_text.hpp.
template <class Sim>
constexpr void rename_in_expressions(Sim& sim, u32 entry) {
  if constexpr (may_hold_routines<Sim>()) {
    auto& s = sim;
    for (u32 i = 1; i <= s.used.entities; ++i) {
      const entity_state& e = s.entities[i];
      bool found = false;
      for (u32 k = 0; e.alive && e.what == entity_kind::expression && k < e.used; ++k) found |= s.uses[e.first_use + k] == entry;
      if (!found) continue;
      s.tables[e.table].renamed = true;
      if ((e.holder & names::kind_mask) == names::column) s.columns[names::slot_of(e.holder)].declared = nullptr;
    }
  }
}

/// A range type keeps the name of the function that it is declared with.
constexpr bool require_no_range(auto& sim, u32 routine) {
  if (!sim.entities[routine].users) return true;
  const u32 entry = routine << names::kind_bits | names::entity;
  verdict f = entity_facts(sim, routine);
  for (u32 i = 1; i <= sim.used.entities; ++i) {
    const entity_state& e = sim.entities[i];
    if (e.alive && e.what == entity_kind::range && e.used && sim.uses[e.first_use] == entry) add_dependent(f, dependent_of(sim, e));
  }
  return !f.dependents || sim.fail(fault::entity_called, f);
}

}  // namespace skein::checks
