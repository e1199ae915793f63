// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Rules of tables and views, apart from the one that a view is.

#include <skein/run/introspect/printed.hpp>
#include <skein/run/introspect/reading.hpp>

namespace skein::run::introspection {

inline void read_rules(reading& in) {
  const rows found = in.from.read(
      R"(SELECT w.oid, w.ev_class, w.rulename, w.ev_type, pg_get_ruledef(w.oid), w.ev_enabled,
    obj_description(w.oid, 'pg_rewrite')
FROM pg_rewrite w JOIN relations r ON r.oid = w.ev_class WHERE w.rulename <> '_RETURN' ORDER BY w.oid)");
  each_record(found, [&](const record& r) {
    const relation* table = in.find(r.id(1));
    if (!table) return;
    constexpr const char* events[]{"", "SELECT", "UPDATE", "INSERT", "DELETE"};
    const char* event = events[r.number(3) & 3 ? r.number(3) & 3 : 4];
    const std::string called = fmt::format("{} on {}", render::identifier(r.view(2)), table->spelled);
    // CREATE RULE name AS ON event TO table [WHERE …] DO …;
    std::string_view text = r.required(4);
    const std::size_t to = printed::find(text, fmt::format("ON {} TO ", event)),
                      where = printed::find(text, " WHERE ", to), does = printed::find(text, " DO ", to);
    if (to == text.npos || does == text.npos)
      return in.leave("rule", called, "PostgreSQL does not print it as it is known");
    text.remove_prefix(std::min(where, does) + 1);
    while (text.ends_with(';') || text.ends_with('\n')) text.remove_suffix(1);
    const model::clause on{.what = model::clause::part::event, .text = in.words.text(event)};
    const auto* entity = in.make(model::entity_def{.what = model::entity_kind::rule,
                                                   .name = in.words.exact("", r.view(2)),
                                                   .table = table->name,
                                                   .clauses = in.words.arena().list_of(on),
                                                   .body = in.words.text(text)});
    draft made{stage::on_table,
               {},
               "rule",
               called,
               {in.step({.what = model::op::create_entity, .entity = entity})},
               fmt::format("DROP RULE {} ON {}", render::identifier(r.view(2)), table->spelled),
               {table->name},
               in.beside(*table, r.view(2))};
    in.comment_on(made, entity, r, 6);
    in.drafts.push_back(std::move(made));
    if (const char fires = r.letter(5); fires != 'O') {
      const auto alter = [&](const char* word) {
        return fmt::format("ALTER TABLE {} {} RULE {}", table->spelled, word, render::identifier(r.view(2)));
      };
      in.keep(*table, "firing", "rule " + called, "it is disabled, or fires in replicas",
              alter(fires == 'D'   ? "DISABLE"
                    : fires == 'A' ? "ENABLE ALWAYS"
                                   : "ENABLE REPLICA"),
              alter("ENABLE"));
    }
  });
}

}  // namespace skein::run::introspection
