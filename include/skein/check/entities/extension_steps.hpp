// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Extensions: what they need, and how they are updated.

#include <skein/check/entities/entity_uses.hpp>
#include <skein/check/entities/malformed.hpp>

namespace skein::checks {

/// Whether something is called like a type that the extension brings, in its schema.
constexpr bool require_free_type(auto& sim, const ident& in, const model::text_view& type) {
  const model::object_name name(in, ident(type.data, type.size));
  bool taken = names::find_table(sim, in, name.name) || names::find_type(sim, name);
  for (u32 c = 1; c <= sim.used.columns && !taken; ++c)  // of a type that was taken on trust
    taken = sim.columns[c].name && sim.columns[c].type->id == model::type_id::named &&
            same(*sim.columns[c].type->user, name);
  if (!taken) return true;
  verdict f;
  f.schema = &in;
  f.text = type;
  return sim.fail(fault::type_exists, f);
}

inline constexpr ident plpgsql{"plpgsql"};

constexpr bool define_extension(auto& sim, entity_state& e, const entity_def& d) {
  if (same(*e.name, plpgsql)) return fail_malformed(sim, d, "is in every database already; leave it out");
  const ident* in = &model::public_schema;
  for (u32 i = 0; i < d.clauses.size; ++i) {
    const clause& c = d.clauses.data[i];
    if (c.what == part::schema && !require_schema(sim, *(in = c.name))) return false;
    if (c.what != part::provides) continue;
    if (!require_free_type(sim, *in, model::view(c.name->text, c.name->kept()))) return false;
    sim.brought |= names::bits_of(c.name->hash);
  }
  for (const known_extension& k : known_extensions) {
    if (!is_called(*e.name, k.name)) continue;
    if (k.what == known_extension::has_type) {
      if (!require_free_type(sim, *in, extensions::text_of(k.other))) return false;
      sim.brought |= names::bits_of(extensions::text_of(k.other).hash);
    }
    if (k.what != known_extension::needs) continue;
    const u32 needed = extensions::find(sim, k.other);
    if (!needed) {
      verdict f = named(*d.name);
      f.entity = d.what;
      f.text = extensions::text_of(k.other);
      return sim.fail(fault::extension_needs, f);
    }
    use(sim, e, needed << names::kind_bits | names::entity);
  }
  return true;
}

/// ALTER EXTENSION … UPDATE.
constexpr bool alter_extension(auto& sim, u32 i, const step& x) {
  const clause& to = x.entity->clauses[0];
  u32& first = sim.entities[i].first_clause;
  const u32 now = only_clause(sim, first, to.what);
  if (now && same(sim.clauses[now].value->text, to.text)) return sim.fail(fault::no_effect, entity_facts(sim, i));
  if (!sim.explicit_down && !sim.accepts(x, model::loss::irreversible))
    return fail_malformed(sim, *x.entity, "is updated, which PostgreSQL does not undo; say irreversible<why> as the last argument of the step");
  if (now) sim.clauses[now].value = &to;
  else append_clause(sim, first, to);
  return true;
}

/// The model's parts against those of the state, in whatever order.
constexpr bool same_extension(const auto& s, u32 i, const entity_def& m) {
  const auto in_model = [&m](const clause& c) {
    for (u32 k = 0; k < m.clauses.size; ++k) {
      const clause& o = m.clauses.data[k];
      if (o.what == c.what && same(o.text, c.text) && same(o.name, c.name)) return true;
    }
    return false;
  };
  u32 n = 0;
  for (u32 k = s.entities[i].first_clause; k; k = s.clauses[k].next, ++n)
    if (!in_model(*s.clauses[k].value)) return false;
  return n == m.clauses.size;
}

}  // namespace skein::checks
