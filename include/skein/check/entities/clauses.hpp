// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What an entity is made of, in the state. A clause of a type of the history's is one of that type's users, as a column is.

#include <skein/check/entities/clause_list.hpp>
#include <skein/check/entities/entity_uses.hpp>

namespace skein::checks {

/// The facts "of this constraint or attribute of it".
constexpr verdict clause_facts(const auto& s, u32 entity, part what, const ident& name) {
  verdict f = entity_facts(s, entity);
  f.part = what;
  f.object = model::written(&name);
  return f;
}
constexpr u32 require_clause(auto& sim, u32 entity, part what, const ident& name) {
  if (const u32 k = find_clause(sim, sim.entities[entity].first_clause, what, name)) return k;
  verdict f = clause_facts(sim, entity, what, name);
  for (u32 k = sim.entities[entity].first_clause; k; k = sim.clauses[k].next) {
    if (sim.clauses[k].value->what != what) continue;
    const model::short_text text = model::naming::write(sim.clauses[k].name);
    if (near(ident(text.text, text.size), name)) f.suggested = sim.clauses[k].name;
  }
  sim.fail(fault::no_clause, f);
  return 0;
}

/// A clause's type must exist, and be one that a value can have: serial is a column with a sequence.
constexpr bool hold_clause(auto& sim, const verdict& of, const clause& c) {
  if (c.what == part::mistake) return fail_misplaced(sim, c.text, of);
  if (!c.type) return true;
  if (c.type->id != model::type_id::mistake && !model::is_serial(c.type->id)) return require_type(sim, *c.type) && hold_type(sim, *c.type);
  verdict f = of;
  f.type = c.type;
  return sim.fail(fault::misplaced, f);
}

/// Enters what a definition says, in its order.
constexpr bool enter_clauses(auto& sim, entity_state& e, const entity_def& d) {
  verdict facts = named(*d.name);
  facts.entity = d.what;
  e.first_clause = 0;
  u32 last = 0;
  for (u32 i = 0; i < d.clauses.size; ++i) {
    const clause& c = d.clauses.data[i];
    if (!hold_clause(sim, facts, c)) return false;
    const u32 k = ++sim.used.clauses;
    sim.clauses[k] = clause_of(c);
    if (last) sim.clauses[last].next = k;
    else e.first_clause = k;
    last = k;
  }
  return true;
}

constexpr bool rename_clause(auto& sim, u32 entity, u32 k, const clause& c) {
  const part what = sim.clauses[k].value->what;
  if (!check_name(sim, *c.to)) return false;
  if (find_clause(sim, sim.entities[entity].first_clause, what, *c.to)) return sim.fail(fault::clause_exists, clause_facts(sim, entity, what, *c.to));
  sim.clauses[k].name = model::written(c.to);
  return true;
}
constexpr bool comment_on_clause(auto& sim, u32 entity, u32 k, const clause& c) {
  const model::text_view* now = sim.clauses[k].comment;
  if (now ? same(*now, c.text) : !c.text.size) return sim.fail(fault::no_effect, clause_facts(sim, entity, c.what, *c.name));
  sim.clauses[k].comment = c.text.size ? &c.text : nullptr;
  return true;
}

}  // namespace skein::checks
