// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Constraints of tables, each under its own name.

#include <skein/run/introspect/indexes.hpp>

namespace skein::run::introspection {

namespace detail {

inline model::action action_of(char letter) {
  switch (letter) {
    case 'r':
      return model::action::restrict;
    case 'c':
      return model::action::cascade;
    case 'n':
      return model::action::set_null;
    case 'd':
      return model::action::set_default;
    default:
      return model::action::no_action;
  }
}
inline model::kind kind_of(char letter) {
  switch (letter) {
    case 'p':
      return model::kind::primary_key;
    case 'u':
      return model::kind::unique;
    case 'x':
      return model::kind::exclusion;
    case 'f':
      return model::kind::foreign_key;
    default:
      return model::kind::check;
  }
}

}  // namespace detail

/// A foreign key that PostgreSQL makes for each partition of its target belongs to the one that was written.
inline void read_constraints(reading& in, const element_lists& elements, const parameter_lists& parameters) {
  using model::kind;
  const rows found =
      in.from.read(fmt::format(R"(SELECT k.conrelid, k.conname, k.contype, k.conkey, pg_get_expr(k.conbin,
    k.conrelid),
    k.confrelid,
  k.confkey, k.confdeltype, k.confupdtype, k.confmatchtype, k.condeferrable, k.condeferred, k.convalidated,
      k.connoinherit,
  {}, obj_description(k.oid, 'pg_constraint'), {},
      {}, k.oid,
  NOT k.conislocal OR k.conname = format('%s_%s_not_null', r.relname, (SELECT attname FROM pg_attribute a
      WHERE a.attrelid = k.conrelid
      AND a.attnum = k.conkey[1])), {}, NOT k.conislocal AND NOT r.relispartition
    AND EXISTS (SELECT FROM pg_inherits h JOIN relations a ON a.oid = h.inhparent AND a.relkind = 'r' WHERE h.inhrelid = r.oid)
FROM pg_constraint k JOIN relations r ON r.oid = k.conrelid LEFT JOIN pg_constraint p ON p.oid = k.conparentid
LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
LEFT JOIN pg_class c ON c.oid = i.indexrelid LEFT JOIN pg_am m ON m.oid = c.relam
WHERE r.relkind IN ('r', 'p') AND k.contype IN ('c', 'p', 'u', 'x', 'f', 'n')
    AND (p.oid IS NULL OR p.conrelid <> k.conrelid)
ORDER BY k.coninhcount > 0 AND k.conislocal DESC, k.oid)",
                               in.from.since(15, "k.confdelsetcols"), in.from.since(18, "k.conperiod"),
                               in.from.since(18, "k.conenforced"), index_fields(in)));
  each_record(found, [&](const record& r) {
    const relation& table = in.relations.at(r.id(0));
    const std::string called = fmt::format("{} of {}", render::identifier(r.view(1)), table.spelled);
    const char letter = r.letter(2);
    if (letter == 'n') {
      if (!r.truth(19)) in.leave("constraint", called, "it is NOT NULL by a name of its own, which is left out");
      return;
    }
    if (letter == 'c' && r.truth(27)) {  // its parent's comes to it
      if (r.has(15))
        in.drafts.push_back({stage::on_table, {}, "comment", "constraint " + called,
                             {in.step({.what = model::op::comment_on_constraint,
                                       .table = table.name,
                                       .name = in.words.name(r.view(1)),
                                       .text = in.comment(r, 15)})}});
      return;
    }
    if (r.truth(16) || r.view(17) == "f")
      return in.leave("constraint", called,
                      r.truth(16) ? "it is over a period (PostgreSQL 18)" : "it is not enforced (PostgreSQL 18)");
    model::constraint_def d{};
    d.what = detail::kind_of(letter);
    d.not_valid = !r.truth(12);
    d.comment = in.comment(r, 15);
    if (r.truth(10)) d.defer = r.truth(11) ? model::deferral::initially_deferred : model::deferral::deferrable;
    if (d.what == kind::check) {
      d.expression = in.words.text(printed::bare(r.view(4)));
      d.no_inherit = r.truth(13);
    } else if (d.what == kind::exclusion) {
      d.exclusion = in.make(index_in(in, r, 20, table, elements, parameters));
    } else {
      d.columns = in.words.names(in.columns(table, r.numbers(3)));
    }
    if (d.what == kind::primary_key || d.what == kind::unique) {
      const model::index_def index = index_in(in, r, 20, table, elements, parameters);
      d.include = index.include;
      d.nulls_not_distinct = index.nulls_not_distinct;
      if (index.parameters.size)
        in.leave("storage parameters", "constraint " + called, "its index has some, which are left out");
    }
    if (d.what == kind::foreign_key) {
      const relation* target = in.find(r.id(5));
      if (!target) return in.leave("foreign key", called, "it references a table that was not read");
      d.target = target->name;
      d.target_columns = in.words.names(in.columns(*target, r.numbers(6)));
      d.on_delete = detail::action_of(r.letter(7));
      d.delete_columns = in.words.names(in.columns(table, r.numbers(14)));
      d.on_update = detail::action_of(r.letter(8));
      d.match_full = r.letter(9) == 'f';
    }
    const model::ident* name = in.words.name(r.view(1));
    const auto* m = in.make(model::member{.what = d.what, .name = name, .constraint = in.make(d)});
    const model::step* add = in.step(
        {.what = model::op::add_constraint, .table = table.name, .name = name, .members = in.words.arena().list_of(m)});
    const bool foreign = d.what == kind::foreign_key;
    draft made{foreign ? stage::foreign_key : stage::key,
               {catalog_oid::constraint, r.id(18)},
               foreign ? "foreign key" : "constraint",
               called,
               {add}};
    made.drop = fmt::format("ALTER TABLE {} DROP CONSTRAINT {}", table.spelled, render::identifier(r.view(1)));
    made.uses.push_back(table.name);
    if (foreign) made.uses.push_back(d.target);
    made.called = in.beside(table, r.view(1));
    in.drafts.push_back(std::move(made));
  });
}

}  // namespace skein::run::introspection
