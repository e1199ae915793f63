// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Views and materialized views, with what their columns have of their own.

#include <skein/check/text/body_text.hpp>
#include <skein/run/introspect/tables.hpp>

namespace skein::run::introspection {

/// The query is as PostgreSQL prints it, every column under its name. Indexes of a materialized view come with those of
/// tables.
inline void read_views(reading& in, const rows& relations, const column_lists& columns,
                       const parameter_lists& parameters) {
  namespace flag = model::flag;
  namespace field = relation_field;
  using model::op;
  using part = model::clause::part;
  each_record(relations, [&](const record& r) {
    if (r.letter(field::kind) != 'v' && r.letter(field::kind) != 'm') return;
    const relation& view = in.relations.at(r.id(field::id));
    const bool materialized = r.letter(field::kind) == 'm';
    std::string_view query = r.required(field::query);
    while (query.ends_with(';') || query.ends_with(' ') || query.ends_with('\n')) query.remove_suffix(1);
    while (query.starts_with(' ')) query.remove_prefix(1);
    std::vector<model::clause> clauses;
    if (const auto own = parameters.find(r.id(field::id)); own != parameters.end())
      for (const model::parameter& p : own->second)
        clauses.push_back({.what = part::setting, .text = p.value, .from = p.name});
    if (materialized && !r.truth(field::populated)) clauses.push_back({.what = part::no_data});
    const model::text_view body = in.words.text(query);
    const auto* entity = in.make(
        model::entity_def{.what = materialized ? model::entity_kind::materialized_view : model::entity_kind::view,
                          .name = view.name,
                          .clauses = in.make_list(clauses),
                          .body = body,
                          .parsed = checks::parse(in.words.arena(), body)});
    const char* word = materialized ? "materialized view" : "view";
    draft d{stage::object,
            {catalog_oid::relation, r.id(field::id)},
            word,
            view.spelled,
            {in.step({.what = op::create_entity, .entity = entity})},
            fmt::format("DROP {} {}", materialized ? "MATERIALIZED VIEW" : "VIEW", view.spelled),
            {},
            view.name};
    if (const auto own = columns.find(r.id(field::id)); own != columns.end())
      for (const model::member* m : own->second) {
        if (const auto* o = find_option(*m, flag::default_value))
          d.steps.push_back(in.step({.what = op::set_default, .table = view.name, .name = m->name, .text = o->text}));
        if (const auto* o = find_option(*m, flag::comment))
          d.steps.push_back(
              in.step({.what = op::comment_on_column, .table = view.name, .name = m->name, .text = o->text}));
      }
    in.comment_on(d, entity, r, field::comment);
    in.drafts.push_back(std::move(d));
    read_properties(in, r, word);
  });
}

}  // namespace skein::run::introspection
