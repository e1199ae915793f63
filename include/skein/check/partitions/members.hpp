// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a partition has of its table: the columns, and a part of every constraint and every index. A part comes to be, or what
/// the partition has already becomes it; its own partitions then have parts of that.

#include <skein/check/compare/digests.hpp>
#include <skein/check/partitions/tree.hpp>
#include <skein/check/tables/columns.hpp>

namespace skein::checks {

namespace partitions {

/// What an expression of the partitioned table uses besides columns, its copy uses too.
constexpr void share_expressions(auto& sim, u32 table, u32 holder, u32 partition, u32 new_holder) {
  auto& s = sim;
  for (u32 i = s.used.entities ? s.tables[table].first_entity : 0; i; i = s.entities[i].next) {
    if (!s.entities[i].alive || s.entities[i].what != entity_kind::expression || s.entities[i].holder != holder) continue;
    entity_state e = s.entities[i];
    e.table = partition;
    e.holder = new_holder;
    e.first_use = s.used.uses + 1;
    for (u32 k = 0; k < e.used; ++k) s.uses[++s.used.uses] = s.uses[s.entities[i].first_use + k];
    enter_entity(s, ++s.used.entities, e);
  }
}

/// The column like that of the partitioned table, but for an identity and a comment, which are the table's alone.
constexpr u32 inherit_column(auto& sim, u32 partition, u32 column) {
  auto& s = sim;
  const u32 i = ++s.used.columns, table = s.columns[column].table;
  column_state c = s.columns[column];
  if (c.flags & flag::identity) c.sequence = 0;
  c.flags &= ~(flag::identity | flag::comment);
  c.table = partition;
  c.next = c.uses = c.own = 0;
  c.comment = nullptr;
  if (c.flags & flag::next_value) ++s.sequences[c.sequence].users;
  if (const u32 type = type_entity(s, *c.type)) ++s.entities[type].users;
  s.columns[i] = c;
  names::insert_column(s, i);
  table_state& t = s.tables[partition];
  if (t.last_column) s.columns[t.last_column].next = i;
  else t.first_column = i;
  t.last_column = i;
  ++t.columns;
  share_expressions(sim, table, column << names::kind_bits | names::column, partition, i << names::kind_bits | names::column);
  return i;
}

/// A constraint or an index of the partitioned table over the partition's columns, without a name.
constexpr object_state copy_for(auto& s, u32 partition, u32 of) {
  const object_state& from = s.objects[of];
  object_state o = from;
  const auto own = [&](u32 column) { return column ? names::find_column(s, partition, *s.columns[column].name) : 0; };
  o.table = partition;
  s.tables[partition].renamed |= s.tables[from.table].renamed;
  o.next = o.supports = o.inherited = 0;
  o.comment = nullptr;
  o.first_use = s.used.uses + 1;
  for (u32 i = 0; i < o.used; ++i) s.uses[++s.used.uses] = own(s.uses[from.first_use + i]);
  for (u32 i = 0; i < o.targets; ++i) s.uses[++s.used.uses] = s.uses[from.first_use + o.used + i];
  if (o.what == kind::column) o.target = own(o.target);
  return o;
}
constexpr void hold_target(auto& s, const object_state& o) {
  ++s.objects[o.supported_by].supports;
  for (u32 i = 0; i < o.targets; ++i) ++s.columns[s.uses[o.first_use + o.used + i]].uses;
  ++s.tables[o.target].referenced;
}

/// What PostgreSQL calls a part, from the names that the columns had when the partitioned table's was created.
constexpr name_ref chosen_name(const auto& s, const object_state& o) {
  const bool is_index = o.what == kind::index;
  name_ref n{};
  n.table = s.tables[o.table].name;
  n.label = is_index ? &model::labels::idx : o.what == kind::primary_key ? &model::labels::pkey : o.what == kind::unique ? &model::labels::key : &model::labels::fkey;
  if (o.what != kind::primary_key) {
    n.columns = is_index ? o.index->columns : o.constraint->columns;
    n.more = is_index ? o.index->include : o.constraint->include;
    if (!n.columns.size) {
      const column_state& c = s.columns[s.uses[o.first_use]];
      n.column = c.declared ? c.declared->name : c.name;
    }
  }
  return n;
}
/// Of a check it is the table's name, of a foreign key that too if it is free.
constexpr void name_part(auto& s, u32 slot, object_state& o) {
  if (o.what == kind::column || o.what == kind::check) return names::insert_object(s, slot, o);
  const u32 in = s.tables[o.table].schema_key;
  if (o.what == kind::foreign_key && !s.names[names::probe_constraint(s, in, o.table, o.name)]) return names::insert_object(s, slot, o);
  o.name = chosen_name(s, o);
  enter_automatic(s, o.table, o.name, slot << names::kind_bits | names::object, o.what != kind::foreign_key, o.what != kind::index);
}
/// Whether the part that PostgreSQL makes in its place, when it builds the table's again, is the same.
constexpr bool comes_back(const auto& s, const object_state& o) {
  if (o.comment) return false;
  if (o.what == kind::check) return true;
  if (o.what == kind::foreign_key) return same(o.name, s.objects[o.inherited].name);
  name_ref n = chosen_name(s, o);
  for (u32 i = 0; i < n.columns.size; ++i)
    if (const u32 c = s.uses[o.first_use + i]; c && !same(*s.columns[c].name, *n.columns.data[i])) return false;
  model::naming::finish(n);
  return same(o.name, n);
}

/// A new part of it.
constexpr u32 copy_part(auto& sim, u32 partition, u32 of) {
  auto& s = sim;
  const u32 slot = ++s.used.objects, table = s.objects[of].table;
  object_state o = copy_for(s, partition, of);
  if (o.what == kind::primary_key)
    for (u32 i = 0; i < o.keys; ++i) s.columns[s.uses[o.first_use + i]].flags |= flag::not_null;
  name_part(s, slot, o);
  hold_columns(s, o);
  if (o.what == kind::foreign_key) hold_target(s, o);
  enter_object(s, slot, o);
  share_expressions(sim, table, of << names::kind_bits | names::object, partition, slot << names::kind_bits | names::object);
  return slot;
}

/// The definition, whatever it is called.
constexpr u64 definition_of(const auto& s, u32 slot, object_state o) {
  o.name = {};
  o.comment = nullptr;
  o.inherited = 0;
  return digests::of_object(s, slot, o);
}
/// The check of the partition that has the name; `found` is 0 if there is none.
constexpr bool find_check(auto& sim, u32 partition, u32 of, u32& found) {
  const object_state& o = sim.objects[of];
  found = sim.names[names::probe_constraint(sim, sim.tables[partition].schema_key, partition, o.name)] >> names::kind_bits;
  if (!found) return true;
  object_state mine = sim.objects[found];
  const bool valid = mine.validated || !o.validated;
  mine.validated = o.validated;
  if (valid && mine.what == kind::check && !mine.constraint->no_inherit && definition_of(sim, found, mine) == definition_of(sim, of, o)) return true;
  return fail_partition_object(sim, partition_rule::check_differs, partition, o.name);
}
/// What the partition has already that becomes its part of it; `found` is 0 if there is nothing.
constexpr bool find_part(auto& sim, u32 partition, u32 of, u32& found) {
  const object_state& o = sim.objects[of];
  found = 0;
  if (o.what == kind::check) return find_check(sim, partition, of, found);
  const u64 definition = definition_of(sim, of, o);
  for (u32 k = sim.tables[partition].first_object; k; k = sim.objects[k].next) {
    const object_state& mine = sim.objects[k];
    if (!mine.alive || mine.inherited || (o.what == kind::foreign_key ? mine.what != o.what : !are_alike(sim, mine, o))) continue;
    const bool equal = mine.what == o.what && definition_of(sim, k, mine) == definition;
    if (!equal && o.what == kind::foreign_key) continue;
    if (!equal || found) return fail_partition_object(sim, partition_rule::like, partition, mine.name);
    found = k;
  }
  return true;
}

template <class Sim>
constexpr bool give_part(Sim& sim, u32 partition, u32 of) {
  u32 part = 0;
  if (!find_part(sim, partition, of, part)) return false;
  if (!part && sim.objects[of].what == kind::primary_key)
    for (u32 o = sim.tables[partition].first_object; o; o = sim.objects[o].next)
      if (sim.objects[o].alive && sim.objects[o].what == kind::primary_key) return sim.fail(fault::second_primary_key, checks::of(sim, partition, sim.objects[o].name));
  if (!part) part = copy_part(sim, partition, of);
  sim.objects[part].inherited = of;
  if (const u32 key = partition_key(sim, partition); key && !fits_key(sim, sim.objects[part], key)) return false;
  return each_partition(sim, partition, [&](u32 p) { return part_in(sim, p, part) || give_part(sim, p, part); });
}

}  // namespace partitions

/// What of these comes to heirs, and goes with them: in check/inheritance/members.hpp.
namespace inheritance {
template <class Sim>
constexpr bool pass_on(Sim& sim, u32 object);
template <class Sim>
constexpr bool pass_on_column(Sim& sim, u32 column);
template <class Sim>
constexpr bool take_back(Sim& sim, u32 object);
}  // namespace inheritance

/// A new constraint or index of a partitioned table comes to its partitions, a check to heirs.
template <class Sim>
constexpr bool spread_object(Sim& sim, u32 object) {
  if constexpr (knows_partitions<Sim>)
    if (!each_partition(sim, sim.objects[object].table, [&](u32 p) { return partitions::give_part(sim, p, object); })) return false;
  if constexpr (knows_heirs<Sim>) return inheritance::pass_on(sim, object);
  return true;
}
/// A new column does, with what it is generated from.
template <class Sim>
constexpr bool spread_column(Sim& sim, u32 column) {
  if constexpr (knows_partitions<Sim>)
    if (!each_partition(sim, sim.columns[column].table, [&](u32 p) {
      if (sim.columns[column].flags & flag::identity) return fail_partition(sim, partition_rule::new_identity, sim.columns[column].table, sim.columns[column].name);
      const u32 c = partitions::inherit_column(sim, p, column);
      if (!fill_column(sim, c)) return false;
      if (const u32 o = generation_of(sim, column)) partitions::copy_part(sim, p, o);
      return spread_column(sim, c);
    }))
      return false;
  if constexpr (knows_heirs<Sim>) return inheritance::pass_on_column(sim, column);
  return true;
}
/// What a constraint or an index that goes has in partitions goes with it.
template <class Sim>
constexpr bool detach_parts(Sim& sim, u32 object) {
  if constexpr (knows_partitions<Sim>)
    if (!each_partition(sim, sim.objects[object].table, [&](u32 p) {
      const u32 part = part_in(sim, p, object);
      return !part || detach(sim, part);
    }))
      return false;
  if constexpr (knows_heirs<Sim>) return inheritance::take_back(sim, object);
  return true;
}

}  // namespace skein::checks
