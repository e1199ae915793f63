// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Which types a key can be of: those with a default operator class for btree, or for gist. Other methods are taken on trust.

#include <skein/check/tables/base_type.hpp>

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

/// Whether gist knows the type. What an extension or an object of the history may bring is taken to be there. (pg_opclass)
constexpr bool has_gist(const auto& s, const model::data_type& t) {
  using model::type_id;
  if (t.dims > 0) return false;
  switch (t.id) {
    case type_id::point: case type_id::box: case type_id::polygon: case type_id::circle: case type_id::tsvector: case type_id::tsquery:
    case type_id::int4range: case type_id::int8range: case type_id::numrange: case type_id::tsrange: case type_id::tstzrange: case type_id::daterange:
    case type_id::int4multirange: case type_id::int8multirange: case type_id::nummultirange: case type_id::tsmultirange:
    case type_id::tstzmultirange: case type_id::datemultirange: return true;
    case type_id::named: {
      const u32 i = type_entity(s, t);
      return !i || s.entities[i].what == model::entity_kind::range || s.entities[i].what == model::entity_kind::multirange;
    }
    default: return false;
  }
}
constexpr bool by_default_gist(const auto& s, const object_state& o, u32 key) {
  if (!o.index || !o.index->method || o.index->elements[key].opclass || !reads(o.index->method->text, o.index->method->kept(), "gist")) return false;
  for (u32 i = 1; i <= s.used.entities; ++i)
    if (s.entities[i].alive && (s.entities[i].what == model::entity_kind::extension || s.entities[i].what == model::entity_kind::object)) return false;
  return true;
}

/// Whether the key at that place, a column, may be of the type.
constexpr bool fits_method(const auto& s, const object_state& o, u32 key, const model::data_type& t) {
  const model::data_type& base = base_type(s, t);
  return by_default_order(o, key) ? has_order(base) : !by_default_gist(s, o, key) || has_gist(s, base);
}

constexpr bool require_order(auto& sim, const object_state& o) {
  for (u32 k = 0; k < o.keys; ++k) {
    const u32 c = sim.uses[o.first_use + k];
    if (!c || fits_method(sim, o, k, *sim.columns[c].type)) continue;
    verdict f = of(sim, o.table, sim.columns[c].name);
    f.type = sim.columns[c].type;
    if (o.index && o.index->method) f.text = model::unhashed("gist");
    return sim.fail(fault::not_ordered, f);
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
    if (key && !fits_method(sim, o, u, to)) return false;
    if (!key && u < plain && o.supports) return false;  // PostgreSQL cannot build a key again below its foreign key
    if (converts) continue;
    if (u >= plain || o.what == kind::exclusion || o.what == kind::check) return false;
    const bool unknown = to.id == model::type_id::named && !sim.lenient;  // a down goes back to a type that the key had
    if (key && (!ordered || unknown || (o.index && o.index->elements[u].collation))) return false;
  }
  return true;
}

}  // namespace skein::checks
