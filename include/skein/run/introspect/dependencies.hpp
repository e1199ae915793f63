// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What depends on what, as PostgreSQL knows it (pg_depend), among the things that are read as one: a default is its
/// table's, the query of a view the view's, an array type its element's, the type of a row its table's.

#include <skein/run/introspect/catalog_session.hpp>
#include <skein/run/introspect/drafts.hpp>

#include <fmt/format.h>

#include <map>

namespace skein::run::introspection {

/// From each to those that it needs. A sequence needs nothing: its owner comes to it later.
using dependency_map = std::map<address, std::vector<address>>;

inline dependency_map read_dependencies(catalog_session& from) {
  const rows found = from.read(fmt::format(
      R"(, alias AS (
  SELECT 'pg_attrdef'::regclass AS c, oid AS o, 'pg_class'::regclass AS tc, adrelid AS t FROM pg_attrdef
  UNION ALL SELECT 'pg_rewrite'::regclass, oid, 'pg_class'::regclass, ev_class FROM pg_rewrite
      WHERE rulename = '_RETURN'
  UNION ALL SELECT 'pg_class'::regclass, oid, 'pg_type'::regclass, reltype FROM pg_class WHERE relkind = 'c'
  UNION ALL SELECT 'pg_publication_rel'::regclass, oid, 'pg_publication'::regclass, prpubid FROM pg_publication_rel
  UNION ALL SELECT 'pg_type'::regclass, coalesce(a.oid, t.oid), CASE WHEN c.relkind IN ('r', 'p', 'v', 'm', 'f')
      THEN 'pg_class'::regclass ELSE 'pg_type'::regclass END,
    CASE WHEN c.relkind IN ('r', 'p', 'v', 'm', 'f') THEN c.oid ELSE t.oid END
  FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid LEFT JOIN pg_type a ON a.oid = t.typarray
  WHERE t.oid >= 16384
  UNION ALL SELECT 'pg_type'::regclass, t.oid, 'pg_class'::regclass, c.oid
  FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
      WHERE t.typarray <> 0
  UNION ALL SELECT 'pg_type'::regclass, {}, 'pg_type'::regclass, rngtypid
      FROM pg_range r WHERE rngtypid >= 16384
)
SELECT DISTINCT coalesce(f.tc, d.classid)::oid, coalesce(f.t, d.objid), coalesce(t.tc, d.refclassid)::oid,
    coalesce(t.t, d.refobjid)
FROM pg_depend d LEFT JOIN alias f ON f.c = d.classid AND f.o = d.objid LEFT JOIN alias t ON t.c = d.refclassid
    AND t.o = d.refobjid
LEFT JOIN pg_class s ON d.classid = 'pg_class'::regclass AND s.oid = d.objid AND s.relkind IN ('S', 'i', 'I', 't')
WHERE d.objid >= 16384 AND d.refobjid >= 16384 AND s.oid IS NULL)",
      from.since(14, "r.rngmultitypid", "NULL::oid")));
  dependency_map out;
  each_record(found, [&](const record& r) {
    const address who{r.id(0), r.id(1)}, needs{r.id(2), r.id(3)};
    if (who != needs) out[who].push_back(needs);
  });
  return out;
}

}  // namespace skein::run::introspection
