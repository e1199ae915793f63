// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A revision that replaces a run does what the run does: from the same state it leads to the same state, compared by names, and
/// it has the data steps and the raw SQL, whose effects no state shows.

#include <skein/check/compare/remains.hpp>
#include <skein/check/graph/replaced_run.hpp>

namespace skein::checks {

namespace runs {

/// Their ways back apart. Templates, so that a history without such revisions does not pay for digests.
constexpr bool does_the_same(const auto& a, const auto& b) {
  if (&a == &b) return true;
  if (a.what != b.what) return false;
  if (a.what == model::op::execute) return same(a.text, b.text);
  return same(*a.table, *b.table) && freezing::digest{}(&data_of(a)) == freezing::digest{}(&data_of(b));
}
constexpr bool is_unseen(const step& x) { return x.what == model::op::data || x.what == model::op::execute; }

/// The first such step of the run that `by` does not have behind the ones before it. Places are in `order`.
constexpr bool repeats(const auto* const* all, const u32* order, const revision_def& by, u32 from, u32 to, verdict& v) {
  u32 n = 0;
  for (const step* x : by.up) each_leaf(*x, [&](const step& s) { n += is_unseen(s); });
  const step** unseen = new const step*[n + 1]{};
  u32 at = 0;
  for (const step* x : by.up)
    each_leaf(*x, [&](const step& s) {
      if (is_unseen(s)) unseen[at++] = &s;
    });
  at = 0;
  for (u32 k = from; k <= to && !v; ++k) {
    const revision_def& r = *all[order[k]];
    for (u32 i = 0; i < r.up.size && !v; ++i)
      each_leaf(*r.up.data[i], [&](const step& s) {
        if (v || !is_unseen(s)) return;
        while (at < n && !does_the_same(*unseen[at], s)) ++at;
        if (at++ < n) return;
        v.what = fault::run_not_repeated;
        v.other_revision = order[k];
        v.number = i + 1;
      });
  }
  delete[] unseen;
  return !v;
}

/// `before` is what the run leads to, `after` what stands in its place does.
template <class State>
struct comparison : remains<State> {
  using remains<State>::before, remains<State>::after, remains<State>::found;

  constexpr bool in_order_of_columns(u32 was, u32 is) {
    const auto living = [](const State& s, u32 c) {
      while (c && !s.columns[c].name) c = s.columns[c].next;
      return c;
    };
    u32 x = living(before, before.tables[was].first_column), y = living(after, after.tables[is].first_column);
    while (x && same(before.columns[x].name, after.columns[y].name)) {
      x = living(before, before.columns[x].next);
      y = living(after, after.columns[y].next);
    }
    if (!x) return false;
    verdict f = checks::of(after, is, before.columns[x].name);
    f.other_column = after.columns[y].name;
    return found(remainder::columns_in_another_order, f);
  }
  constexpr bool in_table_by_name(u32 was) {
    const table_state& t = before.tables[was];
    const u32 is = names::find_table(after, *t.schema, *t.name);
    if (is && digests::of_table(before, was) == digests::of_table(after, is)) return in_order_of_columns(was, is);
    return this->in_table(was, is) || this->in_said() || found(remainder::table_differs, checks::of(before, was));
  }
  constexpr bool in_tables(u32 from, u32 to) {
    for (u32 t = from; t < to; ++t)
      if (before.tables[t].alive && in_table_by_name(t)) return true;
    return false;
  }

  /// The same entity in another state. A routine is looked for by all that it is: what its arguments' types are called may have
  /// changed since it was defined.
  static constexpr u32 counterpart(const State& in, const State& from, u32 i) {
    const entity_state& e = from.entities[i];
    if (e.def->routine) {
      for (u32 k = 1; k <= in.used.entities; ++k)
        if (const entity_state& x = in.entities[k]; x.alive && x.what == e.what && x.schema_key == e.schema_key && same(x.name, e.name) && digests::of_whole(in, k) == digests::of_whole(from, i))
          return k;
      return 0;
    }
    u32 inside = e.within;
    if (model::traits_of(e.what).of_table) inside = names::find_table(in, *from.tables[e.table].schema, *from.tables[e.table].name);
    const u32 k = names::find_entity(in, e.what, e.schema_key, inside, *e.name);
    return k && in.entities[k].what == e.what ? k : 0;
  }
  constexpr bool in_entities() {
    if constexpr (may_hold_entities<State>()) {
      for (u32 i = 1; i <= before.used.entities; ++i) {
        if (!before.entities[i].alive || before.entities[i].what == entity_kind::expression) continue;
        const u32 k = counterpart(after, before, i);
        if (!k) return found(remainder::entity_missing, entity_facts(before, i));
        if (digests::of_whole(before, i) != digests::of_whole(after, k)) return this->in_said() || found(remainder::entity_differs, entity_facts(after, k));
      }
      for (u32 i = 1; i <= after.used.entities; ++i)
        if (after.entities[i].alive && after.entities[i].what != entity_kind::expression && !counterpart(before, after, i))
          return found(remainder::entity_over, entity_facts(after, i));
    }
    return false;
  }

