// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What PostgreSQL asks of the constraints and indexes of partitioned tables and of partitions.

#include <skein/check/mix.hpp>
#include <skein/check/partitions/tree.hpp>
#include <skein/model/trigger.hpp>

namespace skein::checks {

namespace partitions {

constexpr bool has_key_column(const auto& s, const object_state& o, u32 column) {
  for (u32 i = 0; i < o.keys; ++i)
    if (s.uses[o.first_use + i] == column) return true;
  return false;
}
/// A unique key looks at one partition at a time, so it contains what the rows are divided by.
constexpr bool contains_partition_key(auto& sim, const object_state& o, u32 key) {
  const object_state& k = sim.objects[key];
  for (u32 i = 0; i < k.keys; ++i) {
    const u32 column = sim.uses[k.first_use + i];
    if (!column) return fail_partition(sim, partition_rule::key_expression, o.table);
    if (!has_key_column(sim, o, column)) return fail_partition(sim, partition_rule::key_missing, o.table, sim.columns[column].name);
  }
  return true;
}
constexpr bool fits_key(auto& sim, const object_state& o, u32 key) {
  switch (o.what) {
    case kind::exclusion: return fail_partition(sim, partition_rule::exclusion, o.table);
    case kind::check: return !o.constraint->no_inherit || fail_partition(sim, partition_rule::no_inherit, o.table);
    case kind::foreign_key: return o.validated || fail_partition(sim, partition_rule::unvalidated, o.table);
    case kind::index: return !o.index->unique || contains_partition_key(sim, o, key);
    default: return contains_partition_key(sim, o, key);
  }
}

constexpr bool is_index(const object_state& o) { return o.what == kind::index || o.what == kind::primary_key || o.what == kind::unique; }
/// Whether PostgreSQL may take one for the other: it does not look at the order, at parameters, nor whether it is a constraint's;
/// whether two expressions are the same is not known here. (CompareIndexInfo in its sources)
constexpr bool are_alike(const auto& s, const object_state& a, const object_state& b) {
  if (!is_index(a) || !is_index(b) || a.keys != b.keys) return false;
  const auto includes = [](const object_state& o) { return o.index ? o.index->include.size : o.constraint->include.size; };
  const auto is_unique = [](const object_state& o) { return !o.index || o.index->unique; };
  if (includes(a) != includes(b) || is_unique(a) != is_unique(b)) return false;
  constexpr ident btree{"btree"};
  const auto method = [&](const object_state& o) -> const ident& { return o.index && o.index->method ? *o.index->method : btree; };
  if (!same(method(a), method(b)) || (a.index && a.index->where) != (b.index && b.index->where)) return false;
  for (u32 i = 0; i < a.keys + includes(a); ++i) {
    const u32 x = s.uses[a.first_use + i], y = s.uses[b.first_use + i];
    if (x && y ? !same(*s.columns[x].name, *s.columns[y].name) : x != y) return false;
  }
  const auto element = [](const object_state& o, u32 i) { return o.index ? o.index->elements[i] : model::element{}; };
  for (u32 i = 0; i < a.keys; ++i) {
    const model::element x = element(a, i), y = element(b, i);
    if ((x.opclass && y.opclass && !same(*x.opclass, *y.opclass)) || (x.collation && y.collation && !same(*x.collation, *y.collation))) return false;
  }
  return true;
}

/// The definition, whatever it is called: in members.hpp.
constexpr u64 definition_of(const auto& s, u32 slot, object_state o);

/// Of two that are alike PostgreSQL would not find the parts again, were the table created anew: two of a partitioned table, or
/// a partition's own beside a part. Two of its own are nothing to each other.
constexpr bool has_no_like(auto& sim, const object_state& o, bool partitioned) {
  const bool foreign = o.what == kind::foreign_key;
  const u64 definition = foreign ? definition_of(sim, 0, o) : 0;
  const auto is_like = [&](u32 k) {
    return foreign ? sim.objects[k].what == o.what && definition_of(sim, k, sim.objects[k]) == definition : are_alike(sim, sim.objects[k], o);
  };
  for (u32 k = foreign || is_index(o) ? sim.tables[o.table].first_object : 0; k; k = sim.objects[k].next)
    if (sim.objects[k].alive && (partitioned || sim.objects[k].inherited) && is_like(k))
      return fail_partition_object(sim, partition_rule::alike, o.table, sim.objects[k].name);
  return true;
}

}  // namespace partitions

/// Of a new constraint or index, before its columns are required by a primary key.
template <class Sim>
constexpr bool fits_partitions(Sim& sim, const object_state& o) {
  if constexpr (knows_partitions<Sim>) {
    if (o.what == kind::foreign_key && partition_key(sim, o.target)) return fail_partition(sim, partition_rule::is_target, o.target);
    const u32 key = partition_key(sim, o.table), parent = table_of_partition(sim, o.table);
    if (key && !partitions::fits_key(sim, o, key)) return false;
    if ((key || parent) && !partitions::has_no_like(sim, o, key)) return false;
    if (!parent || o.what != kind::primary_key) return true;
    for (u32 i = 0; i < o.keys; ++i) {
      const ident* name = sim.columns[sim.uses[o.first_use + i]].name;
      if (!(sim.columns[names::find_column(sim, parent, *name)].flags & flag::not_null)) return fail_partition(sim, partition_rule::required_key, o.table, name);
    }
  }
  return true;
}

/// PostgreSQL has a trigger for each row of a partitioned table in every partition, and none with the rows of a statement there.
constexpr bool fits_partitions(auto& sim, u32 table, const model::trigger_def& g) {
  if (!g.for_each_row) return true;
  if (partition_key(sim, table)) return fail_partition(sim, partition_rule::row_trigger, table);
  return !membership(sim, table) || (!g.old_rows && !g.new_rows) || fail_partition(sim, partition_rule::statement_rows, table);
}

/// The table is not partitioned any more. Requires: it has no partitions.
constexpr void forget_partition_key(auto& s, u32 key) {
  s.tables[s.objects[key].table].partition = s.objects[key].supported_by;
  s.objects[key].supported_by = 0;
}

/// The table is a partition no more.
template <class Sim>
constexpr bool leave_partitioned(Sim& s, u32 member) {
  if constexpr (knows_partitions<Sim>) {
    object_state& o = s.objects[member];
    u32* at = &s.objects[partition_key(s, o.target)].target;
    while (*at != member) at = &s.objects[*at].supported_by;
    *at = o.supported_by;
    if (const u32 key = partition_key(s, o.table)) s.objects[key].supported_by = 0;
    else s.tables[o.table].partition = 0;
    o.alive = false;
    for (u32 k = s.tables[o.table].first_object; k; k = s.objects[k].next) s.objects[k].inherited = 0;
  }
  return true;
}

}  // namespace skein::checks
