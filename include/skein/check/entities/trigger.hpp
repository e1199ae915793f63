// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Triggers and event triggers: what fits together, and what they use.

#include <skein/check/entities/clauses.hpp>
#include <skein/check/entities/malformed.hpp>
#include <skein/check/mix.hpp>
#include <skein/check/partitions/objects.hpp>
#include <skein/check/state/present.hpp>
#include <skein/check/text/body.hpp>
#include <skein/check/text/present_name.hpp>
#include <skein/model/trigger.hpp>

namespace skein::checks {

using model::trigger_def;

// What a trigger uses: the words of its condition first, then these.

constexpr u32 fixed_uses(const trigger_def& g) { return 2 + g.columns.size; }
constexpr u32 fixed_use(const entity_state& e, u32 i) { return e.first_use + e.used - fixed_uses(*e.def->trigger) + i; }

/// PostgreSQL's own functions for triggers.
inline constexpr const char* own_trigger_functions[]{"suppress_redundant_updates_trigger", "tsvector_update_trigger", "tsvector_update_trigger_column",
                                                     "unique_key_recheck"};
template <class = void>
inline constexpr routine_def without_arguments{};

/// Notes the function; 0 for one that is none of the history's.
constexpr bool use_function(auto& sim, entity_state& e, const entity_def& d) {
  const trigger_def& g = *d.trigger;
  if (!g.function) return fail_malformed(sim, d, "calls no function");
  const model::object_name& n = *g.function;
  if (const u32 i = names::find_entity(sim, entity_kind::function, names::schema_key(n.schema), 0, n.name); i && sim.entities[i].what == entity_kind::function) {
    const model::data_type* result = sim.entities[i].def->routine->result;
    if (!result || !same(*result, d.what == entity_kind::trigger ? model::trigger_type : model::event_trigger_type))
      return d.what == entity_kind::trigger ? fail_malformed(sim, d, "calls a function that does not return trigger:", &n.name)
                                            : fail_malformed(sim, d, "calls a function that does not return event_trigger:", &n.name);
    use(sim, e, i << names::kind_bits | names::entity);
    return true;
  }
  bool outside = same(n.schema, pg_catalog);
  for (const char* own : own_trigger_functions) outside |= reads(n.name.text, n.name.kept(), own);
  if (!outside && !extensions::any(sim)) {
    const entity_def wanted{.what = entity_kind::function, .name = g.function, .routine = &without_arguments<>};
    return require_entity(sim, wanted);
  }
  use(sim, e, 0);
  return true;
}

/// Which rows a condition speaks of, and what PostgreSQL does not let it say.
constexpr bool check_condition(auto& sim, u32 table, const entity_def& d) {
  const trigger_def& g = *d.trigger;
  if (!d.body) return true;
  if (g.when == trigger_def::timing::instead_of) return fail_malformed(sim, d, "fires instead of something, and under a condition too");
  constexpr u32 of_new = model::lexical::word("new"), of_old = model::lexical::word("old");
  const model::query_of q(d.body);
  for (u32 k = 1; k <= q.word_count; ++k) {
    const query_word& w = q.words[k];
    if ((w.hash != of_new && w.hash != of_old) || w.before || (w.is != role::qualifier && w.is != role::column)) continue;
    if (!g.for_each_row) return fail_malformed(sim, d, "fires for a statement, whose condition has no rows");
    if (w.hash == of_old && g.events & model::event::insert) return fail_malformed(sim, d, "fires on insert, where there is no row OLD");
    if (w.hash == of_new && g.events & model::event::remove) return fail_malformed(sim, d, "fires on delete, where there is no row NEW");
    if (w.hash != of_new || g.when != trigger_def::timing::before) continue;
    const bool whole = w.is == role::column || w.star || k == q.word_count;
    for (u32 c = whole ? sim.tables[table].first_column : names::find_column(sim, table, q.words[k + 1]); c; c = whole ? sim.columns[c].next : 0)
      if (sim.columns[c].name && sim.columns[c].flags & flag::generated)
        return fail_malformed(sim, d, "fires before there is a value of the generated column", sim.columns[c].name);
  }
  return true;
}

/// CreateTrigger in the server's sources.
constexpr bool check_events(auto& sim, const entity_def& d) {
  using timing = trigger_def::timing;
  const trigger_def& g = *d.trigger;
  if (g.when == timing::unsaid || !g.events) return fail_malformed(sim, d, "does not say when it fires");
  if (g.repeated) return fail_malformed(sim, d, "says an event twice");
  if (g.for_each_row && g.events & model::event::truncate) return fail_malformed(sim, d, "fires on truncate, which concerns no row");
  if (g.constraint && (g.when != timing::after || !g.for_each_row)) return fail_malformed(sim, d, "is of a constraint, which fires after the event and for each row");
  if (!g.constraint && (g.defer != model::deferral::none || g.from)) return fail_malformed(sim, d, "is deferred or from a table, which only constraint triggers are");
  if (!g.old_rows && !g.new_rows) return true;
  if (g.when != timing::after || g.constraint) return fail_malformed(sim, d, "refers to the rows of a statement, which only triggers after it do");
  if (g.events & (g.events - 1)) return fail_malformed(sim, d, "refers to the rows of a statement, and fires on several events");
  if (g.columns.size) return fail_malformed(sim, d, "refers to the rows of a statement, and fires on columns");
  if (g.events & model::event::truncate || (g.old_rows && g.events & model::event::insert) || (g.new_rows && g.events & model::event::remove))
    return fail_malformed(sim, d, "refers to rows that its event does not have");
  return !(g.old_rows && g.new_rows && same(*g.old_rows, *g.new_rows)) || fail_malformed(sim, d, "calls the old rows and the new ones alike");
}

/// What a table allows, or a view, apart from the events.
constexpr bool check_place(auto& sim, u32 table, const entity_def& d) {
  using timing = trigger_def::timing;
  const trigger_def& g = *d.trigger;
  const u32 view = view_of(sim, table);
  if (!view) return g.when != timing::instead_of || fail_malformed(sim, d, "fires instead of something, which only a trigger of a view does");
  if (sim.entities[view].what != entity_kind::view) return fail_malformed(sim, d, "is of a materialized view, which has no triggers");
  if (g.constraint) return fail_malformed(sim, d, "is of a constraint, which a view has not");
  if (g.firing) return fail_malformed(sim, d, "is of a view, whose triggers are always enabled; leave that out");
  if (g.events & model::event::truncate) return fail_malformed(sim, d, "fires on truncate, which is not done to a view");
  if (g.old_rows || g.new_rows) return fail_malformed(sim, d, "refers to the rows of a statement, which a trigger of a view does not");
  if (g.when != timing::instead_of) return !g.for_each_row || fail_malformed(sim, d, "fires for each row of a view, and so instead of something; write fires_instead_of");
  if (!g.for_each_row) return fail_malformed(sim, d, "fires instead of something, and so for_each_row");
  return !g.columns.size || fail_malformed(sim, d, "fires instead of something, and on columns");
}

constexpr bool define_event_trigger(auto& sim, entity_state& e, const entity_def& d) {
  const trigger_def& g = *d.trigger;
  bool known = false;
  for (const char* event : {"ddl_command_start", "ddl_command_end", "sql_drop", "table_rewrite"}) known |= g.on && reads(g.on.data, g.on.size, event);
  if (!known) return fail_malformed(sim, d, "is on no event of ddl_command_start, ddl_command_end, sql_drop and table_rewrite");
  if (g.when != trigger_def::timing::unsaid || d.body || g.arguments.size) return fail_malformed(sim, d, "takes on_event, tags, calls without arguments, and when it is enabled");
  if (!use_function(sim, e, d)) return false;
  use(sim, e, 0);
  return true;
}

constexpr bool define_trigger(auto& sim, entity_state& e, const entity_def& d) {
  const trigger_def& g = *d.trigger;
  if (g.mistake) return fail_misplaced(sim, g.mistake);
  if (d.what == entity_kind::event_trigger) return define_event_trigger(sim, e, d);
  if (g.on || g.tags.size) return fail_malformed(sim, d, "is of a table; an event trigger is made with create_event_trigger");
  if (!check_events(sim, d) || !check_place(sim, e.table, d) || !check_condition(sim, e.table, d)) return false;
  if constexpr (knows_partitions<decltype(sim)>)
    if (!fits_partitions(sim, e.table, g)) return false;
  if (g.constraint && names::find_constraint(sim, e.table, d.name->name)) return sim.fail(fault::constraint_exists, of(sim, e.table, model::written(&d.name->name)));
  if (d.body && !(read_body(sim, e, d.body, e.table) && check_labels(sim, dependent_of(sim, e), d.body, e.table, {}))) return false;
  if (!use_function(sim, e, d)) return false;
  const u32 from = g.from ? require_table(sim, *g.from) : 0;
  if (g.from && !from) return false;
  use(sim, e, from ? from << names::kind_bits | names::table : 0);
  for (u32 i = 0; i < g.columns.size; ++i) {
    const u32 c = require_column(sim, e.table, *g.columns[i]);
    if (!c) return false;
    for (u32 k = 0; k < i; ++k)
      if (same(*g.columns[k], *g.columns[i])) return fail_column(sim, fault::repeated_column, c);
    use(sim, e, c << names::kind_bits | names::column);
  }
  return true;
}

constexpr bool trigger_replaceable(auto& sim, u32 i, const step& x) {
  if (!require_feature(sim, feature::replace_trigger)) return false;
  const bool constraint = x.entity->trigger->constraint || sim.entities[i].def->trigger->constraint;
  return !constraint || fail_malformed(sim, *x.entity, "is a constraint trigger, which is not replaced; drop it and create it instead");
}

/// ENABLE is what nothing is said for.
constexpr bool set_firing(auto& sim, u32 i, const model::clause& c) {
  auto& s = sim;
  entity_state& e = s.entities[i];
  if (e.table && view_of(s, e.table)) return fail_malformed(sim, *e.def, "is of a view, whose triggers are always enabled; remove the step");
  const bool plain = reads(c.text.data, c.text.size, "ENABLE");
  if (plain ? !e.first_clause : e.first_clause && same(s.clauses[e.first_clause].value->text, c.text)) return sim.fail(fault::no_effect, entity_facts(s, i));
  e.first_clause = 0;
  if (!plain) append_clause(s, e.first_clause, c);
  return true;
}

/// What a word of a condition is now; no name: as it is written.
constexpr present instead_of(const auto& s, const query& q, u32 k, u32 entry) {
  const query_word& w = q.words[k];
  if (!entry || w.is == role::every || w.is == role::sequence || (entry & names::kind_mask) == names::columns) return {};
  if (w.is != role::qualifier && w.is != role::column && w.is != role::merged) return other_name(s, q, w, entry);
  const ident* name = present_of(s, entry).name;
  return name && !same(*name, w) ? present{name, nullptr} : present{};
}

/// Calls `text` with what stands between the names of a condition, and `name` with each and what it is now, in turns.
constexpr void each_part(const auto& s, const model::text_view& sql, auto&& entry, auto&& text, auto&& name) {
  const model::query_of q(sql);
  const char* at = sql.data;
  for (u32 k = 1, use = 0; k <= q.word_count; ++k) {
    const query_word& w = q.words[k];
    if (!entries_of(w)) continue;
    const u32 e = entry(use);
    use += entries_of(w);
    if (w.is == role::every) continue;
    if (k < q.word_count && q.words[k + 1].before == k && entries_of(q.words[k + 1]) && instead_of(s, q, k + 1, entry(use)).schema) continue;
    const present now = instead_of(s, q, k, e);
    text(at, (now.schema && w.before ? q.words[w.before] : w).from);
    name(w, now);
    at = w.to;
  }
  text(at, sql.data + sql.size);
}

namespace digests {

/// A trigger's definition but its condition; `now` gives the present name of the n-th thing that it uses.
constexpr u64 names_of_trigger(const entity_def& d, auto&& now) {
  const trigger_def& g = *d.trigger;
  const auto object = [&](u32 n, const model::object_name& written) {
    const present is = now(n, {&written.name, &written.schema});
    return mix(is.name->hash, names::schema_key(*is.schema));
  };
  u64 h = mix(static_cast<u64>(g.when), g.events + g.for_each_row * 16 + g.constraint * 32 + static_cast<u64>(g.defer) * 64);
  h = mix(mix(h, object(0, *g.function)), g.from ? object(1, *g.from) : 0);
  for (u32 i = 0; i < g.columns.size; ++i) h = mix(h, now(2 + i, {g.columns[i], nullptr}).name->hash);
  h = mix(mix(h, g.old_rows ? g.old_rows->hash : 0), g.new_rows ? g.new_rows->hash : 0);
  for (u32 i = 0; i < g.arguments.size; ++i) h = mix(mix(h, g.arguments[i].hash), g.arguments[i].size);
  for (u32 i = 0; i < g.tags.size; ++i) h = mix(h, g.tags[i].hash);
  return mix(h, g.on.hash);
}
constexpr u64 of_text(u64 h, const char* from, const char* to) {
  for (; from != to; ++from) h = mix(h, static_cast<unsigned char>(*from));
  return h;
}
constexpr u64 of_condition(const auto& s, u64 h, const model::text_view& sql, auto&& entry) {
  if (!sql) return h;
  each_part(s, sql, entry, [&](const char* from, const char* to) { h = of_text(h, from, to); },
            [&](const query_word& w, const present& now) {
              if (now.schema) h = mix(mix(h, now.schema->hash), '.');
              h = mix(h, now.name ? now.name->hash : w.hash);
            });
  return h;
}
/// Of the state's.
constexpr u64 of_trigger(const auto& s, u32 i) {
  const entity_state& e = s.entities[i];
  const u64 h = names_of_trigger(*e.def, [&](u32 n, const present& written) {
    const u32 entry = s.uses[fixed_use(e, n)];
    return entry ? present_of(s, entry) : written;
  });
  return of_condition(s, h, e.def->body, [&](u32 n) { return s.uses[e.first_use + n]; });
}
/// Of a declaration.
constexpr u64 of_trigger(const auto& s, const entity_def& d) {
  return of_condition(s, names_of_trigger(d, [](u32, const present& written) { return written; }), d.body, [](u32) { return 0u; });
}

}  // namespace digests

}  // namespace skein::checks
