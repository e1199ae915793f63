// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Owners other than the role that reads, who would own what it creates.

#include <skein/run/introspect/properties.hpp>
#include <skein/run/introspect/rights.hpp>

namespace skein::run::introspection {

namespace detail {

/// To the model, whose schema public is is the server's business.
inline draft owner_of_public(reading& in, std::string_view role) {
  const std::string words = "ALTER SCHEMA public OWNER TO ",
                    usual = in.from.server_version() >= 150000 ? "pg_database_owner" : "CURRENT_USER";
  draft d{stage::extension, {}, "owner", "schema public", {}, words + usual, {}, in.words.exact("", "public")};
  d.create = words + render::identifier(role);
  return d;
}

}  // namespace detail

/// A sequence that a column owns belongs to whom its table does. Schema public has an owner of its own from the
/// beginning.
inline void read_owners(reading& in, const argument_lists& arguments) {
  using model::grantable;
  const rows found = in.from.read(fmt::format(
      R"(SELECT o.kind, o.nspname, o.name, o.id, o.prokind, pg_get_userbyid(o.owner)
FROM (SELECT CASE WHEN r.relkind = 'S' THEN 'S' ELSE 'r' END AS kind, r.nspname, r.relname::text AS name, r.oid AS id,
      NULL::"char" AS prokind, r.relowner AS owner
    FROM relations r WHERE r.relkind IN ('r', 'p', 'v', 'm', 'S') AND NOT EXISTS (SELECT FROM pg_depend d
      WHERE r.relkind = 'S' AND d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype IN ('a', 'i'))
  UNION ALL SELECT 'f', s.nspname, p.proname, p.oid, p.prokind, p.proowner FROM pg_proc p
    JOIN spaces s ON s.oid = p.pronamespace
    WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM members)
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
        AND d.deptype = 'i')
  UNION ALL SELECT 'T', s.nspname, t.typname, t.oid, NULL, t.typowner FROM pg_type t
    JOIN spaces s ON s.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
    WHERE (t.typtype IN ('e', 'd', 'r') OR c.relkind = 'c')
      AND ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM members)
  UNION ALL SELECT 'n', s.nspname, s.nspname, s.oid, NULL, n.nspowner FROM spaces s JOIN pg_namespace n USING (oid)
    WHERE ('pg_namespace'::regclass, s.oid) NOT IN (SELECT classid, objid FROM members)) o
WHERE o.owner <> CASE WHEN o.kind = 'n' AND o.name = 'public' THEN {}
    ELSE (SELECT oid FROM pg_roles WHERE rolname = current_user) END ORDER BY o.kind, o.id)",
      in.from.server_version() >= 150000 ? "'pg_database_owner'::regrole" : "10"));  // the server's own superuser
  each_record(found, [&](const record& r) {
    if (r.letter(0) == 'n' && r.view(2) == "public")
      return in.drafts.push_back(detail::owner_of_public(in, r.view(5)));
    model::property_def d{.name = in.words.name(r.view(1), r.view(2)), .value = in.words.name(r.view(5))};
    std::string called = spelled(r.view(1), r.view(2));
    switch (r.letter(0)) {
      case 'S':
        d.on = grantable::sequence;
        break;
      case 'T':
        d.on = grantable::type, d.name = in.types.name_of(r.text(1), r.text(2));
        break;
      case 'n':
        d.on = grantable::schema, d.name = in.words.exact("", r.view(2)), called = render::identifier(r.view(2));
        break;
      case 'f':
        d.on = grantable::routine, d.routine = detail::routine_reference(in, r, 3, r.letter(4), d.name, arguments);
        break;
      default:
        break;
    }
    add_property(in, stage::on_table, d, called);
  });
}

}  // namespace skein::run::introspection
