// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What the texts of domains and the defaults of arguments call. They hold nothing, since clauses come and go one by one:
/// they are looked through when a routine, or a type, goes or gets another name, and when a whole state is created.

#include <skein/check/text/body.hpp>

namespace skein::checks {

/// Calls `f` with the entry of each routine and each type that a default or a check of a domain names, or a default of an
/// argument.
template <class State>
constexpr void each_unheld_call(const State& s, const entity_state& e, auto&& f) {
  const auto read = [&](const text_view& sql) {
    const model::query_of q(sql);
    const bodies::resolver<State> r(s, q, 0);
    for (u32 k = 1; k <= q.word_count; ++k) {
      const role is = q.words[k].is;
      if (const u32 entry = is == role::call ? r.routine(k) : is == role::type ? r.type(k) : 0) f(entry);
    }
  };
  if (e.what == entity_kind::domain)
    for (u32 k = e.first_clause; k; k = s.clauses[k].next)
      if (s.clauses[k].value->text) read(s.clauses[k].value->text);
  const model::routine_def* r = e.def ? e.def->routine : nullptr;
  for (u32 i = 0; r && i < r->arguments.size; ++i)
    if (r->arguments.data[i].default_value) read(r->arguments.data[i].default_value);
}

/// Nothing of the kind names the routine or the type; otherwise `what` is the fault.
template <class Sim>
constexpr bool require_no_unheld_calls(Sim& sim, u32 entity, fault what) {
  if constexpr (may_hold_routines<Sim>()) {
    const u32 wanted = entity << names::kind_bits | names::entity;
    verdict f = entity_facts(sim, entity);
    for (u32 i = 1; i <= sim.used.entities; ++i) {
      const entity_state& e = sim.entities[i];
      bool found = false;
      if (e.alive && i != entity) each_unheld_call(sim, e, [&](u32 entry) { found = found || entry == wanted; });
      if (found) add_dependent(f, dependent_of(sim, e));
    }
    return !f.dependents || sim.fail(what, f);
  }
  return true;
}

}  // namespace skein::checks
