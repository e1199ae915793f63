// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Everything that has columns: tables, views and composite types.

#include <skein/run/introspect/reading.hpp>

namespace skein::run::introspection {

/// The fields of what `read_relations` gives.
namespace relation_field {
enum : std::size_t {
  id,
  schema,
  name,
  kind,
  comment,
  persistence,
  tablespace,
  replica,
  replica_index,
  cluster_index,
  typed,
  method,
  inherits,
  secured,
  forced,
  parent,
  bound,
  type,
  type_comment,
  query,
  populated
};
}  // namespace relation_field

/// Also notes them in `in.relations`.
inline rows read_relations(reading& in) {
  namespace field = relation_field;
  const rows found = in.from.read(R"(SELECT r.oid, r.nspname, r.relname, r.relkind,
    obj_description(r.oid, 'pg_class'),
  r.relpersistence, (SELECT spcname FROM pg_tablespace s WHERE s.oid = r.reltablespace), r.relreplident,
  (SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = r.oid
      AND i.indisreplident),
  (SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = r.oid
      AND i.indisclustered),
  r.reloftype <> 0, (SELECT amname FROM pg_am m WHERE m.oid = r.relam AND m.amname <> 'heap'),
  NOT r.relispartition AND EXISTS (SELECT FROM pg_inherits i LEFT JOIN relations p ON p.oid = i.inhparent
      WHERE i.inhrelid = r.oid AND (r.relkind <> 'r' OR p.relkind IS DISTINCT FROM 'r')),
  r.relrowsecurity, r.relforcerowsecurity,
  CASE WHEN r.relispartition THEN (SELECT i.inhparent FROM pg_inherits i WHERE i.inhrelid = r.oid) END,
  pg_get_expr(r.relpartbound, r.oid), r.reltype, CASE r.relkind WHEN 'c'
      THEN obj_description(r.reltype, 'pg_type') END,
  CASE WHEN r.relkind IN ('v', 'm') THEN pg_get_viewdef(r.oid) END, r.relispopulated
FROM relations r WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') ORDER BY r.oid)");
  each_record(found, [&](const record& r) {
    in.relations[r.id(field::id)] = {in.words.name(r.view(field::schema), r.view(field::name)),
                                     spelled(r.view(field::schema), r.view(field::name)), r.letter(field::kind)};
  });
  return found;
}

}  // namespace skein::run::introspection
