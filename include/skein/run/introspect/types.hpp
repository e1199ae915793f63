// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Enum types, composite types, domains and range types.

#include <skein/model/range.hpp>
#include <skein/run/introspect/printed.hpp>
#include <skein/run/introspect/tables.hpp>

namespace skein::run::introspection {

namespace detail {

/// CREATE TYPE and the like, with its comment in that field.
inline void add_type(reading& in, const record& r, model::entity_kind what, const std::vector<model::clause>& clauses,
                     std::size_t comment, const std::string& word, std::size_t id = 0) {
  const auto* entity = in.make(model::entity_def{
      .what = what, .name = in.types.name_of(r.text(1), r.text(2)), .clauses = in.make_list(clauses)});
  const std::string called = spelled(r.view(1), r.view(2));
  draft d{stage::object,
          {catalog_oid::type, r.id(id)},
          word,
          called,
          {in.step({.what = model::op::create_entity, .entity = entity})},
          fmt::format("DROP {} {}", word == "type" ? "TYPE" : "DOMAIN", called),
          {},
          entity->name};
  in.comment_on(d, entity, r, comment);
  in.drafts.push_back(std::move(d));
}

}  // namespace detail

inline void read_enums(reading& in) {
  const rows found = in.from.read(R"(SELECT t.oid, s.nspname, t.typname, e.enumlabel,
    obj_description(t.oid, 'pg_type')
FROM pg_type t JOIN spaces s ON s.oid = t.typnamespace LEFT JOIN pg_enum e ON e.enumtypid = t.oid
WHERE t.typtype = 'e' AND ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM members) ORDER BY t.oid,
    e.enumsortorder)");
  each_group(found, [&](std::size_t first, std::size_t end) {
    std::vector<model::clause> labels;
    for (std::size_t i = first; i < end; ++i)
      if (const record each(found, i); each.has(3)) labels.push_back({.text = in.words.arena().text(each.view(3))});
    detail::add_type(in, record(found, first), model::entity_kind::enumeration, labels, 4, "type");
  });
}

/// Their attributes are the columns of a relation.
inline void read_composites(reading& in, const rows& relations, const column_lists& columns) {
  namespace flag = model::flag;
  namespace field = relation_field;
  each_record(relations, [&](const record& r) {
    if (r.letter(field::kind) != 'c') return;
    std::vector<model::clause> attributes;
    if (const auto own = columns.find(r.id(field::id)); own != columns.end())
      for (const model::member* m : own->second) {
        model::clause c{.what = model::clause::part::attribute, .name = m->name, .type = m->type};
        if (const auto* o = find_option(*m, flag::collation)) c.object = o->collation;
        if (const auto* o = find_option(*m, flag::comment)) c.comment = o->text;
        attributes.push_back(c);
      }
    detail::add_type(in, r, model::entity_kind::composite, attributes, field::type_comment, "type", field::type);
  });
}

