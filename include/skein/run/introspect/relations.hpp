// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Everything that has columns: tables, views and composite types, and what of them no model says.

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
  r.reloftype <> 0, (SELECT amname FROM pg_am m WHERE m.oid = r.relam AND m.amname <> 'heap'),
  NOT r.relispartition AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = r.oid),
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

/// What skein does not know yet of a table or a view, which has its place without it.
inline void leave_properties(reading& in, const record& r, const std::string& kind) {
  namespace field = relation_field;
  const std::string called = kind + " " + in.relations.at(r.id(field::id)).spelled;
  const auto leave = [&](const char* property, const std::string& why) { in.leave(property, called, why); };
  if (r.letter(field::persistence) == 'u') leave("unlogged", "it is there as a logged table");
  if (r.has(field::tablespace)) leave("tablespace", fmt::format("it is in {}", r.view(field::tablespace)));
  if (r.has(field::method)) leave("access method", fmt::format("it is {}", r.view(field::method)));
  if (kind != "table") return;
  if (r.letter(field::replica) != 'd') leave("replica identity", "it is not the default one");
  if (r.truth(field::typed)) leave("type", "it is of a composite type (OF); it is there with columns of its own");
  if (r.truth(field::inherits)) leave("inheritance", "it inherits; it is there with columns of its own");
}

}  // namespace skein::run::introspection
