// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Views and materialized views: the columns of their output, as far as the query says what they are. They stand in the state
/// as the columns of a table that is not alive, the view's `table`: so they have names, comments, defaults and uses, and a
/// materialized view has its indexes, as a table has them.

#include <skein/check/entities/clauses.hpp>
#include <skein/check/entities/updatable.hpp>
#include <skein/check/extent.hpp>
#include <skein/check/tables/columns.hpp>
#include <skein/check/text/body.hpp>

namespace skein::checks {

/// Of a column whose type the query does not say.
inline constexpr model::object_name unknown_type_name{pg_catalog, "unknown"};
inline constexpr model::data_type unknown_type{.id = model::type_id::named, .user = &unknown_type_name};

namespace views {

/// Calls `f` with the name (null: PostgreSQL makes one up) and the type of each output column of a scope. False if they are not
/// known.
template <class Sim, class F>
constexpr bool each_output(const bodies::resolver<Sim>& r, u32 scope, F& f) {
  const query& q = r.q;
  const query_scope& o = q.scopes[scope];
  if (!scope || o.natural) return false;
  u32 named = 0, place = 0;
  for (u32 k = 1; k <= q.word_count; ++k) {
    const query_word& w = q.words[k];
    const bool names = names_output(w);
    named += names;
    if (w.scope == scope && w.is == role::merged && o.star) return false;
    if (w.scope != scope || !w.output) continue;
    for (; place < w.place; ++place) f(nullptr, &unknown_type);
    ++place;
    if (names) {
      if (named > q.names.size) return false;
      const u32 source = w.is == role::column ? k : w.of && q.words[w.of].is == role::column ? w.of : 0;
      const u32 entry = source && !o.united && !q.words[source].cast ? r.column_meant(source) : 0;
      const bool typed = (entry & names::kind_mask) == names::column;
      f(q.names.data + named - 1, typed ? r.s.columns[names::slot_of(entry)].type : &unknown_type);
      continue;
    }
    for (u32 i = 1; i <= q.item_count; ++i) {
      if (q.items[i].scope != scope || (w.star && !r.called(i, k))) continue;
      if (q.items[i].renamed || r.from[i].query == r.outside) return false;
      if (r.from[i].query) {
        if (!each_output(r, r.from[i].query, f)) return false;
        continue;
      }
      const u32 t = r.from[i].table;
      if (!t || !r.known(t)) return false;
      for (u32 c = r.s.tables[t].first_column; c; c = r.s.columns[c].next)
        if (r.s.columns[c].name) f(r.s.columns[c].name, o.united ? &unknown_type : r.s.columns[c].type);
    }
  }
  for (; place < o.outputs; ++place) f(nullptr, &unknown_type);
  return true;
}

constexpr bool fail_replaced(auto& sim, const entity_state& e, const ident* column, const ident* now, const model::data_type* type) {
  verdict f = entity_facts_of(sim, e);
  f.column = column;
  f.hint = now;
  f.type = type;
  return sim.fail(fault::view_column_changed, f);
}

constexpr bool reads_option(const auto& c, const char* name) { return reads(c.from.data, c.from.size, name); }

/// Options that there are, each once. The columns of a materialized view are not written through it, nor has it rights of its own.
constexpr bool require_options(auto& sim, const entity_state& e, const model::list<clause>& options) {
  const bool view = e.what == entity_kind::view;
  for (u32 k = 0; k < options.size; ++k) {
    const clause& c = options.data[k];
    if (c.what != part::setting && !(view && c.what == part::no_data)) continue;
    const bool invoker = reads_option(c, "security_invoker");
    if (view != (invoker || reads_option(c, "security_barrier") || reads_option(c, "check_option")))
      return view ? fail_malformed(sim, *e.def, "is no materialized view, which alone has data and storage parameters; leave them out")
                  : fail_malformed(sim, *e.def, "is a materialized view, which has none of the options of a view; leave them out");
    if (invoker && !require_feature(sim, feature::security_invoker)) return false;
    for (u32 other = 0; other < k; ++other)
      if (options.data[other].what == part::setting && same(options.data[other].from, c.from)) return fail_malformed(sim, *e.def, "says an option twice");
  }
  return true;
}

/// The entity that an entry is, or is of; 0 if it is a table's.
constexpr u32 entity_of(const auto& s, u32 entry) {
  const u32 is = entry & names::kind_mask, at = names::slot_of(entry);
  return is == names::entity ? at : is == names::column || is == names::columns ? view_of(s, s.columns[at].table) : 0;
}
/// Whether an entity uses the one at `i`, directly or through others.
constexpr bool depends_on(const auto& s, const entity_state& e, u32 i) {
  for (u32 k = 0; k < e.used; ++k)
    if (const u32 used = entity_of(s, s.uses[e.first_use + k]); used && (used == i || depends_on(s, s.entities[used], i))) return true;
  return false;
}
/// A materialized view that is empty, and cannot be read, behind what the entity uses; 0 if there is none.
constexpr u32 unfilled(const auto& s, const entity_state& e) {
  for (u32 k = 0; k < e.used; ++k) {
    const u32 i = entity_of(s, s.uses[e.first_use + k]);
    if (!i || !is_view(s.entities[i].what)) continue;
    if (s.entities[i].what == entity_kind::materialized_view) {
      if (only_clause(s, s.entities[i].first_clause, part::no_data)) return i;
    } else if (const u32 below = unfilled(s, s.entities[i])) {
      return below;
    }
  }
  return 0;
}
/// For a materialized view that is to be filled.
constexpr bool require_filled(auto& sim, const entity_state& e) {
  const u32 i = unfilled(sim, e);
  return !i || fail_malformed(sim, *e.def, "reads a materialized view that has no data yet; refresh that before:", sim.entities[i].name);
}

/// The columns of a new definition: of a new view all, of one that is replaced those behind the ones that it has.
template <class Sim>
constexpr bool enter_columns(Sim& sim, const entity_state& e, const entity_def& d, const bodies::resolver<Sim>& r) {
  auto& s = sim;
  u32 outputs = 0;
  bool named = true;
  const auto count = [&](const ident* name, const model::data_type*) { named = named && (name || outputs < d.columns.size), ++outputs; };
  const bool known = each_output(r, r.q.result, count);
  if (known && d.columns.size > outputs) return sim.fail(fault::too_many_names, entity_facts_of(sim, e));
  const u32 first = s.tables[e.table].first_column;
  if (!known || !named || outputs > extents::columns_of(d)) return !first || sim.fail(fault::columns_unknown, entity_facts_of(sim, e));
  u32 place = 0, at = first, last = s.tables[e.table].last_column;
  bool ok = true;
  const auto add = [&](const ident* name, const model::data_type* type) {
    if (!ok) return;
    if (place < d.columns.size) name = d.columns[place];
    ++place;
    if (at) {
      column_state& c = s.columns[at];
      const bool typed = c.type != &unknown_type && type != &unknown_type;
      if (!same(*c.name, *name)) ok = fail_replaced(sim, e, c.name, name, nullptr);
      else if (typed && !same(*c.type, *type)) ok = fail_replaced(sim, e, c.name, nullptr, c.type);
      at = c.next;
      return;
    }
    if (names::find_column(s, e.table, *name)) {
      verdict f = entity_facts_of(sim, e);
      f.column = name;
      ok = sim.fail(fault::view_column_repeated, f);
      return;
    }
    if (is_system_column(*name)) {  // which PostgreSQL allows in a view, but not as the new name of a column
      ok = sim.fail(fault::column_exists, of(sim, e.table, name));
      return;
    }
    const u32 c = ++s.used.columns;
    column_state x{};
    x.name = name;
    x.table = e.table;
    x.type = type;
    s.columns[c] = x;
    if (last) s.columns[last].next = c;
    else s.tables[e.table].first_column = c;
    s.tables[e.table].last_column = last = c;
    names::insert_column(s, c);
  };
  each_output(r, r.q.result, add);
  if (ok && at) return fail_replaced(sim, e, s.columns[at].name, nullptr, nullptr);
  return ok;
}

template <class Sim>
constexpr bool define(Sim& sim, entity_state& e, const entity_def& d, const query& q) {
  const bodies::resolver<Sim> r(sim, q, 0);
  return note_uses(sim, e, r) && enter_columns(sim, e, d, r);
}

/// Whether a `*` of the query stands for columns of the table behind a column, elsewhere than in the output of all.
constexpr bool has_inner_star(const auto& s, const entity_state& e, const query& q, u32 column) {
  u32* entry = new u32[q.word_count + 1]{};
  for (u32 k = 1, use = e.first_use; k <= q.word_count; use += model::entries_of(q.words[k]), ++k)
    if (model::entries_of(q.words[k])) entry[k] = s.uses[use];
  bool found = false;
  const auto stands_for = [&](u32 k) { return (entry[k] & names::kind_mask) == names::columns && uses::covers(s, entry[k], bodies::as_entry(column, names::column)); };
  for (u32 k = 1; k <= q.word_count; ++k) {
    const query_word& w = q.words[k];
    if (w.scope == q.result || !w.output) continue;
    if (w.star) found |= stands_for(k);
    if (w.is == role::every)
      for (u32 i = 1; i <= q.item_count; ++i) found |= q.items[i].scope == w.scope && q.items[i].word && stands_for(q.items[i].word);
  }
  delete[] entry;
  return found;
}

}  // namespace views

/// Such a `*` gives the name that the column had to what is around it: PostgreSQL knows that name still, the text says none.
constexpr bool require_no_inner_star(auto& sim, u32 column) {
  for (u32 i = 1; i <= sim.used.entities; ++i) {
    const entity_state& e = sim.entities[i];
    bool may = false;
    for (u32 k = 0; e.alive && e.def && e.def->body && !e.def->routine && k < e.used; ++k) may |= (sim.uses[e.first_use + k] & names::kind_mask) == names::columns;
    if (!may || !(e.def->parsed ? views::has_inner_star(sim, e, *e.def->parsed, column) : views::has_inner_star(sim, e, model::query_of(e.def->body), column)))
      continue;
    verdict f = entity_facts(sim, i);
    f.column = sim.columns[column].name;
    f.other_table = sim.tables[sim.columns[column].table].name;
    f.other_schema = sim.tables[sim.columns[column].table].schema;
    return sim.fail(fault::column_starred, f);
  }
  return true;
}

constexpr bool define_rule(auto& sim, entity_state& e, const entity_def& d) {
  if (const u32 i = view_of(sim, e.table); i && sim.entities[i].what == entity_kind::materialized_view)
    return fail_malformed(sim, d, "is of a materialized view, which has no rules");
  return read_body(sim, e, d.body, e.table);
}

constexpr bool define_view(auto& sim, entity_state& e, const entity_def& d) {
  if (!views::require_options(sim, e, d.clauses)) return false;
  const bool creates = !e.table;
  if (creates) {
    e.table = ++sim.used.tables;
    sim.tables[e.table] = {};
  }
  sim.tables[e.table].name = e.name;
  sim.tables[e.table].schema = e.schema;
  sim.tables[e.table].schema_key = e.schema_key;
  if (!(d.parsed ? views::define(sim, e, d, *d.parsed) : views::define(sim, e, d, model::query_of(d.body)))) return false;
  if (e.what == entity_kind::materialized_view) return only_clause(sim, e.first_clause, part::no_data) || views::require_filled(sim, e);
  return !creates || require_updatable(sim, e);
}

}  // namespace skein::checks
