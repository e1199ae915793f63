// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Partitioned tables and their partitions in the state. How a table is partitioned and whose partition it is are two objects of
/// it: they follow renames and hold the columns of the key as an index does. What a partition has of its table's constraints
/// and indexes are objects of its own, each of which says whose part it is (`inherited`), so that every level is one table more.
/// What comes to the partitioned table, changes or goes there does the same in each partition, in the functions that do it: the
/// names that PostgreSQL chooses for the parts, the adoption of what is there already, and what it refuses are the server's.
///
/// Stricter than the server, so that every derived down is exact: a column of a partition is null where its table's is, and no
/// index is adopted that is only like the table's. Not understood, and refused: foreign keys to a partitioned table, triggers for
/// each row and exclusions on one, expressions as bounds, and bounds whose order depends on a collation.

#include <skein/check/inheritance/tree.hpp>
#include <skein/check/partitions/rules.hpp>
#include <skein/check/state/simulation.hpp>
#include <skein/model/partition.hpp>

namespace skein::checks {

/// A history without partitions does not pay for them, not even for a call: `if constexpr (knows_partitions<decltype(sim)>)`.
template <class S>
inline constexpr bool knows_partitions = true;
template <class S>
  requires requires { S::has_partitions; }
inline constexpr bool knows_partitions<S> = S::has_partitions;
template <class S>
inline constexpr bool knows_partitions<S&> = knows_partitions<S>;
template <class S>
inline constexpr bool knows_partitions<const S> = knows_partitions<S>;

/// The object that says how the table is partitioned; 0 if it is not.
template <class Sim>
constexpr u32 partition_key(const Sim& s, u32 table) {
  if constexpr (knows_partitions<Sim>) {
    const u32 o = s.tables[table].partition;
    return o && s.objects[o].what == kind::partition_by ? o : 0;
  }
  return 0;
}
/// The object that says that the table is a partition, and which; 0 if it is none.
template <class Sim>
constexpr u32 membership(const Sim& s, u32 table) {
  if constexpr (knows_partitions<Sim>) {
    const u32 o = s.tables[table].partition;
    return o && s.objects[o].what == kind::partition_by ? s.objects[o].supported_by : o;
  }
  return 0;
}
/// The partitioned table; 0 if the table is no partition.
template <class Sim>
constexpr u32 table_of_partition(const Sim& s, u32 table) {
  const u32 m = membership(s, table);
  return m ? s.objects[m].target : 0;
}
/// Calls `f` with each partition of the table, those of partitions not counted, until it says false.
template <class Sim>
constexpr bool each_partition(Sim& s, u32 table, auto&& f) {
  if constexpr (knows_partitions<Sim>) {
    const u32 key = partition_key(s, table);
    for (u32 m = key ? s.objects[key].target : 0, next = 0; m; m = next) {
      next = s.objects[m].supported_by;
      if (!f(s.objects[m].table)) return false;
    }
  }
  return true;
}
/// Calls `f` with each partition of the table and each table that inherits from it, until it says false.
template <class Sim>
constexpr bool each_child(Sim& s, u32 table, auto&& f) {
  if (!each_partition(s, table, f)) return false;
  if constexpr (knows_heirs<Sim>) return each_heir(s, table, f);
  return true;
}
/// The partition's part of a constraint or an index of its table, or an heir's of a check.
template <class Sim>
constexpr u32 part_in(const Sim& s, u32 partition, u32 object) {
  if constexpr (knows_heirs<Sim>)
    if (bequest(s, partition, s.objects[object].table)) return check_like(s, partition, object);
  for (u32 o = s.tables[partition].first_object; o; o = s.objects[o].next)
    if (s.objects[o].alive && s.objects[o].inherited == object) return o;
  return 0;
}

/// Calls `f` with each part of the object, then with the object itself, by whose name heirs find theirs, until it says false.
template <class Sim>
constexpr bool each_part(Sim& s, u32 object, auto&& f) {
  const bool parts = each_child(s, s.objects[object].table, [&](u32 p) {
    const u32 part = part_in(s, p, object);
    return !part || each_part(s, part, f);
  });
  return parts && f(object);
}

// What comes to a partitioned table comes to its partitions: see members.hpp and steps.hpp. Declared here for the functions that ask for it.

template <class Sim>
constexpr bool spread_object(Sim& sim, u32 object);
template <class Sim>
constexpr bool spread_column(Sim& sim, u32 column);
template <class Sim>
constexpr bool detach_parts(Sim& sim, u32 object);
template <class Sim>
constexpr bool join_partitioned(Sim& sim, u32 table, const model::constraint_def& d);
template <class Sim>
constexpr bool partition_table(Sim& sim, u32 table, const model::index_def& d);

constexpr bool fail_partition(auto& sim, partition_rule rule, verdict f) {
  f.number = static_cast<u32>(rule);
  return sim.fail(fault::partitioning, f);
}
constexpr bool fail_partition(auto& sim, partition_rule rule, u32 table, const ident* column = nullptr) {
  verdict f = of(sim, table);
  f.column = column;
  return fail_partition(sim, rule, f);
}
constexpr bool fail_partition_object(auto& sim, partition_rule rule, u32 table, const name_ref& object) {
  return fail_partition(sim, rule, of(sim, table, object));
}
constexpr bool fail_partition_table(auto& sim, partition_rule rule, u32 table, u32 other) {
  verdict f = of(sim, table);
  f.other_table = sim.tables[other].name;
  f.other_schema = sim.tables[other].schema;
  return fail_partition(sim, rule, f);
}

}  // namespace skein::checks