inline void read_domains(reading& in) {
  using part = model::clause::part;
  const rows found = in.from.read(R"(SELECT t.oid, s.nspname, t.typname, t.typbasetype, t.typtypmod, t.typndims,
  CASE WHEN t.typtypmod >= 0 THEN format_type(coalesce(e.oid, b.oid), t.typtypmod) END, t.typnotnull,
      pg_get_expr(t.typdefaultbin, 0), t.typdefault,
  l.nspname, l.collname, obj_description(t.oid, 'pg_type'), k.conname, pg_get_constraintdef(k.oid), k.convalidated,
      obj_description(k.oid, 'pg_constraint')
FROM pg_type t JOIN spaces s ON s.oid = t.typnamespace JOIN pg_type b ON b.oid = t.typbasetype
LEFT JOIN pg_type e ON e.oid = b.typelem AND e.typarray = b.oid
LEFT JOIN collations l
  ON l.oid = t.typcollation AND t.typcollation <> b.typcollation
LEFT JOIN pg_constraint k ON k.contypid = t.oid AND k.contype = 'c'
WHERE t.typtype = 'd' AND ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM members) ORDER BY t.oid,
    k.oid)");
  each_group(found, [&](std::size_t first, std::size_t end) {
    const record r(found, first);
    const model::data_type* base = in.types.column_type(r.id(3), r.number(4), r.number(5), r.view(6));
    if (!base)
      return in.leave("domain", spelled(r.view(1), r.view(2)),
                      fmt::format("its type {} has modifiers that are no numbers", r.view(6)));
    std::vector<model::clause> clauses{{.what = part::base, .type = base}};
    if (r.has(11)) clauses.push_back({.what = part::collation, .object = in.words.visible(r.view(10), r.view(11))});
    if (r.truth(7)) clauses.push_back({.what = part::not_null});
    if (r.has(8) || r.has(9))
      clauses.push_back({.what = part::default_value, .text = in.words.text(printed::bare(r.view(r.has(8) ? 8 : 9)))});
    for (std::size_t i = first; i < end; ++i)
      if (const record k(found, i); k.has(13)) {
        const std::string_view definition = k.required(14);  // CHECK ((…)) NOT VALID
        const std::size_t open = definition.find('('), close = printed::end_of_group(definition, open);
        clauses.push_back({.what = part::check,
                           .name = in.words.name(k.view(13)),
                           .text = in.words.text(printed::bare(definition.substr(open, close - open + 1))),
                           .not_valid = !k.truth(15),
                           .comment = in.comment(k, 16)});
      }
    detail::add_type(in, r, model::entity_kind::domain, clauses, 12, "domain");
  });
}

/// Before PostgreSQL 14 there is no multirange type; the one of the name that it would have stands for it.
inline void read_ranges(reading& in) {
  using part = model::clause::part;
  const rows found = in.from.read(fmt::format(
      R"(SELECT t.oid, s.nspname, t.typname, g.rngsubtype, o.nspname, o.opcname, l.nspname, l.collname,
  cf.nspname, cf.proname, df.nspname, df.proname, m.nspname, m.typname, obj_description(t.oid, 'pg_type'),
      obj_description(m.oid, 'pg_type')
FROM pg_range g JOIN pg_type t ON t.oid = g.rngtypid JOIN spaces s ON s.oid = t.typnamespace
    JOIN pg_type b ON b.oid = g.rngsubtype
LEFT JOIN opclasses o ON o.oid = g.rngsubopc
LEFT JOIN collations l
  ON l.oid = g.rngcollation AND g.rngcollation <> b.typcollation
LEFT JOIN routines cf ON cf.oid = g.rngcanonical
LEFT JOIN routines df ON df.oid = g.rngsubdiff
LEFT JOIN (SELECT y.oid, y.typname, n.nspname FROM pg_type y
    JOIN pg_namespace n ON n.oid = y.typnamespace) m ON m.oid = {}
WHERE ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM members) ORDER BY t.oid)",
      in.from.since(14, "g.rngmultitypid")));
  each_record(found, [&](const record& r) {
    std::vector<model::clause> clauses{{.what = part::base, .type = in.types.of(r.id(3))}};
    if (r.has(5)) clauses.push_back({.what = part::opclass, .object = in.words.visible(r.view(4), r.view(5))});
    if (r.has(7)) clauses.push_back({.what = part::collation, .object = in.words.visible(r.view(6), r.view(7))});
    if (r.has(9)) clauses.push_back({.what = part::canonical, .object = in.words.visible(r.view(8), r.view(9))});
    if (r.has(11)) clauses.push_back({.what = part::difference, .object = in.words.visible(r.view(10), r.view(11))});
    const model::ident own = model::multirange_name(*in.words.name(r.view(2)));
    const model::object_name* multirange =
        r.has(13) ? in.words.name(r.view(12), r.view(13)) : in.words.name(r.view(1), render::view(own));
    clauses.push_back({.what = part::multirange, .object = multirange});
    detail::add_type(in, r, model::entity_kind::range, clauses, 14, "type");
    const auto* entity = in.make(model::entity_def{.what = model::entity_kind::multirange, .name = multirange});
    in.comment_on(in.drafts.back(), entity, r, 15);
  });
}

}  // namespace skein::run::introspection
