// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Tables become partitioned, become partitions and cease to be; and which steps on a partition its table alone can take.

#include <skein/check/partitions/bounds.hpp>
#include <skein/check/partitions/members.hpp>

namespace skein::checks {

namespace partitions {

using model::op;

/// Which types PostgreSQL hashes, of those that it orders.
constexpr bool has_hash(const model::data_type& t) {
  using model::type_id;
  if (t.dims) return true;
  return t.id != type_id::money && t.id != type_id::bit && t.id != type_id::varbit && t.id != type_id::tsvector && t.id != type_id::tsquery;
}
constexpr bool fits_as_key(auto& sim, const object_state& o) {
  const model::index_def& d = *o.index;
  const bool by_hash = same(*d.method, model::strategies::hash);
  for (u32 i = 0; i < o.keys; ++i) {
    const model::element& e = d.elements.data[i];
    if (e.direction != model::element::order::unsaid || e.null_order != model::element::nulls::unsaid || e.with)
      return fail_partition(sim, partition_rule::key_mistake, o.table);
    const u32 c = sim.uses[o.first_use + i];
    if (!c) continue;
    const column_state& column = sim.columns[c];
    if (column.flags & flag::generated) return fail_partition(sim, partition_rule::key_generated, o.table, column.name);
    const model::data_type& type = base_type(sim, *column.type);
    if (!e.opclass && (!has_order(type) || (by_hash && !has_hash(type)))) return fail_partition(sim, partition_rule::key_unordered, o.table, column.name);
  }
  return true;
}

/// The partition's object, and its place among those of the partitioned table.
constexpr void enter_partition(auto& s, u32 table, u32 key, const model::constraint_def& d) {
  const u32 slot = ++s.used.objects;
  object_state o = new_object(s, table, kind::partition_of);
  o.constraint = &d;
  o.target = s.objects[key].table;
  u32* last = &s.objects[key].target;
  while (*last) last = &s.objects[*last].supported_by;
  *last = slot;
  enter_object(s, slot, o);
  if (const u32 own = partition_key(s, table)) s.objects[own].supported_by = slot;
  else s.tables[table].partition = slot;
  ++s.used.partitions;
}

/// The key of the partitioned table that the definition names; 0 after a fault.
constexpr u32 require_partitioned(auto& sim, const model::constraint_def& d) {
  const u32 parent = require_table(sim, *d.target);
  if (!parent) return 0;
  const u32 key = partition_key(sim, parent);
  if (!key) fail_partition(sim, partition_rule::not_partitioned, parent);
  return key;
}

/// Whether the table has all columns of the other one, and no others.
constexpr bool has_columns_of(auto& sim, u32 table, u32 parent) {
  const auto& s = sim;
  const auto generated_from = [&](u32 column) { return digests::of_object(s, generation_of(s, column)); };
  for (u32 c = s.tables[parent].first_column; c; c = s.columns[c].next) {
    if (!s.columns[c].name) continue;
    const u32 i = names::find_column(s, table, *s.columns[c].name);
    if (!i) return fail_partition(sim, partition_rule::column_missing, table, s.columns[c].name);
    const column_state &theirs = s.columns[c], &mine = s.columns[i];
    if (!same(*mine.type, *theirs.type) || !same(mine.collation, theirs.collation) || (mine.flags ^ theirs.flags) & (flag::not_null | flag::generated) ||
        (mine.flags & flag::generated && generated_from(i) != generated_from(c)))
      return fail_partition(sim, partition_rule::column_differs, table, mine.name);
    if (mine.flags & flag::identity) return fail_partition(sim, partition_rule::has_identity, table, mine.name);
  }
  for (u32 i = s.tables[table].first_column; i; i = s.columns[i].next)
    if (s.columns[i].name && !names::find_column(s, parent, *s.columns[i].name)) return fail_partition(sim, partition_rule::column_more, table, s.columns[i].name);
  return true;
}

/// Whether the other table is it, or a partition of it at any depth.
constexpr bool is_within(const auto& s, u32 table, u32 other) {
  for (; other; other = table_of_partition(s, other))
    if (other == table) return true;
  return false;
}
/// No constraint and no index.
constexpr bool is_neither(const object_state& o) { return o.what == kind::column || o.what >= kind::partition_of; }

constexpr bool attach_partition(auto& sim, const step& x) {
  auto& s = sim;
  const u32 t = require_table(sim, *x.table);
  const model::constraint_def& d = *x.members.data[0]->constraint;
  const u32 key = t ? require_partitioned(sim, d) : 0;
  if (!key) return false;
  const u32 parent = s.objects[key].table;
  if (const u32 other = table_of_partition(s, t)) return fail_partition_table(sim, partition_rule::is_partition, t, other);
  if (is_within(s, t, parent)) return fail_partition(sim, partition_rule::itself, t);
  if (!require_bound(sim, t, key, model::bound_of(d)) || !has_columns_of(sim, t, parent)) return false;
  enter_partition(s, t, key, d);
  for (u32 i = s.tables[t].first_entity; i; i = s.entities[i].next)
    if (s.entities[i].alive && s.entities[i].what == entity_kind::trigger && !partition_key(s, t) && !fits_partitions(sim, t, *s.entities[i].def->trigger)) return false;
  for (u32 o = s.tables[parent].first_object; o; o = s.objects[o].next) {
    if (!s.objects[o].alive || is_neither(s.objects[o])) continue;
    u32 found = 0;
    if (s.objects[o].what == kind::check && !find_check(sim, t, o, found)) return false;
    if (s.objects[o].what == kind::check && !found) return fail_partition_object(sim, partition_rule::check_missing, t, s.objects[o].name);
    if (!give_part(sim, t, o)) return false;
  }
  return true;
}

/// What is there after it as before: attached again, PostgreSQL must find the same parts.
constexpr bool has_no_likes(auto& sim, u32 table) {
  for (u32 o = sim.tables[table].first_object; o; o = sim.objects[o].next)
    if (u32 none = 0; sim.objects[o].alive && is_index(sim.objects[o]) && sim.objects[o].inherited && !find_part(sim, table, sim.objects[o].inherited, none)) return false;
    else if (none) return fail_partition_object(sim, partition_rule::like, table, sim.objects[none].name);
  return true;
}
constexpr bool detach_partition(auto& sim, const step& x) {
  auto& s = sim;
  const u32 t = require_table(sim, *x.table);
  const u32 parent = t ? require_table(sim, *x.members.data[0]->constraint->target) : 0;
  if (!parent) return false;
  const u32 member = membership(s, t);
  if (!member || s.objects[member].target != parent) return fail_partition_table(sim, partition_rule::another_table, t, parent);
  if (x.concurrently) return fail_partition(sim, partition_rule::concurrently, t);
  return has_no_likes(sim, t) && leave_partitioned(s, member);
}

/// Whether the object uses the column, in an expression too.
constexpr bool holds(const auto& s, u32 object, u32 column) {
  for (u32 i = 0; i < s.objects[object].used; ++i)
    if (s.uses[s.objects[object].first_use + i] == column) return true;
  return false;
}

/// The column that a step on columns is about.
constexpr const ident* column_of(const step& x) { return x.what == op::add_column ? x.members.data[0]->name : x.name; }

/// Whether the parts of what uses the column keep their names with a new type.
constexpr bool parts_come_back(auto& sim, u32 column) {
  for (u32 o = sim.tables[sim.columns[column].table].first_object; o; o = sim.objects[o].next)
    if (sim.objects[o].alive && !is_neither(sim.objects[o]) && holds(sim, o, column) && !each_part(sim, o, [&](u32 part) {
          return part == o || comes_back(sim, sim.objects[part]) || fail_partition_object(sim, partition_rule::rebuilt, sim.objects[part].table, sim.objects[part].name);
        }))
      return false;
  return true;
}

/// A step on a column, which is the partitioned table's.
constexpr bool takes_column_step(auto& sim, const step& x, u32 table) {
  if (membership(sim, table)) return fail_partition(sim, partition_rule::column_of_table, table, column_of(x));
  if (x.what == op::drop_expression)
    return each_partition(sim, table, [&](u32 p) {
      return each_partition(sim, p, [](u32) { return false; }) || fail_partition(sim, partition_rule::levels, table, x.name);
    });
  if (x.what != op::drop_column && x.what != op::alter_type) return true;
  const u32 c = names::find_column(sim, table, *x.name);
  if (x.what == op::alter_type && c && !parts_come_back(sim, c)) return false;
  return !c || each_column(sim, c, [&](u32 i) {
    const u32 key = partition_key(sim, sim.columns[i].table);
    return !key || !holds(sim, key, i) || fail_partition(sim, partition_rule::key_column, sim.columns[i].table, x.name);
  });
}

constexpr bool takes_object_step(auto& sim, u32 table, u32 object) {
  return !object || !sim.objects[object].inherited || fail_partition_object(sim, partition_rule::object_of_table, table, sim.objects[object].name);
}

}  // namespace partitions

/// CREATE TABLE … PARTITION OF: the columns come, and a part of everything that the partitioned table has.
template <class Sim>
constexpr bool join_partitioned(Sim& sim, u32 table, const model::constraint_def& d) {
  if constexpr (knows_partitions<Sim>) {
    auto& s = sim;
    if (s.tables[table].columns)
      return fail_misplaced(sim, model::unhashed("a partition takes no column; it has those of its table, so leave column<...> out"), of(s, table));
    const u32 key = partitions::require_partitioned(sim, d);
    if (!key || !require_bound(sim, table, key, model::bound_of(d))) return false;
    const u32 parent = s.objects[key].table;
    partitions::enter_partition(s, table, key, d);
    s.tables[table].renamed = s.tables[parent].renamed;
    for (u32 c = s.tables[parent].first_column; c; c = s.columns[c].next)
      if (s.columns[c].name) partitions::inherit_column(sim, table, c);
    for (u32 o = s.tables[parent].first_object; o; o = s.objects[o].next) {
      if (!s.objects[o].alive || (partitions::is_neither(s.objects[o]) && s.objects[o].what != kind::column)) continue;
      const u32 part = partitions::copy_part(sim, table, o);
      s.objects[part].inherited = o;
      if (s.objects[part].what == kind::check) s.objects[part].validated = true;  // there is no row yet
    }
  }
  return true;
}

/// PARTITION BY.
template <class Sim>
constexpr bool partition_table(Sim& sim, u32 table, const model::index_def& d) {
  if constexpr (knows_partitions<Sim>) {
    auto& s = sim;
    if (partition_key(s, table)) return fail_partition(sim, partition_rule::key_twice, table);
    const u32 slot = ++s.used.objects;
    object_state o = new_object(s, table, kind::partition_by);
    o.index = &d;
    if (!push_elements(sim, o, d) || !partitions::fits_as_key(sim, o)) return false;
    s.objects[slot] = o;
    for (u32 k = s.tables[table].first_object; k; k = s.objects[k].next)  // of a partition that is partitioned itself
      if (!partitions::is_neither(s.objects[k]) && !partitions::fits_key(sim, s.objects[k], slot)) return false;
    for (u32 i = 0; i < o.used; ++i) ++s.columns[s.uses[o.first_use + i]].uses;
    o.supported_by = s.tables[table].partition;
    s.tables[table].partition = slot;
    enter_object(s, slot, o);
    hold_calls(sim, table, names::of_object(slot), d);
    ++s.used.partitions;
  }
  return true;
}

/// Whether a step can be taken on this table rather than on the one that it is a partition of.
template <class Sim>
constexpr bool takes_step(Sim& sim, const step& x) {
  using model::op;
  if constexpr (knows_partitions<Sim>) {
    if (!sim.used.partitions || !x.table) return true;
    const u32 e = names::find_relation(sim, x.table->schema, x.table->name), i = names::slot_of(e);
    const bool by_index = (e & names::kind_mask) == names::object;
    const u32 t = by_index ? sim.objects[i].table : (e & names::kind_mask) == names::table ? i : 0;
    if (!sim.tables[t].partition) return true;
    switch (x.what) {
      case op::add_column:
      case op::drop_column:
      case op::rename_column:
      case op::alter_type:
      case op::set_not_null:
      case op::drop_not_null:
      case op::add_identity:
      case op::set_identity:
      case op::drop_identity:
      case op::drop_expression: return partitions::takes_column_step(sim, x, t);
      case op::create_index:
        return !x.concurrently || !partition_key(sim, t) || fail_partition(sim, partition_rule::index_concurrently, t);
      case op::drop_index:
        if (x.concurrently && partition_key(sim, t)) return fail_partition(sim, partition_rule::index_concurrently, t);
        return !by_index || partitions::takes_object_step(sim, t, i);
      case op::drop_constraint:
      case op::validate_constraint:
      case op::rename_constraint: {
        const u32 o = names::find_constraint(sim, t, *x.name);
        return (x.what == op::rename_constraint && sim.objects[o].what != kind::check) || partitions::takes_object_step(sim, t, o);
      }
      default: return true;
    }
  }
  return true;
}

template <class Sim>
constexpr bool on_partition(Sim& sim, const step& x) {
  if constexpr (knows_partitions<Sim>)
    return x.what == model::op::attach_partition ? partitions::attach_partition(sim, x) : partitions::detach_partition(sim, x);
  return true;
}

}  // namespace skein::checks
