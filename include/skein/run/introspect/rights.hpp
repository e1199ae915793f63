// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What roles may do, as far as it is not what PostgreSQL gives by itself; owners apart, who may do everything.

#include <skein/model/privilege.hpp>
#include <skein/run/introspect/routines.hpp>

namespace skein::run::introspection {

namespace detail {

/// Bits of privileges by their words, `SELECT UPDATE`; what the model does not know is 0.
inline model::u32 privileges_in(std::string_view words) {
  model::u32 bits = 0;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(','));
    words.remove_prefix(std::min(word.size() + 1, words.size()));
    for (model::u32 i = 0; i < model::privilege::count; ++i) {
      const std::string_view known = model::privilege_words[i];
      if (known.size() == word.size() &&
          std::equal(known.begin(), known.end(), word.begin(), [](char a, char b) { return a == b - 'A' + 'a'; }))
        bits |= 1u << i;
    }
  }
  return bits;
}

/// GRANT and REVOKE from what the role has unasked to what it has.
inline void change_rights(reading& in, const model::privilege_def& on, const model::ident* role, model::u32 given,
                          model::u32 held, model::u32 options, const std::string& called) {
  const auto add = [&](bool revoked, bool option, model::u32 bits) {
    if (!bits) return;
    model::privilege_step step{{.what = model::op::grant}, on};
    step.privileges.revoked = revoked, step.privileges.option = option, step.privileges.privileges = bits;
    step.privileges.roles = in.words.arena().list_of(role);
    in.drafts.push_back({stage::privilege,
                         {},
                         on.by_default ? "default privileges" : "privileges",
                         fmt::format("{} of {}", called, render::identifier(*role)),
                         {in.make(step)}});
  };
  add(true, false, given & ~held);
  add(false, false, held & ~given & ~options);
  add(false, true, options);
}

/// A routine by its name and its arguments; its oid is in that field.
inline const model::entity_def* routine_reference(reading& in, const record& r, std::size_t id, char kind,
                                                  const model::object_name* name, const argument_lists& arguments) {
  using entity = model::entity_kind;
  model::routine_def routine{};
  if (const auto own = arguments.find(r.id(id)); own != arguments.end()) set_arguments(in, routine, own->second);
  const entity what = kind == 'p' ? entity::procedure : kind == 'a' ? entity::aggregate : entity::function;
  return in.make(model::entity_def{.what = what, .name = name, .routine = in.make(routine)});
}

/// To the model, whether PUBLIC may create in schema public is the server's business.
inline draft create_in_public(reading& in, bool may) {
  const char *granted = "GRANT CREATE ON SCHEMA public TO PUBLIC",
             *revoked = "REVOKE CREATE ON SCHEMA public FROM PUBLIC";
  draft d{stage::extension,
          {},
          "privilege",
          "create in schema public",
          {},
          may ? revoked : granted,
          {},
          in.words.exact("", "create in public")};
  d.create = may ? granted : revoked;
  return d;
}

/// The row of a role in a list of privileges, and one for PUBLIC where it is missing there.
inline constexpr std::string_view right_fields =
    R"(CASE WHEN g.grantee = 0 THEN 'public' ELSE pg_get_userbyid(g.grantee) END,
  string_agg(g.privilege_type, ','), string_agg(CASE WHEN g.is_grantable THEN g.privilege_type END, ','))";

}  // namespace detail

inline void read_rights(reading& in, const argument_lists& arguments) {
  using model::grantable;
  namespace privilege = model::privilege;
  const rows found = in.from.read(fmt::format(R"(SELECT o.kind, o.nspname, o.name, o.id, o.attname, o.prokind, {}
FROM (SELECT CASE WHEN r.relkind = 'S' THEN 'S' ELSE 'r' END AS kind, r.nspname, r.relname::text AS name,
    r.oid AS id, NULL::name AS attname, NULL::"char" AS prokind, r.relacl AS acl, r.relowner AS owner
    FROM relations r WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  UNION ALL SELECT 'a', r.nspname, r.relname, r.oid, a.attname, NULL, a.attacl, r.relowner FROM relations r
      JOIN pg_attribute a ON a.attrelid = r.oid AND NOT a.attisdropped
    WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f')
  UNION ALL SELECT 'f', s.nspname, p.proname, p.oid, NULL, p.prokind, p.proacl, p.proowner FROM pg_proc p
      JOIN spaces s ON s.oid = p.pronamespace
    WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM members)
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
      AND d.deptype = 'i')
  UNION ALL SELECT 'T', s.nspname, t.typname, t.oid, NULL, NULL, t.typacl, t.typowner FROM pg_type t
      JOIN spaces s ON s.oid = t.typnamespace
    WHERE t.typtype IN ('e', 'd', 'r', 'c') AND ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid
    FROM members)
  UNION ALL SELECT 'n', s.nspname, s.nspname, s.oid, NULL, NULL, n.nspacl, n.nspowner FROM spaces s
      JOIN pg_namespace n USING (oid)
    WHERE ('pg_namespace'::regclass, s.oid) NOT IN (SELECT classid, objid FROM members)) o
