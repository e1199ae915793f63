// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Domains: a type with a default, NOT NULL and checks of its own.

#include <skein/check/entities/malformed.hpp>
#include <skein/check/state/naming.hpp>
#include <skein/check/tables/type_storage.hpp>
#include <skein/check/text/label_texts.hpp>
#include <skein/check/text/operand.hpp>

namespace skein::checks {

inline constexpr ident value_of_domain{"value"};

/// A default or a check of a domain names no column, and of an enum only its labels; in a check VALUE is what is looked at.
constexpr bool check_domain_text(auto& sim, const entity_state& e, const verdict& facts, const clause& c) {
  for (reader r(c.text); r.next();) {
    if (r.found.soft && !is_operand(c.text, r.found)) continue;
    if (c.what == part::check && same(value_of_domain, r.found)) continue;
    verdict f = facts;
    f.text = model::view(r.found.data, r.found.size);
    return sim.fail(fault::domain_uses_column, f);
  }
  const enum_values is = enum_of(sim, *sim.clauses[e.first_clause].type);
  return !is.type || check_labels(sim, dependent_of(sim, e), c.text, 0, is);
}

/// Checks or chooses the name of the check at `k`. PostgreSQL adds the checks of a new domain one after the other.
constexpr bool name_check(auto& sim, const entity_state& e, const verdict& facts, u32 k) {
  auto& s = sim;
  name_ref& n = s.clauses[k].name;
  const auto is_taken = [&] {
    for (u32 q = e.first_clause; q != k; q = s.clauses[q].next)
      if (s.clauses[q].value->what == part::check && same(s.clauses[q].name, n)) return true;
    return false;
  };
  if (n.given) {
    verdict f = facts;
    f.part = part::check;
    f.object = n;
    return check_name(sim, *n.given) && (!is_taken() || sim.fail(fault::clause_exists, f));
  }
  if (s.clauses[k].comment) return sim.fail(fault::name_needed, facts);
  n.table = e.name;
  n.label = &model::labels::check;
  for (;; ++n.number) {
    model::naming::finish(n);
    if (!s.names[names::probe_constraint(s, e.schema_key, 0, n)] && !is_name_in_domain(s, e.schema_key, n, k) && !is_taken()) return true;
  }
}

constexpr bool define_domain(auto& sim, const entity_state& e, const entity_def& d) {
  verdict facts = named(*d.name);
  facts.entity = d.what;
  for (u32 k = e.first_clause; k; k = sim.clauses[k].next) {
    const clause& c = *sim.clauses[k].value;
    if (!check_domain_text(sim, e, facts, c)) return false;
    if (c.what == part::check && c.not_valid && !c.name)
      return fail_misplaced(sim, model::unhashed("a check that is not valid has a name in create_domain; write constraint<name, check<...>, not_valid>"), facts);
    if (c.what == part::check && !name_check(sim, e, facts, k)) return false;
  }
  return true;
}

constexpr bool alter_domain(auto& sim, u32 i, const clause& c) {
  using change = clause::change;
  auto& s = sim;
  entity_state& e = s.entities[i];
  const verdict facts = entity_facts(s, i);
  if (c.what == part::base || c.what == part::collation) return fail_malformed(sim, *e.def, "keeps its type and its collation; drop it and create it instead");
  if (c.what == part::default_value || c.what == part::not_null) {
    const u32 now = only_clause(s, e.first_clause, c.what);
    if (c.does == change::drop) {
      if (!now) return sim.fail(fault::no_effect, facts);
      remove_clause(s, e.first_clause, now);
      return true;
    }
    if (now && same(s.clauses[now].value->text, c.text)) return sim.fail(fault::no_effect, facts);
    if (c.what == part::not_null && !require_not_stored(sim, i, true)) return false;
    if (!check_domain_text(sim, e, facts, c)) return false;
    if (now) s.clauses[now].value = &c;
    else append_clause(s, e.first_clause, c);
    return true;
  }
  if (c.does == change::add) {
    if (!c.not_valid && !require_not_stored(sim, i, true)) return false;
    if (!check_domain_text(sim, e, facts, c)) return false;
    const u32 k = append_clause(s, e.first_clause, c);
    return name_check(sim, e, facts, k);
  }
  const u32 k = require_clause(sim, i, part::check, *c.name);
  if (!k) return false;
  switch (c.does) {
    case change::drop: remove_clause(s, e.first_clause, k); return true;
    case change::rename: return rename_clause(sim, i, k, c);
    case change::validate:
      if (s.clauses[k].validated) return sim.fail(fault::no_effect, facts);
      if (!require_not_stored(sim, i, true)) return false;
      s.clauses[k].validated = true;
      return true;
    default: return comment_on_clause(sim, i, k, c);
  }
}

}  // namespace skein::checks
