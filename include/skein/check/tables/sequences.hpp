// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Sequences come, go, and belong to columns.

#include <skein/check/entities/entity_uses.hpp>
#include <skein/check/privileges/rights.hpp>
#include <skein/check/state/naming.hpp>
#include <skein/check/tables/sequence_values.hpp>

namespace skein::checks {

using model::sequence_state;

constexpr u32 find_sequence(const auto& s, const model::object_name& n) {
  const u32 e = names::find_relation(s, n.schema, n.name);
  return (e & names::kind_mask) == names::sequence ? names::slot_of(e) : 0;
}

/// The options of a sequence are at fault: which, and how it would be.
constexpr bool fail_sequence(auto& sim, verdict f, const char* option, const model::sequence_values& v, long long position) {
  u32 n = 0;
  while (option[n]) ++n;
  f.text = model::view(option, n);
  f.now.sequence = v;
  f.wanted.sequence.first = position;
  return sim.fail(fault::sequence_option, f);
}

/// Among the sequences that columns of the table own.
constexpr void own_sequence(auto& s, u32 q, u32 column) {
  u32& first = s.tables[s.columns[column].table].first_sequence;
  s.sequences[q].column = column;
  s.sequences[q].next = first;
  first = q;
}
constexpr void disown_sequence(auto& s, u32 q) {
  sequence_state& x = s.sequences[q];
  if (!x.column) return;
  u32* at = &s.tables[s.columns[x.column].table].first_sequence;
  while (*at != q) at = &s.sequences[*at].next;
  *at = x.next;
  x.column = x.next = 0;
}
constexpr void forget_sequence(auto& s, u32 q) {
  disown_sequence(s, q);
  s.sequences[q].alive = false;
}

/// Of one that a column brings along. PostgreSQL chooses the names of one CREATE TABLE before it creates any of its sequences, so
/// that two of them may clash.
constexpr bool name_sequence(auto& sim, u32 i, const column_state& c) {
  auto& s = sim;
  const table_state& t = s.tables[c.table];
  name_ref n{};
  n.table = t.name;
  n.column = c.name;
  n.label = &model::labels::seq;
  model::naming::finish(n);
  const u32 e = sim.creating ? s.names[names::probe_relation(s, t.schema_key, n)] : 0;
  if ((e & names::kind_mask) == names::sequence) {
    const u32 owner = s.sequences[names::slot_of(e)].column;
    if (owner && s.columns[owner].table == c.table) return require_free(sim, *t.schema, n);
  }
  enter_automatic(s, c.table, n, i << names::kind_bits | names::sequence, true, false);
  s.sequences[i].name = n;
  return true;
}
constexpr bool give_options(auto& sim, u32 i, const column_state& c, const model::sequence_options& o) {
  auto& s = sim;
  sequence_state& q = s.sequences[i];
  const table_state& t = s.tables[c.table];
  if (const char* bad = sequences::change(q.values, q.position, o, false))
    return fail_sequence(sim, of(sim, c.table, c.name), bad, q.values, q.position);
  sequences::note_said(q.values, true);
  if (!o.name) return name_sequence(sim, i, c);
  if (!check_name(sim, *o.name) || !require_free(sim, *t.schema, *o.name)) return false;
  q.name = model::written(o.name);
  names::insert_relation(s, t.schema_key, q.name.hash, i << names::kind_bits | names::sequence);
  return true;
}

/// The sequence of a serial column, or with options of an identity. `c` is the column, which may not be in the state yet.
constexpr bool give_sequence(auto& sim, u32 column, column_state& c, const model::sequence_options* o) {
  auto& s = sim;
  table_state& t = s.tables[c.table];
  const u32 i = c.sequence = ++s.used.sequences;
  sequence_state& q = s.sequences[i];
  q.schema = t.schema;
  q.schema_key = t.schema_key;
  q.alive = true;
  q.column = column;
  q.next = t.first_sequence;
  t.first_sequence = i;
  q.values = sequences::plain(c.type->id);
  q.position = 1;
  give_defaults(s, i << names::kind_bits | names::sequence, grantable::sequence, q.schema);
  if (o) {
    q.internal = true;
    if (o->said || o->name) return give_options(sim, i, c, *o);
  } else {
    q.users = 1;
    if (c.type->id != model::type_id::bigint) q.values.said = model::sequence_values::of_type;
  }
  return name_sequence(sim, i, c);
}

constexpr verdict sequence_facts(const auto& s, u32 q) {
  verdict f;
  f.entity = entity_kind::sequence;
  f.schema = s.sequences[q].schema;
  f.object = s.sequences[q].name;
  return f;
}

/// Columns whose default calls it, and expressions that name it.
constexpr void list_sequence_users(const auto& s, u32 q, verdict& f) {
  for (u32 c = 1; c <= s.used.columns; ++c) {
    const column_state& x = s.columns[c];
    if (x.name && x.flags & flag::next_value && x.sequence == q)
      add_dependent(f, dependent_of(s, x));
  }
  list_entities_using(s, q << names::kind_bits | names::sequence, f);
}
constexpr bool fail_sequence_used(auto& sim, u32 q) {
  verdict f = sequence_facts(sim, q);
  list_sequence_users(sim, q, f);
  return sim.fail(fault::entity_used, f);
}

/// The sequences of a column that goes go with it, unless other columns use them.
constexpr bool drop_sequences(auto& sim, u32 table, u32 column) {
  auto& s = sim;
  for (u32 q = s.tables[table].first_sequence, next = 0; q; q = next) {
    next = s.sequences[q].next;
    if (column && s.sequences[q].column != column) continue;
    if (s.sequences[q].users) return fail_sequence_used(sim, q);
    forget_sequence(s, q);
  }
  return true;
}

/// What says its name, or is declared with its options, is no more as it was declared.
constexpr void renew_users(auto& s, u32 q) {
  const sequence_state& x = s.sequences[q];
  const bool of_owner = x.column && s.columns[x.column].sequence == q;
  if (of_owner) s.columns[x.column].declared = nullptr;
  if (x.users == (of_owner && !x.internal ? 1u : 0u)) return;
  for (u32 c = 1; c <= s.used.columns; ++c)
    if (s.columns[c].name && s.columns[c].sequence == q) s.columns[c].declared = nullptr;
  for (u32 i = 1; i <= s.used.entities; ++i) {
    const entity_state& e = s.entities[i];
    if (!e.alive || (e.holder & names::kind_mask) != names::column) continue;
    for (u32 k = 0; k < e.used; ++k)
      if (s.uses[e.first_use + k] == (q << names::kind_bits | names::sequence)) s.columns[names::slot_of(e.holder)].declared = nullptr;
  }
}

}  // namespace skein::checks
