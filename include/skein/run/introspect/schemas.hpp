// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Schemas and extensions.

#include <skein/run/introspect/reading.hpp>

namespace skein::run::introspection {

namespace detail {

/// To the model, the comment on schema public is the server's.
inline draft comment_on_public(reading& in, std::string_view text) {
  const std::string words = "COMMENT ON SCHEMA public IS ";
  draft d{stage::extension,
          {},
          "comment",
          "schema public",
          {},
          words + "'standard public schema'",
          {},
          in.words.exact("", "public")};
  d.create = words + render::literal(text);
  return d;
}

}  // namespace detail

inline void read_schemas(reading& in) {
  const rows found = in.from.read(R"(SELECT s.oid, s.nspname, obj_description(s.oid, 'pg_namespace')
FROM spaces s WHERE ('pg_namespace'::regclass, s.oid) NOT IN (SELECT classid, objid FROM members) ORDER BY s.oid)");
  bool has_public = false;
  each_record(found, [&](const record& r) {
    const bool is_public = r.view(1) == "public";
    has_public |= is_public;
    draft d{stage::schema, {catalog_oid::schema, r.id(0)}, "schema", render::identifier(r.view(1)), {}};
    const model::ident* name = in.words.name(r.view(1));
    if (!is_public) d.steps.push_back(in.step({.what = model::op::create_schema, .name = name}));
    if (r.has(2) && !is_public)
      d.steps.push_back(in.step({.what = model::op::comment_on_schema, .name = name, .text = in.comment(r, 2)}));
    if (r.has(2) && is_public && r.view(2) != "standard public schema")
      in.drafts.push_back(detail::comment_on_public(in, r.view(2)));
    if (!d.steps.empty()) in.drafts.push_back(std::move(d));
  });
  if (!has_public && in.from.reads("public"))
    in.leave("schema", "public", "the database has none; skein takes it to be there");
}

/// With its version only where the server would install another one.
inline void read_extensions(reading& in) {
  using part = model::clause::part;
  const rows found = in.from.read(R"(SELECT e.oid, e.extname, n.nspname, nullif(e.extversion, a.default_version),
  nullif(obj_description(e.oid, 'pg_extension'), a.comment),
  a.comment IS NOT NULL AND obj_description(e.oid, 'pg_extension') IS NULL
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace LEFT
    JOIN pg_available_extensions a ON a.name = e.extname
WHERE e.extname <> 'plpgsql' ORDER BY e.oid)");
  each_record(found, [&](const record& r) {
    std::vector<model::clause> clauses;
    if (r.view(2) != "public") clauses.push_back({.what = part::schema, .name = in.words.name(r.view(2))});
    if (r.has(3)) clauses.push_back({.what = part::version, .text = in.words.text(r.view(3))});
    const auto* entity = in.make(model::entity_def{.what = model::entity_kind::extension,
                                                   .name = in.words.exact("", r.view(1)),
                                                   .clauses = in.make_list(clauses)});
    draft d{stage::extension, {catalog_oid::extension, r.id(0)}, "extension", render::identifier(r.view(1)), {}};
    d.steps.push_back(in.step({.what = model::op::create_entity, .entity = entity}));
    in.comment_on(d, entity, r, 4);
    if (r.truth(5)) in.leave("comment", "extension " + d.name, "it was removed; the extension brings it again");
    in.drafts.push_back(std::move(d));
  });
}

}  // namespace skein::run::introspection
