// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What tables and columns may have as their properties, and what rests on them.

#include <skein/check/partitions/tree.hpp>
#include <skein/check/properties/properties.hpp>
#include <skein/check/properties/rules.hpp>

namespace skein::checks {

namespace properties {

/// PostgreSQL tells rows apart by it (ATExecReplicaIdentity in its sources).
constexpr bool is_identity(const auto& s, const object_state& o) {
  const bool unique =
      o.what == kind::primary_key || o.what == kind::unique || (o.what == kind::index && o.index->unique);
  if (!unique || (o.index && o.index->where) || (o.constraint && o.constraint->defer != model::deferral::none))
    return false;
  for (u32 i = 0; i < o.keys; ++i)
    if (const u32 c = s.uses[o.first_use + i]; !c || !(s.columns[c].flags & flag::not_null)) return false;
  return true;
}
constexpr bool is_to_cluster(const object_state& o) {
  constexpr ident btree{"btree"}, gist{"gist"};
  if (o.what == kind::foreign_key || o.what == kind::check || (o.index && o.index->where)) return false;
  return !o.index || !o.index->method || same(*o.index->method, btree) || same(*o.index->method, gist);
}
/// Finds the index that the value names.
constexpr bool fits_index(auto& sim, u32 table, property_state& x) {
  const ident& name = *x.said->value;
  const u32 e = names::find_relation(sim, *sim.tables[table].schema, name);
  x.index = (e & names::kind_mask) == names::object ? names::slot_of(e) : 0;
  verdict f = of(sim, table, model::written(&name));
  if (!x.index || sim.objects[x.index].table != table) return fail_property(sim, property_rule::not_of_table, f);
  const object_state& o = sim.objects[x.index];
  if (x.said->what == property::cluster)
    return is_to_cluster(o) || fail_property(sim, property_rule::not_to_cluster, f);
  return is_identity(sim, o) || fail_property(sim, property_rule::no_identity, f);
}
/// -1 to 10000, as it is written.
constexpr bool is_statistics_target(const ident* value) {
  if (!value) return true;
  long long n = 0;
  for (u32 i = 0; i < value->size; ++i) {
    if (value->text[i] < '0' || value->text[i] > '9') return false;
    n = n * 10 + (value->text[i] - '0');
  }
  return n <= 10000;
}

/// Fills in what the state keeps of the value.
template <class Sim>
constexpr bool fits_table(Sim& sim, property_state& x) {
  const u32 t = names::slot_of(x.of);
  const property_def& d = *x.said;
  if ((x.of & names::kind_mask) != names::table) return require_table(sim, *d.name) != 0;
  if (partition_key(sim, t)) return fail_property(sim, property_rule::of_partitions, of(sim, t));
  if (d.column && !(x.column = require_column(sim, t, *d.column))) return false;
  if (d.what == property::statistics && !is_statistics_target(d.value))
    return fail_property(sim, property_rule::statistics_range, of(sim, t, d.column));
  if (d.value && !check_name(sim, *d.value)) return false;
  return !d.index || !d.value || fits_index(sim, t, x);
}

constexpr bool fail_reference(auto& sim, u32 from, u32 to) {
  verdict f = of(sim, from);
  f.other_table = sim.tables[to].name;
  f.other_schema = sim.tables[to].schema;
  return fail_property(sim, property_rule::references_unlogged, f);
}
/// A row of a permanent table stays, and so must the row that it references.
constexpr bool fits_persistence(auto& sim, u32 from, u32 to) {
  return is_unlogged(sim, from) || !is_unlogged(sim, to) || fail_reference(sim, from, to);
}
/// With all foreign keys from and to the table.
constexpr bool fits_persistence(auto& sim, u32 table) {
  for (u32 i = 1; i <= sim.used.objects; ++i) {
    const object_state& o = sim.objects[i];
    if (o.alive && o.what == kind::foreign_key && (o.table == table || o.target == table) &&
        !fits_persistence(sim, o.table, o.target))
      return false;
  }
  return true;
}

}  // namespace properties

/// A table that is its rows' replica identity's keeps that index.
template <class Sim>
constexpr bool may_drop_index(Sim& sim, u32 index) {
  const u32 table = sim.objects[index].table;
  const property_state* said = find_said(sim, entry_of_table(table), property::replica_identity);
  return !said || said->index != index ||
         fail_property(sim, property_rule::identity_in_use, of(sim, table, sim.objects[index].name));
}
/// And its columns stay not null.
template <class Sim>
constexpr bool may_be_null(Sim& sim, u32 column) {
  const u32 table = sim.columns[column].table;
  const property_state* said = find_said(sim, entry_of_table(table), property::replica_identity);
  for (u32 i = 0; said && said->index && i < sim.objects[said->index].keys; ++i)
    if (sim.uses[sim.objects[said->index].first_use + i] == column)
      return fail_property(sim, property_rule::identity_column, of(sim, table, sim.columns[column].name));
  return true;
}
/// Of a table that goes.
constexpr void forget_replica_identity(auto& s, u32 table) {
  if (const u32 i = names::find_property(s, entry_of_table(table), 0, property::replica_identity))
    s.properties[i].index = 0;
}

}  // namespace skein::checks