CROSS JOIN LATERAL (SELECT grantee, privilege_type, is_grantable FROM aclexplode(o.acl)
  UNION ALL SELECT 0, NULL, false WHERE o.kind IN ('f', 'T', 'n')) g
WHERE o.acl IS NOT NULL AND g.grantee <> o.owner
GROUP BY o.kind, o.nspname, o.name, o.id, o.attname, o.prokind, g.grantee ORDER BY o.kind, o.id, o.attname,
    g.grantee)",
                                              detail::right_fields));
  each_record(found, [&](const record& r) {
    const char kind = r.letter(0);
    const model::object_name* name = in.words.name(r.view(1), r.view(2));
    const model::ident* role = in.words.name(r.view(6));
    const bool to_all = r.view(6) == "public", default_schema = kind == 'n' && r.view(2) == "public";
    model::u32 held = detail::privileges_in(r.view(7)), given = 0;
    const model::u32 options = detail::privileges_in(r.view(8));
    std::string called = kind == 'n' ? "schema " + render::identifier(r.view(2)) : spelled(r.view(1), r.view(2));
    model::privilege_def d{};
    switch (kind) {
      case 'S':
        d.on = grantable::sequence;
        break;
      case 'T':
        d.on = grantable::type, given = privilege::usage;
        break;
      case 'n':
        d.on = grantable::schema, name = in.words.exact("", r.view(2)), given = default_schema ? privilege::usage : 0;
        if (default_schema && to_all) {  // what it gives is the server's business
          const bool usual = in.from.server_version() < 150000;
          if (const bool may = held & privilege::create; may != usual)
            in.drafts.push_back(detail::create_in_public(in, may));
          held &= ~privilege::create;
        }
        break;
      case 'f':
        d.on = grantable::routine, given = privilege::execute;
        d.routine = detail::routine_reference(in, r, 3, r.letter(5), name, arguments);
        break;
      default:
        break;
    }
    if (r.has(4))
      d.columns = in.words.arena().list_of(in.words.name(r.view(4))), called += "." + render::identifier(r.view(4));
    if (!d.routine) d.objects = in.words.arena().list_of(name);
    if (default_schema && r.view(6) == "pg_database_owner") return;
    detail::change_rights(in, d, role, to_all ? given : 0, held, options, called);
  });
}

/// FOR ROLE is left out where it is the role that reads.
inline void read_default_rights(reading& in) {
  using model::grantable;
  namespace privilege = model::privilege;
  const rows found = in.from.read(fmt::format(
      R"(SELECT d.defaclobjtype, pg_get_userbyid(d.defaclrole), d.defaclrole = (SELECT oid FROM pg_roles
    WHERE rolname = current_user), s.nspname, {}
FROM pg_default_acl d LEFT JOIN spaces s ON s.oid = d.defaclnamespace
CROSS JOIN LATERAL (SELECT grantee, privilege_type, is_grantable FROM aclexplode(d.defaclacl)
  UNION ALL SELECT 0, NULL, false WHERE d.defaclnamespace = 0 AND d.defaclobjtype IN ('f', 'T')) g
WHERE g.grantee <> d.defaclrole AND (d.defaclnamespace = 0 OR s.oid IS NOT NULL)
GROUP BY d.oid, d.defaclobjtype, d.defaclrole, s.nspname, g.grantee ORDER BY d.oid, g.grantee)",
      detail::right_fields));
  each_record(found, [&](const record& r) {
    model::privilege_def d{};
    d.by_default = true;
    model::u32 given = 0;
    switch (r.letter(0)) {
      case 'S':
        d.on = grantable::sequence;
        break;
      case 'f':
        d.on = grantable::routine, given = privilege::execute;
        break;
      case 'T':
        d.on = grantable::type, given = privilege::usage;
        break;
      case 'n':
        d.on = grantable::schema;
        break;
      default:
        d.on = grantable::table;
    }
    if (!r.truth(2)) d.creator = in.words.name(r.view(1));
    if (r.has(3)) d.objects = in.words.arena().list_of(in.words.exact("", r.view(3))), given = 0;
    const bool to_all = r.view(4) == "public";
    detail::change_rights(in, d, in.words.name(r.view(4)), to_all ? given : 0, detail::privileges_in(r.view(5)),
                          detail::privileges_in(r.view(6)), r.has(3) ? "schema " + r.text(3) : "all schemas");
  });
}

}  // namespace skein::run::introspection
