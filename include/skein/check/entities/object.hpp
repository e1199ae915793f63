// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Objects that skein tracks without knowing their kind: what says so creates them, drops them, and what they use.

#include <skein/check/entities/entity_uses.hpp>
#include <skein/check/entities/malformed.hpp>
#include <skein/check/text/raw_sql.hpp>

namespace skein::checks {

namespace tracked {

using part = model::clause::part;

/// A routine of that name, whatever its arguments; 0 if there are several.
constexpr u32 find_routine(const auto& s, const model::object_name& n, u32& found) {
  u32 only = 0;
  for (u32 i = 1; i <= s.used.entities; ++i) {
    const entity_state& e = s.entities[i];
    if (e.alive && model::traits_of(e.what).is_routine && same(*e.name, n.name) && same_schema(*e.schema, n.schema)) ++found, only = i;
  }
  return found == 1 ? only : 0;
}

/// What `uses<…>` means, as an entry of check/state/names.hpp. PostgreSQL's kinds have names of their own; a relation comes first.
constexpr bool use_clause(auto& sim, entity_state& e, const entity_def& d, const model::clause& c) {
  const auto& s = sim;
  const model::object_name& n = *c.object;
  const auto entity = [](u32 i) { return i << names::kind_bits | names::entity; };
  if (c.name) {
    const u32 t = require_table(sim, n);
    const u32 column = t ? require_column(sim, t, *c.name) : 0;
    if (column) use(sim, e, column << names::kind_bits | names::column);
    return column;
  }
  if (c.text) {
    const u32 i = names::find_entity(s, entity_kind::object, names::schema_key(n.schema), c.text.hash, n.name);
    if (!i) return fail_malformed(sim, d, "uses an object that is not there:", &n.name);
    use(sim, e, entity(i));
    return true;
  }
  if (const u32 r = names::find_relation(s, n.schema, n.name)) {
    const u32 is = r & names::kind_mask;
    use(sim, e, is == names::table || is == names::entity ? r : 0);
    return true;
  }
  u32 i = names::find_type(s, n), routines = 0;
  if (!i) i = find_routine(s, n, routines);
  if (!i) i = names::find_entity(s, entity_kind::extension, 0, 0, n.name);
  if (!i && !routines) return fail_malformed(sim, d, "uses something that is not there:", &n.name);
  use(sim, e, i ? entity(i) : 0);
  return true;
}

constexpr const model::text_view* find_text(const model::list<model::clause>& clauses, part what) {
  for (u32 i = 0; i < clauses.size; ++i)
    if (clauses.data[i].what == what) return &clauses.data[i].text;
  return nullptr;
}

}  // namespace tracked

constexpr bool define_object(auto& sim, entity_state& e, const entity_def& d) {
  const model::text_view* drop = tracked::find_text(d.clauses, tracked::part::drop);
  if (!d.clauses.data[0].text.size) return fail_malformed(sim, d, "has no kind; write it in PostgreSQL's words, such as collation");
  if (!d.body.size) return fail_malformed(sim, d, "is not created by anything; add create<sql>");
  if (drop && !drop->size) return fail_malformed(sim, d, "is dropped by an empty text; write the SQL, or leave drop<...> out");
  if (sim.transactional && !(check_raw(sim, d.body) && (!drop || check_raw(sim, *drop)))) return false;
  for (u32 i = 1; i < d.clauses.size; ++i)
    if (d.clauses.data[i].what == tracked::part::uses && !tracked::use_clause(sim, e, d, d.clauses.data[i])) return false;
  return true;
}

/// A step that drops an object says again how, if that was said: the step's SQL does not depend on the state.
constexpr bool droppable_object(auto& sim, u32 i, const entity_def& d) {
  const model::text_view *was = tracked::find_text(sim.entities[i].def->clauses, tracked::part::drop), *is = tracked::find_text(d.clauses, tracked::part::drop);
  if (was ? is && same(*was, *is) : !is) return true;
  return fail_malformed(sim, d, was ? model::unhashed("is dropped otherwise than its creation says; write the same drop<...>")
                                    : model::unhashed("is dropped otherwise than its creation says; leave drop<...> out, or say it there"));
}

}  // namespace skein::checks
