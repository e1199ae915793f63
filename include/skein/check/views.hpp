// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Views and materialized views: the columns of their output, as far as the query says what they are. They stand in the state
/// as the columns of a table that is not alive, the view's `table`: so they have names, comments, defaults and uses, and a
/// materialized view has its indexes, as a table has them.

#include <skein/check/body.hpp>
#include <skein/check/columns.hpp>
#include <skein/check/extent.hpp>

namespace skein::checks {

/// Of a column whose type the query does not say.
inline constexpr model::object_name unknown_type_name{pg_catalog, "unknown"};
inline constexpr model::data_type unknown_type{.id = model::type_id::named, .user = &unknown_type_name};

namespace views {

/// Calls `f` with the name (null: PostgreSQL makes one up) and the type of each output column. False if they are not known.
template <class Sim, class F>
constexpr bool each_output(const bodies::resolver<Sim>& r, F&& f) {
  const query& q = r.q;
  if (!q.result || q.scopes[q.result].natural) return false;
  u32 named = 0, place = 0;
  for (u32 k = 1; k <= q.word_count; ++k) {
    const query_word& w = q.words[k];
    if (w.scope == q.result && w.is == role::merged && q.scopes[q.result].star) return false;
    if (w.scope != q.result || !w.output) continue;
    for (; place < w.place; ++place) f(nullptr, &unknown_type);
    ++place;
    if (!names_output(q, w)) {
      for (u32 i = 1; i <= q.item_count; ++i) {
        if (q.items[i].scope != q.result || (w.star && !r.called(i, k))) continue;
        const u32 t = r.from[i].table;
        if (q.items[i].renamed || !t || !r.known(t)) return false;
        for (u32 c = r.s.tables[t].first_column; c; c = r.s.columns[c].next)
          if (r.s.columns[c].name) f(r.s.columns[c].name, r.s.columns[c].type);
      }
      continue;
    }
    if (named == q.names.size) return false;
    const u32 source = w.is == role::column ? k : w.of && q.words[w.of].is == role::column ? w.of : 0;
    const u32 entry = source ? r.column_meant(source) : 0;
    const bool typed = (entry & names::kind_mask) == names::column;
    f(q.names.data + named++, typed ? r.s.columns[names::slot_of(entry)].type : &unknown_type);
  }
  for (; place < q.scopes[q.result].outputs; ++place) f(nullptr, &unknown_type);
  return true;
}

constexpr bool fail_replaced(auto& sim, const entity_state& e, const ident* column, const ident* now, const model::data_type* type) {
  verdict f = entity_facts_of(sim, e);
  f.column = column;
  f.hint = now;
  f.type = type;
  return sim.fail(fault::view_column_changed, f);
}

/// The columns of a new definition: of a new view all, of one that is replaced those behind the ones that it has.
template <class Sim>
constexpr bool enter_columns(Sim& sim, const entity_state& e, const entity_def& d, const bodies::resolver<Sim>& r) {
  auto& s = sim;
  u32 outputs = 0;
  bool named = true;
  const bool known = each_output(r, [&](const ident* name, const model::data_type*) { named = named && (name || outputs < d.columns.size), ++outputs; });
  if (known && d.columns.size > outputs) return sim.fail(fault::too_many_names, entity_facts_of(sim, e));
  const u32 first = s.tables[e.table].first_column;
  if (!known || !named || outputs > extents::columns_of(d)) return true;  // not known
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
  each_output(r, add);
  if (ok && at) return fail_replaced(sim, e, s.columns[at].name, nullptr, nullptr);
  return ok;
}

template <class Sim>
constexpr bool define(Sim& sim, entity_state& e, const entity_def& d, const query& q) {
  const bodies::resolver<Sim> r(sim, q, 0);
  return note_uses(sim, e, r) && enter_columns(sim, e, d, r);
}

}  // namespace views

constexpr bool define_view(auto& sim, entity_state& e, const entity_def& d) {
  if (!e.table) {
    e.table = ++sim.used.tables;
    sim.tables[e.table] = {};
  }
  sim.tables[e.table].name = e.name;
  sim.tables[e.table].schema = e.schema;
  sim.tables[e.table].schema_key = e.schema_key;
  if (d.parsed) return views::define(sim, e, d, *d.parsed);
  const model::query_of q(d.body);
  return views::define(sim, e, d, q);
}

}  // namespace skein::checks
