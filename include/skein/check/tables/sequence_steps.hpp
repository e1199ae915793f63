// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on sequences, whether they stand alone or a column brought them along.

#include <skein/check/properties/owners.hpp>
#include <skein/check/tables/tables.hpp>

namespace skein::checks {

constexpr u32 require_sequence(auto& sim, const model::object_name& n) {
  if (const u32 q = find_sequence(sim, n)) return q;
  verdict f = named(n);
  f.entity = entity_kind::sequence;
  for (u32 q = 1; q <= sim.used.sequences; ++q) {
    const model::short_text name = model::naming::write(sim.sequences[q].name);
    if (sim.sequences[q].alive && near(ident(name.text, name.size), n.name)) f.suggested = sim.sequences[q].name;
  }
  sim.fail(fault::no_entity, f);
  return 0;
}

/// OWNED BY: a column of a table in the sequence's schema. `q` is new, or without an owner.
constexpr bool give_owner(auto& sim, u32 q, const model::sequence_options& o) {
  if (!o.table) return true;
  const u32 t = require_table(sim, *o.table);
  const u32 c = t ? require_column(sim, t, *o.column) : 0;
  if (!c) return false;
  verdict f = sequence_facts(sim, q);
  f.other_table = sim.tables[t].name;
  f.other_schema = sim.tables[t].schema;
  if (sim.tables[t].schema_key != sim.sequences[q].schema_key) return sim.fail(fault::sequence_elsewhere, f);
  if (!share_owner(sim, q, t)) return false;
  own_sequence(sim, q, c);
  return true;
}

constexpr bool create_sequence(auto& sim, const entity_def& d) {
  auto& s = sim;
  const ident &name = d.name->name, &schema = d.name->schema;
  if (!check_name(sim, name) || !require_schema(sim, schema) || !require_free_table(sim, schema, name)) return false;
  const u32 i = ++s.used.sequences;
  sequence_state q{model::written(&name), &schema, names::schema_key(schema), true, false, 0, 0, 0,
                   sequences::plain(model::type_id::bigint), 1, nullptr};
  const char* bad = sequences::change(q.values, q.position, *d.sequence, false);
  sequences::note_said(q.values, false);
  s.sequences[i] = q;
  if (bad) return fail_sequence(sim, sequence_facts(s, i), bad, q.values, q.position);
  if (!give_owner(sim, i, *d.sequence)) return false;
  names::insert_relation(s, q.schema_key, q.name.hash, i << names::kind_bits | names::sequence);
  give_defaults(sim, i << names::kind_bits | names::sequence, grantable::sequence, &schema);
  return true;
}

/// What belongs to an identity is changed with the column.
constexpr bool fail_of_identity(auto& sim, u32 q) {
  verdict f = sequence_facts(sim, q);
  const column_state& c = sim.columns[sim.sequences[q].column];
  f.other_table = sim.tables[c.table].name;
  f.other_schema = sim.tables[c.table].schema;
  f.other_column = c.name;
  return sim.fail(fault::sequence_of_identity, f);
}

constexpr bool drop_sequence(auto& sim, const step& x, u32 q) {
  if (sim.sequences[q].internal) return fail_of_identity(sim, q);
  if (sim.sequences[q].users) return fail_sequence_used(sim, q);
  if (!sim.accepts(x, model::loss::loses_data)) return sim.fail(fault::loses_data, sequence_facts(sim, q));
  forget_sequence(sim, q);
  unsettle(sim, sim.used.routines);
  return true;
}

constexpr void enter_sequence(auto& s, u32 q) {
  unsettle(s, s.used.routines);
  names::insert_relation(s, s.sequences[q].schema_key, s.sequences[q].name.hash, q << names::kind_bits | names::sequence);
  renew_users(s, q);
}
constexpr bool rename_sequence(auto& sim, const step& x, u32 q) {
  if (!check_name(sim, *x.to) || !require_free_table(sim, *sim.sequences[q].schema, *x.to)) return false;
  sim.sequences[q].name = model::written(x.to);
  enter_sequence(sim, q);
  return true;
}
constexpr bool move_sequence(auto& sim, const step& x, u32 q) {
  sequence_state& s = sim.sequences[q];
  if (!check_name(sim, *x.to) || !require_schema(sim, *x.to)) return false;
  if (s.column) return fail_of_identity(sim, q);  // or of another owner: it moves with its table
  if (same_schema(*s.schema, *x.to)) return sim.fail(fault::no_effect, sequence_facts(sim, q));
  if (!require_free(sim, *x.to, s.name)) return false;
  const u32 type = names::find_entity(sim, entity_kind::enumeration, names::schema_key(*x.to), 0, s.name);
  if (type) return sim.fail(fault::entity_exists, entity_facts(sim, type));
  s.schema = x.to;
  s.schema_key = names::schema_key(*x.to);
  enter_sequence(sim, q);
  return true;
}

constexpr bool alter_sequence(auto& sim, const step& x, u32 q) {
  using said = model::sequence_options;
  const model::sequence_options& wanted = *x.entity->sequence;
  sequence_state& s = sim.sequences[q];
  if (s.internal && wanted.said & (said::owner | said::of_type)) return fail_of_identity(sim, q);
  if (wanted.said & said::restart && !(wanted.said & said::undo_restart) && !sim.explicit_down && !sim.accepts(x, model::loss::irreversible))
    return sim.fail(fault::no_undo, sequence_facts(sim, q));
  const model::sequence_values before = s.values;
  const u32 owner = s.column;
  if (const char* bad = sequences::change(s.values, s.position, wanted, true))
    return fail_sequence(sim, sequence_facts(sim, q), bad, s.values, s.position);
  sequences::note_said(s.values, s.internal);
  if (wanted.said & said::owner) {
    keep_owner(sim, q);
    disown_sequence(sim, q);
    if (!give_owner(sim, q, wanted)) return false;
  }
  if (same(before, s.values) && owner == s.column && !(wanted.said & said::restart)) return sim.fail(fault::no_effect, sequence_facts(sim, q));
  renew_users(sim, q);
  return true;
}

constexpr bool on_sequence(auto& sim, const step& x) {
  using model::op;
  if (x.what == op::create_entity) return create_sequence(sim, *x.entity);
  const u32 q = require_sequence(sim, *x.entity->name);
  if (!q) return false;
  switch (x.what) {
    case op::drop_entity: return drop_sequence(sim, x, q);
    case op::rename_entity: return rename_sequence(sim, x, q);
    case op::move_entity: return move_sequence(sim, x, q);
    case op::alter_entity: return alter_sequence(sim, x, q);
    default: return set_comment(sim, sim.sequences[q].comment, x, sequence_facts(sim, q));
  }
}

}  // namespace skein::checks
