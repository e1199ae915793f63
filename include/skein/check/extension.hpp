// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Extensions: the types that they bring, what they need, where they are. A column of such a type holds its extension.

#include <skein/check/known_extension.hpp>
#include <skein/check/simulation.hpp>

namespace skein::checks {

namespace extensions {

using model::entity_kind;
using part = model::clause::part;

/// The last clause of that part; null if there is none.
constexpr const model::clause* find_clause(const auto& s, u32 i, part what) {
  const model::clause* found = nullptr;
  for (u32 k = s.entities[i].first_clause; k; k = s.clauses[k].next)
    if (s.clauses[k].value->what == what) found = s.clauses[k].value;
  return found;
}
constexpr const ident& schema_of(const auto& s, u32 i) {
  const model::clause* c = find_clause(s, i, part::schema);
  return c ? *c->name : model::public_schema;
}
constexpr bool is(const auto& s, u32 i) { return s.entities[i].alive && s.entities[i].what == entity_kind::extension; }
constexpr model::text_view text_of(const char* name) { return model::view(name, __builtin_strlen(name)); }
constexpr u32 find(const auto& s, const char* name) {
  return names::find_entity(s, entity_kind::extension, 0, 0, ident(name, __builtin_strlen(name)));
}

constexpr bool brings(const model::clause& c, const ident& type) { return c.what == part::provides && same(*c.name, type); }
/// Which types it brings, neither skein knows nor the history says.
constexpr bool may_bring_any(const auto& s, u32 i) {
  return is(s, i) && !find_clause(s, i, part::provides) && !is_known_extension(*s.entities[i].name);
}

/// The extension that brings the type, in whichever schema; 0 if none is known to.
constexpr u32 home_of(const auto& s, const ident& type) {
  if (const char* known = known_home_of(type))
    if (const u32 i = find(s, known)) return i;
  for (u32 i = 1; i <= s.used.entities; ++i)
    for (u32 k = is(s, i) ? s.entities[i].first_clause : 0; k; k = s.clauses[k].next)
      if (brings(*s.clauses[k].value, type)) return i;
  return 0;
}
constexpr u32 of_type(const auto& s, const model::object_name& type) {
  const u32 i = home_of(s, type.name);
  return i && same_schema(schema_of(s, i), type.schema) ? i : 0;
}

}  // namespace extensions

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

constexpr bool define_extension(auto& sim, model::entity_state& e, const model::entity_def& d) {
  using extensions::part;
  verdict f;
  f.entity = d.what;
  f.table = e.name;
  if (same(*e.name, plpgsql)) {
    f.text = model::unhashed("is in every database already; leave it out");
    return sim.fail(fault::malformed, f);
  }
  const ident* in = &model::public_schema;
  for (u32 i = 0; i < d.clauses.size; ++i) {
    const model::clause& c = d.clauses.data[i];
    if (c.what == part::schema && !require_schema(sim, *(in = c.name))) return false;
    if (c.what == part::provides && !require_free_type(sim, *in, model::view(c.name->text, c.name->kept()))) return false;
  }
  for (const known_extension& k : known_extensions) {
    if (!is_called(*e.name, k.name)) continue;
    if (k.what == known_extension::has_type && !require_free_type(sim, *in, extensions::text_of(k.other))) return false;
    if (k.what != known_extension::needs) continue;
    const u32 needed = extensions::find(sim, k.other);
    f.text = extensions::text_of(k.other);
    if (!needed) return sim.fail(fault::extension_needs, f);
    sim.uses[++sim.used.uses] = needed << names::kind_bits | names::entity;
    ++e.used;
  }
  return true;
}

/// ALTER EXTENSION … UPDATE.
constexpr bool alter_extension(auto& sim, u32 i, const step& x) {
  auto& s = sim;
  const model::clause& to = x.entity->clauses[0];
  verdict f;
  f.entity = model::entity_kind::extension;
  f.table = s.entities[i].name;
  u32 last = 0;
  for (u32 k = s.entities[i].first_clause; k; last = k, k = s.clauses[k].next) {
    if (s.clauses[k].value->what != to.what) continue;
    if (same(s.clauses[k].value->text, to.text)) return sim.fail(fault::no_effect, f);
  }
  if (!sim.explicit_down && !sim.accepts(x, model::loss::irreversible)) {
    f.text = model::unhashed("is updated, which PostgreSQL does not undo; say irreversible<why> as the last argument of the step");
    return sim.fail(fault::malformed, f);
  }
  for (u32 k = s.entities[i].first_clause; k; k = s.clauses[k].next)
    if (s.clauses[k].value->what == to.what) return s.clauses[k].value = &to, true;
  const u32 k = ++s.used.clauses;
  s.clauses[k] = model::clause_of(to);
  if (last) s.clauses[last].next = k;
  else s.entities[i].first_clause = k;
  return true;
}

/// The model's parts against those of the state, in whatever order.
constexpr bool same_extension(const auto& s, u32 i, const model::entity_def& m) {
  const auto in_model = [&m](const model::clause& c) {
    for (u32 k = 0; k < m.clauses.size; ++k) {
      const model::clause& o = m.clauses.data[k];
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
