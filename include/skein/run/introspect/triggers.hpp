// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Triggers and event triggers.

#include <skein/model/trigger.hpp>
#include <skein/run/introspect/printed.hpp>
#include <skein/run/introspect/reading.hpp>

namespace skein::run::introspection {

namespace detail {

/// Of a trigger as PostgreSQL prints it; empty if there is none.
inline std::string_view condition_in(std::string_view trigger) {
  const std::size_t when = printed::find(trigger, " WHEN (");
  if (when == trigger.npos) return {};
  const std::size_t open = when + 6, close = printed::end_of_group(trigger, open);
  return printed::bare(trigger.substr(open, close - open + 1));
}
/// What tgargs holds, in hexadecimal: texts that end in a zero byte.
inline std::vector<std::string> arguments_in(std::string_view hex) {
  std::vector<std::string> out;
  std::string text;
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    const char c = static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
    if (c)
      text += c;
    else
      out.push_back(std::move(text)), text.clear();
  }
  return out;
}
inline model::text_view firing_of(char enabled) {
  switch (enabled) {
    case 'D':
      return model::view("DISABLE");
    case 'A':
      return model::view("ENABLE ALWAYS");
    case 'R':
      return model::view("ENABLE REPLICA");
    default:
      return {};
  }
}
inline model::list<model::clause> firing_clauses(reading& in, const model::trigger_def& d) {
  return d.firing ? in.words.arena().list_of(model::clause{.what = model::clause::part::firing, .text = d.firing})
                  : model::list<model::clause>{};
}

}  // namespace detail

/// Those that a partition has from its table come with that.
inline void read_triggers(reading& in) {
  using timing = model::trigger_def::timing;
  namespace event = model::event;
  const rows found = in.from.read(fmt::format(
      R"(SELECT t.oid, t.tgrelid, t.tgname, t.tgtype, pg_get_triggerdef(t.oid), encode(t.tgargs, 'hex'), t.tgattr,
    t.tgenabled,
  t.tgdeferrable, t.tginitdeferred, t.tgconstraint <> 0, t.tgconstrrelid, t.tgoldtable, t.tgnewtable, n.nspname,
      p.proname, obj_description(t.oid, 'pg_trigger'),
  {0} <> 0
FROM pg_trigger t JOIN relations r ON r.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
    JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE NOT t.tgisinternal AND ({0} = 0 OR t.tgenabled <> (SELECT of.tgenabled FROM pg_trigger of WHERE of.oid = {0}))
ORDER BY t.oid)",
      in.from.since(13, "t.tgparentid", "0")));
  each_record(found, [&](const record& r) {
    const relation* table = in.find(r.id(1));
    if (!table) return;
    const std::string called = fmt::format("{} on {}", render::identifier(r.view(2)), table->spelled);
    if (r.truth(17))
      return in.leave("firing", "trigger " + called, "it is not that of its table's trigger, which it is there with");
    const long long type = r.number(3);  // pg_trigger.h: TRIGGER_TYPE_…
    model::trigger_def d{};
    d.when = type & 64 ? timing::instead_of : type & 2 ? timing::before : timing::after;
    d.for_each_row = type & 1;
    d.events = (type & 4 ? event::insert : 0) | (type & 16 ? event::update : 0) | (type & 8 ? event::remove : 0) |
               (type & 32 ? event::truncate : 0);
    d.constraint = r.truth(10);
    if (d.constraint && r.truth(8))
      d.defer = r.truth(9) ? model::deferral::initially_deferred : model::deferral::deferrable;
    d.columns = in.words.names(in.columns(*table, r.numbers(6)));
    if (const relation* from = in.find(r.id(11)))
      d.from = from->name;
    else if (r.id(11))
      return in.leave("trigger", called, "it is from a table that was not read");
    if (r.has(12)) d.old_rows = in.words.name(r.view(12));
    if (r.has(13)) d.new_rows = in.words.name(r.view(13));
    d.condition = in.words.text(detail::condition_in(r.required(4)));
    d.function = in.words.visible(r.view(14), r.view(15));
    std::vector<model::text_view> arguments;
    for (const std::string& each : detail::arguments_in(r.view(5))) arguments.push_back(in.words.arena().text(each));
    d.arguments = in.make_list(arguments);
    d.firing = detail::firing_of(r.letter(7));
    const auto* name = in.words.exact("", r.view(2));
    const auto* entity = in.make(model::entity_def{.what = model::entity_kind::trigger,
                                                   .name = name,
                                                   .table = table->name,
                                                   .clauses = detail::firing_clauses(in, d),
                                                   .body = d.condition,
                                                   .trigger = in.make(d)});
    draft made{stage::on_table,
               {},
               "trigger",
               called,
               {in.step({.what = model::op::create_entity, .entity = entity})},
               fmt::format("DROP TRIGGER {} ON {}", render::identifier(r.view(2)), table->spelled),
               {table->name},
               in.beside(*table, r.view(2))};
    in.comment_on(made, entity, r, 16);
    in.drafts.push_back(std::move(made));
  });
}

inline void read_event_triggers(reading& in) {
  const rows found = in.from.read(
      R"(SELECT t.oid, t.evtname, t.evtevent, t.evtenabled, n.nspname, p.proname, g.tag,
    obj_description(t.oid, 'pg_event_trigger')
FROM pg_event_trigger t JOIN pg_proc p ON p.oid = t.evtfoid JOIN pg_namespace n ON n.oid = p.pronamespace
    JOIN spaces s ON s.oid = n.oid
LEFT JOIN LATERAL unnest(t.evttags) WITH ORDINALITY g(tag, place) ON true
WHERE ('pg_event_trigger'::regclass, t.oid) NOT IN (SELECT classid, objid FROM members) ORDER BY t.oid, g.place)");
  each_group(found, [&](std::size_t first, std::size_t end) {
    const record r(found, first);
    model::trigger_def d{};
    d.on = in.words.text(r.view(2));
    d.firing = detail::firing_of(r.letter(3));
    d.function = in.words.name(r.view(4), r.view(5));
    std::vector<model::text_view> tags;
    for (std::size_t i = first; i < end; ++i)
      if (record(found, i).has(6)) tags.push_back(in.words.text(record(found, i).view(6)));
    d.tags = in.make_list(tags);
    const auto* entity = in.make(model::entity_def{.what = model::entity_kind::event_trigger,
                                                   .name = in.words.exact("", r.view(1)),
                                                   .clauses = detail::firing_clauses(in, d),
                                                   .trigger = in.make(d)});
    draft made{stage::on_table,
               {},
               "event trigger",
               render::identifier(r.view(1)),
               {in.step({.what = model::op::create_entity, .entity = entity})},
               "DROP EVENT TRIGGER " + render::identifier(r.view(1)),
               {},
               entity->name};
    in.comment_on(made, entity, r, 7);
    in.drafts.push_back(std::move(made));
  });
}

}  // namespace skein::run::introspection
