// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Which types a key can be of: those with a default operator class for btree.

#include <skein/check/base_type.hpp>

namespace skein::checks {

/// Whether PostgreSQL can order values of the type. An extension's type is taken to be one that it can.
constexpr bool has_order(const model::data_type& t) {
  using model::type_id;
  if (t.dims > 0) return true;
  switch (t.id) {
    case type_id::json: case type_id::jsonpath: case type_id::xml:
    case type_id::point: case type_id::line: case type_id::lseg: case type_id::box: case type_id::path: case type_id::polygon: case type_id::circle:
    case type_id::txid_snapshot: case type_id::pg_snapshot: case type_id::xid: case type_id::cid: return false;
    default: return true;
  }
}

/// Whether the key at that place of an object, a column, is compared by its type's own order.
constexpr bool by_default_order(const object_state& o, u32 key) {
  if (!o.index) return o.what == kind::primary_key || o.what == kind::unique;
  return !o.index->method && !o.index->elements[key].opclass;
}

constexpr bool require_order(auto& sim, const object_state& o) {
  for (u32 k = 0; k < o.keys; ++k) {
    const u32 c = sim.uses[o.first_use + k];
    if (c && by_default_order(o, k) && !has_order(base_type(sim, *sim.columns[c].type))) {
      verdict f = of(sim, o.table, sim.columns[c].name);
      f.type = sim.columns[c].type;
      return sim.fail(fault::not_ordered, f);
    }
  }
  return true;
}

/// Whether an object stands a new type of one of its columns, of which PostgreSQL is told the conversion: a key and an index
/// are built again, an expression is not understood here.
constexpr bool stands(const auto& sim, const object_state& o, u32 column, const model::data_type& to, bool converts) {
  const u32 plain = o.keys + (o.index ? o.index->include.size : o.constraint ? o.constraint->include.size : 0);
  for (u32 u = 0; u < o.used; ++u) {
    if (sim.uses[o.first_use + u] != column) continue;
    const bool key = u < o.keys, ordered = key && by_default_order(o, u);
    if (ordered && !has_order(base_type(sim, to))) return false;
    if (!key && u < plain && o.supports) return false;  // PostgreSQL cannot build a key again below its foreign key
    if (converts) continue;
    if (u >= plain || o.what == kind::exclusion || o.what == kind::check) return false;
    const bool unknown = to.id == model::type_id::named && !sim.lenient;  // a down goes back to a type that the key had
    if (key && (!ordered || unknown || (o.index && o.index->elements[u].collation))) return false;
  }
  return true;
}

}  // namespace skein::checks
