// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Calls of functions that are not there yet. A call of nothing that the history has is taken for one of PostgreSQL's own
/// functions, or an extension's; when the history creates a function that it would have found, PostgreSQL has refused it before.
/// Who has such calls keeps bits of their names, so that a new function is looked for only where it may be called.

#include <skein/check/text/body.hpp>
#include <skein/check/text/routine_language.hpp>

namespace skein::checks {

namespace early_calls {

/// Calls `f` with the texts whose calls PostgreSQL looks up when it reads them.
constexpr void each_text(const entity_state& e, auto&& f) {
  using routine_bodies::language;
  if (e.text) return f(*e.text);
  const entity_def& d = *e.def;
  if (!d.routine) {
    if (d.body) f(d.body);
    if (d.policy && d.policy->with_check) f(d.policy->with_check);
  } else if (const language is = routine_bodies::language_of(d); is == language::sql) {
    f(d.body);
  } else if (is == language::standard) {
    f(routine_bodies::statements_of(d.body));
  }
}

/// Whether the text has a call that would find the routine, and finds no other.
template <class Sim>
constexpr bool calls(const Sim& s, const text_view& sql, const entity_state& routine) {
  const model::query_of q(sql);
  const bodies::resolver<Sim> r(s, q, 0);
  for (u32 k = 1; k <= q.word_count; ++k) {
    const query_word& w = q.words[k];
    if (w.is == role::call && same(*routine.name, w) && r.schema_of(w) == routine.schema_key && r.takes(*routine.def->routine, w.of) && r.is_unknown_call(k)) return true;
  }
  return false;
}

}  // namespace early_calls

/// Nothing has called the routine before it comes, or comes under this name.
template <class Sim>
constexpr bool require_not_called_yet(Sim& sim, const entity_state& routine) {
  const model::u64 bits = names::bits_of(routine.name->hash);
  if (!model::traits_of(routine.what).is_routine || !names::may_have(sim.awaited, bits)) return true;
  verdict f = entity_facts_of(sim, routine);
  for (u32 i = 1; i <= sim.used.entities; ++i) {
    const entity_state& e = sim.entities[i];
    bool found = false;
    if (e.alive && names::may_have(e.awaits, bits)) early_calls::each_text(e, [&](const text_view& sql) { found = found || early_calls::calls(sim, sql, routine); });
    if (found) add_dependent(f, dependent_of(sim, e));
  }
  return !f.dependents || sim.fail(fault::called_too_early, f);
}

}  // namespace skein::checks
