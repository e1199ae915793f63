// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Row-level security: whether a table has it, and its policies.

#include <skein/model/policy.hpp>
#include <skein/run/introspect/printed.hpp>
#include <skein/run/introspect/relations.hpp>

namespace skein::run::introspection {

inline void read_row_security(reading& in, const rows& relations) {
  namespace field = relation_field;
  each_record(relations, [&](const record& r) {
    const relation& table = in.relations.at(r.id(field::id));
    const auto add = [&](const char* mode) {
      const auto* entity = in.make(model::entity_def{
          .what = model::entity_kind::row_security, .name = in.words.exact("", mode), .table = table.name});
      const model::step* create = in.step({.what = model::op::create_entity, .entity = entity});
      in.drafts.push_back({stage::on_table, {}, "row-level security", table.spelled, {create}});
    };
    if (r.truth(field::secured)) add("row level security");
    if (r.truth(field::forced)) add("forced row level security");
  });
}

inline void read_policies(reading& in) {
  using command = model::policy_def::command;
  const rows found = in.from.read(
      R"(SELECT p.oid, p.polrelid, p.polname, p.polcmd, p.polpermissive, pg_get_expr(p.polqual, p.polrelid),
  pg_get_expr(p.polwithcheck, p.polrelid), o.role <> 0, pg_get_userbyid(o.role), obj_description(p.oid, 'pg_policy')
FROM pg_policy p JOIN relations r ON r.oid = p.polrelid LEFT JOIN LATERAL unnest(p.polroles) WITH ORDINALITY o(role,
    place) ON true ORDER BY p.oid, o.place)");
  each_group(found, [&](std::size_t first, std::size_t end) {
    const record r(found, first);
    const relation& table = in.relations.at(r.id(1));
    model::policy_def d{};
    switch (r.letter(3)) {
      case 'r':
        d.concerns = command::select;
        break;
      case 'a':
        d.concerns = command::insert;
        break;
      case 'w':
        d.concerns = command::update;
        break;
      case 'd':
        d.concerns = command::remove;
        break;
      default:
        break;
    }
    d.restrictive = !r.truth(4);
    d.using_ = in.words.text(printed::bare(r.view(5)));
    d.with_check = in.words.text(printed::bare(r.view(6)));
    std::vector<const model::ident*> roles;
    for (std::size_t i = first; i < end; ++i)
      if (const record each(found, i); each.truth(7)) roles.push_back(in.words.name(each.view(8)));
    d.roles = in.words.names(roles);
    const auto* entity = in.make(model::entity_def{.what = model::entity_kind::policy,
                                                   .name = in.words.exact("", r.view(2)),
                                                   .table = table.name,
                                                   .body = d.using_,
                                                   .policy = in.make(d)});
    draft made{stage::on_table,
               {},
               "policy",
               fmt::format("{} on {}", render::identifier(r.view(2)), table.spelled),
               {in.step({.what = model::op::create_entity, .entity = entity})},
               fmt::format("DROP POLICY {} ON {}", render::identifier(r.view(2)), table.spelled),
               {table.name},
               in.beside(table, r.view(2))};
    in.comment_on(made, entity, r, 9);
    in.drafts.push_back(std::move(made));
  });
}

}  // namespace skein::run::introspection