  constexpr bool in_all_sequences() {
    const auto other = [](const State& in, const State& from, u32 q) {
      return names::slot_of_relation(in, from.sequences[q].schema_key, from.sequences[q].name, names::sequence);
    };
    for (u32 q = 1; q <= before.used.sequences; ++q)
      if (const model::sequence_state& x = before.sequences[q]; x.alive) {
        const u32 is = other(after, before, q);
        if (this->in_sequence(q, is)) return true;
        if (x.position != after.sequences[is].position) return found(remainder::entity_differs, sequence_facts(after, is));
      }
    for (u32 q = 1; q <= after.used.sequences; ++q)
      if (after.sequences[q].alive && this->in_sequence(other(before, after, q), q)) return true;
    return false;
  }
  constexpr bool in_all_schemas() {
    for (const State* s : {&before, &after})
      for (u32 i = 1; i <= s->used.schemas; ++i) {
        const ident& name = *s->schemas[i].name;
        if (!s->schemas[i].alive || digests::of_schema(before, name) == digests::of_schema(after, name)) continue;
        verdict f;
        f.schema = &name;
        return this->in_schemas(name) || this->in_said() || found(remainder::schema_differs, f);
      }
    return false;
  }
  constexpr bool in_the_rest() {
    for (u32 t = 1; t <= after.used.tables; ++t)
      if (after.tables[t].alive && !names::find_table(before, *after.tables[t].schema, *after.tables[t].name))
        return found(remainder::table_over, checks::of(after, t));
    return in_all_sequences() || in_entities() || in_all_schemas() || this->in_said();
  }
};

}  // namespace runs

namespace chunks {

/// The first chunk from K on that stands beside a run; how many there are if none does.
template <class H>
consteval u32 next_aside(u32 k) {
  while (k < division_of<H>.count && !is_aside<H>(begin_of<H>(k))) ++k;
  return k;
}

/// A fault in what stands beside a run comes before those of the run.
template <class H, u32 K = 0>
consteval const verdict& find_first_fault() {
  constexpr u32 next = next_aside<H>(K);
  if constexpr (next == division_of<H>.count) return head_of<H>.v;
  else if constexpr (result<H, next>.v.what != fault::none) return result<H, next>.v;
  else return find_first_fault<H, next + 1>();
}
template <class H>
inline constexpr const verdict& first_fault<H, true> = find_first_fault<H>();

/// Chunk K against the run beside which it stands. Tables are compared some in one constant expression.
template <class H, u32 K>
struct compared_run {
  static consteval u32 last_chunk() {
    u32 k = K;
    while (division_of<H>.end[k] != end_of_run<H>(begin_of<H>(K)) + 1) ++k;
    return k;
  }
  static constexpr const state_of<H>& wanted = result<H, last_chunk()>;
  static constexpr const state_of<H>& made = result<H, K>;
  static consteval extent shared() {
    if constexpr (continued<H>(K) == 0) return {};
    else return result<H, continued<H>(K) - 1>.used;
  }

  /// So many tables as cost a fraction of what a constant expression may.
  static consteval u32 end_of_shard(u32 from) {
    u32 load = 0, t = from;
    for (; t <= wanted.used.tables && (t == from || load < capacity / 3); ++t) {
      load += 2 + 4 * wanted.tables[t].columns;
      for (u32 o = wanted.tables[t].first_object; o; o = wanted.objects[o].next) load += 8;
    }
    return t;
  }
  template <u32 From>
  static consteval verdict tables() {
    if constexpr (From > wanted.used.tables) {
      runs::comparison<state_of<H>> c{{wanted, made, shared()}};
      c.in_the_rest();
      return c.v;
    } else {
      runs::comparison<state_of<H>> c{{wanted, made, shared()}};
      return c.in_tables(From, end_of_shard(From)) ? c.v : tables<end_of_shard(From)>();
    }
  }
  static consteval verdict judge() {
    using G = graph<H>;
    constexpr u32 place = begin_of<H>(K);
    const revision_def& by = *G::all[G::links.order[place]];
    verdict v;
    if (model::replacing(by)->reason.data || runs::repeats(G::all, G::links.order, by, place + 1, end_of_run<H>(place), v)) {
      v = tables<1>();
      if (v.left != remainder::none) v.what = fault::run_differs;
    }
    v.revision = G::links.order[place];
    return v;
  }
};

template <class H>
consteval verdict judge_undeclared_runs() {
  using G = graph<H>;
  for (u32 i = 0; i < G::size; ++i) {
    const step* x = model::replacing(*G::all[i]);
    bool from = false, to = false;
    u32 follows = i;
    for (u32 k = 0; x && k < G::size; ++k) {
      from = from || same(*G::all[k]->id, *x->name);
      to = to || same(*G::all[k]->id, *x->to);
      for (const ident* parent : G::all[k]->parents)
        if (same(*parent, *G::all[i]->id)) follows = k;
    }
    if (from && to) return {.what = fault::run_forks, .revision = i, .other_revision = follows};  // which joins both ways
    if (from || to) return {.what = fault::run_incomplete, .revision = i, .column = from ? x->to : x->name};
  }
  return {};
}

template <class H, u32 K>
consteval verdict judge_runs() {
  constexpr u32 next = next_aside<H>(K);
  if constexpr (next == division_of<H>.count) return {};
  else {
    constexpr const verdict& v = first_fault<H>;
    if constexpr (v.what != fault::none && graph<H>::links.place[v.revision] <= end_of_run<H>(begin_of<H>(next))) return {};
    else {
      constexpr verdict here = compared_run<H, next>::judge();
      return here ? here : judge_runs<H, next + 1>();
    }
  }
}

}  // namespace chunks

}  // namespace skein::checks
