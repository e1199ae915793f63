// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What an SQL text uses of the schema: a view's query, a policy's expression, a rule, a function's body, a trigger's WHEN.

#include <skein/check/entities/entity_uses.hpp>
#include <skein/model/query_reader.hpp>

namespace skein::checks {

using model::query;
using model::query_cte;
using model::query_item;
using model::query_scope;
using model::query_word;
using model::role;
namespace query_words = model::query_words;

/// All columns that a table has, as one entry of `uses`.
constexpr u32 all_columns(const auto& s, u32 table) {
  const u32 last = s.tables[table].last_column;
  return last ? last << names::kind_bits | names::columns : table << names::kind_bits | names::table;
}

namespace bodies {

/// What the word before `.*` is called after, as far as the text says: an item of the scope or of one around it; 0: nothing.
constexpr u32 item_of_star(const auto& q, u32 k) {
  for (u32 scope = q.words[k].scope; scope; scope = q.scopes[scope].parent)
    for (u32 i = 1; i <= q.item_count; ++i)
      if (const u32 word = q.items[i].alias ? q.items[i].alias : q.items[i].word;
          word && q.items[i].scope == scope && q.words[word].hash == q.words[k].hash)
        return i;
  return 0;
}

/// Where the output column that the word begins ends: behind what the word is cast to.
constexpr const char* end_of_output(const auto& q, u32 k, const char* end) {
  const char* at = q.words[k].to;
  u32 depth = 0;
  for (u32 next = k + 1; at != end; ++at) {
    if (*at == ',' && !depth) return at;
    if (*at == '(') ++depth;
    if (*at == ')' && !depth--) return at;
    while (next <= q.word_count && q.words[next].from < at) ++next;
    if (next > q.word_count || q.words[next].from != at || depth) continue;
    const query_word& w = q.words[next];
    if (w.is != role::nothing || w.quoted) continue;
    for (const u32 word : {lexical::word("from"), lexical::word("where"), lexical::word("union"), lexical::word("intersect"), lexical::word("except"),
                           lexical::word("group"), lexical::word("having"), lexical::word("order"), lexical::word("limit"), lexical::word("offset"),
                           lexical::word("fetch"), lexical::word("window"), lexical::word("for")})
      if (w.hash == word) return at;
  }
  return at;
}

constexpr u32 as_entry(u32 slot, names::entry is) { return slot << names::kind_bits | is; }

constexpr bool is_system_schema(const identifier& i) {
  return i.hash == lexical::word("pg_catalog") || i.hash == lexical::word("information_schema");
}
constexpr bool is_system_name(const identifier& i) { return i.size > 3 && lexical::lower(i.data[0]) == 'p' && lexical::lower(i.data[1]) == 'g' && i.data[2] == '_'; }
constexpr bool is_system_column(const identifier& i) { return i.size < 9 && checks::is_system_column(ident(i.data, i.size)); }

/// What a name means among the columns of something in FROM.
struct meaning {
  enum : std::uint8_t { none, perhaps, one } is;
  u32 entry;
};

/// What something in FROM turns out to be. A query is a scope, `outside` if its columns are not known.
struct source {
  u32 table, entry, query;
};

/// Reads names in a state. `table` is what a text is about that has no FROM.
template <class Sim>
struct resolver {
  const Sim& s;
  const query& q;
  u32 table;
  source* from = new source[q.item_count + 1]{};
  u32 home = 0;      ///< the schema that a name without one is in, as check/state/names.hpp has it
  bool sure = true;  ///< what it does not find is not there
  bool bare = true;  ///< a column may stand without its table

  constexpr resolver(const Sim& in, const query& of, u32 about) : s(in), q(of), table(about) {}
  resolver(const resolver&) = delete;
  resolver& operator=(const resolver&) = delete;
  constexpr ~resolver() { delete[] from; }

  constexpr const query_word& word(u32 k) const { return q.words[k]; }
  static constexpr bool alike(const identifier& a, const identifier& b) { return a.hash == b.hash; }

  constexpr u32 schema_of(const query_word& w) const { return w.before ? names::schema_key(word(w.before)) : home; }
  /// A table, a view, a sequence or an index.
  constexpr u32 relation(u32 k) const {
    const query_word& w = word(k);
    return s.names[names::probe_relation(s, schema_of(w), w)];
  }
  /// The table of an entry, or what holds the columns of a view.
  constexpr u32 table_of(u32 entry) const {
    const u32 i = names::slot_of(entry);
    return (entry & names::kind_mask) == names::table ? i : (entry & names::kind_mask) == names::entity ? s.entities[i].table : 0;
  }
  constexpr bool known(u32 t) const { return s.tables[t].alive || s.tables[t].first_column; }

  /// Finds out what stands in FROM; a word that means nothing there, or 0.
  constexpr u32 resolve_items() const {
    u32 unknown = 0;
    for (u32 i = 1; i <= q.item_count; ++i) {
      const query_item& item = q.items[i];
      source& is = from[i];
      is.query = item.query;
      if (!item.word || word(item.word).is != role::relation) continue;
      const query_word& w = word(item.word);
      if (!w.before && (is.query = cte(item.word))) {
        for (u32 scope = item.scope; scope; scope = q.scopes[scope].parent)
          if (is.query == scope) is.query = outside;  // of itself
        continue;
      }
      is.entry = relation(item.word);
      is.table = table_of(is.entry);
      const bool found = is.table || (is.entry & names::kind_mask) == names::sequence;
      if (!found && !unknown && !(w.before ? is_system_schema(word(w.before)) : is_system_name(w))) unknown = item.word;
    }
    return unknown;
  }
  /// What a `*` stands for that has no column; 0 if there is none. PostgreSQL knows it apart from one of the columns that come later.
  constexpr u32 star_of_nothing() const {
    for (u32 k = 1; k <= q.word_count; ++k) {
      if (!word(k).output || !(word(k).is == role::every || word(k).star)) continue;
      for (u32 i = 1; i <= q.item_count; ++i) {
        const u32 t = q.items[i].scope == word(k).scope && (!word(k).star || called(i, k)) ? from[i].table : 0;
        if (!t || !s.tables[t].alive) continue;
        u32 c = s.tables[t].first_column;
        while (c && !s.columns[c].name) c = s.columns[c].next;
        if (!c) return t;
      }
    }
    return 0;
  }
  /// The query of the CTE that is meant; `outside` if its columns are not known.
  static constexpr u32 outside = ~0u;
  constexpr u32 cte(u32 k) const {
    for (u32 i = q.cte_count; i; --i) {
      const query_cte& c = q.ctes[i];
      if (c.from && c.from <= k && k <= c.to && alike(word(c.word), word(k))) return c.query ? c.query : outside;
    }
    return 0;
  }

  /// Whether a query has an output column of that name.
  constexpr meaning output(u32 scope, const identifier& name) const {
    for (u32 k = 1; k <= q.word_count; ++k) {
      const query_word& w = word(k);
      if (w.scope == scope && w.output && w.is != role::every && !w.star && alike(w, name)) return {meaning::one, 0};
    }
    const query_scope& o = q.scopes[scope];
    if (o.unnamed) return {meaning::perhaps, 0};
    for (u32 k = 1; k <= q.word_count; ++k) {
      const query_word& w = word(k);
      if (w.scope != scope || !w.output || !(w.is == role::every || w.star)) continue;
      for (u32 i = 1; i <= q.item_count; ++i)
        if (q.items[i].scope == scope && (!w.star || called(i, k)))
          if (const meaning m = column(i, name); m.is != meaning::none) return {m.is, 0};
    }
    return {meaning::none, 0};
  }
  constexpr meaning column(u32 i, const identifier& name) const {
    const source& is = from[i];
    if (q.items[i].renamed) return {meaning::perhaps, 0};
    if (is.query) return is.query == outside ? meaning{meaning::perhaps, 0} : output(is.query, name);
    if (!is.table || !known(is.table)) return {meaning::perhaps, 0};
    if (const u32 c = names::find_column(s, is.table, name)) return {meaning::one, as_entry(c, names::column)};
    return {meaning::none, 0};
  }
  /// Whether the word, with its schema if one is written, is what the item is called.
  constexpr bool called(u32 i, u32 k) const {
    const query_item& item = q.items[i];
    const query_word& w = word(k);
    if (item.alias) return !w.before && alike(word(item.alias), w);
    if (!item.word || !alike(word(item.word), w)) return false;
    return !w.before || names::schema_key(word(w.before)) == (from[i].table ? s.tables[from[i].table].schema_key : 0);
  }

  /// The item's entry, that of all its columns where a `*` or NATURAL stands for them.
  constexpr u32 whole(u32 i) const {
    const query_scope& scope = q.scopes[q.items[i].scope];
    if (!(scope.star || scope.natural) || !from[i].table || !s.tables[from[i].table].last_column) return from[i].entry;
    return all_columns(s, from[i].table);
  }
  /// The item, if the word is its name rather than an alias.
  constexpr u32 own_name(u32 i, const identifier& w) const {
    const query_item& item = q.items[i];
    return item.word && !item.alias && alike(word(item.word), w) ? from[i].entry : 0;
  }

  /// What a name means that may be a column of what is in FROM around it.
  constexpr meaning unqualified(u32 k) const {
    const query_word& w = word(k);
    for (u32 scope = w.scope; scope; scope = q.scopes[scope].parent) {
      if (w.sorts && scope == w.scope)
        for (u32 o = 1; o < k; ++o)
          if (word(o).scope == scope && word(o).output && word(o).is == role::nothing && alike(word(o), w)) return {meaning::perhaps, 0};
      bool perhaps = false;
      for (u32 i = 1; i <= q.item_count; ++i) {
        if (q.items[i].scope != scope) continue;
        const meaning m = column(i, w);
        if (m.is == meaning::one) return m;
        perhaps |= m.is == meaning::perhaps;
        if (called(i, k)) return {meaning::one, own_name(i, w)};  // a whole row
      }
      if (perhaps) return {meaning::perhaps, 0};
    }
    if (!table) return {meaning::none, 0};
    if (const u32 c = names::find_column(s, table, w)) return {meaning::one, as_entry(c, names::column)};
    if (same(*s.tables[table].name, w)) return {meaning::one, as_entry(table, names::table)};
    return {meaning::none, 0};
  }
  /// Whether a name that is no column is no word of the grammar either, nor one that the query gives to a column of its output.
  constexpr bool is_surely_name(u32 k) const {
    const query_word& w = word(k);
    if (is_system_column(w) || (!w.quoted && query_words::spare<>.has(w.hash))) return false;
    const bool all = w.output || (k < q.word_count && word(k + 1).of == k) || (k + 1 < q.word_count && word(k + 2).of == k);  // of an output column
    if (!w.quoted && !all && lexical::soft.has(w.hash)) return false;
    for (u32 o = 1; o <= q.word_count; ++o)
      if (o != k && word(o).scope == w.scope && word(o).output && alike(word(o), w)) return false;
    return true;
  }
  /// What the word before a dot is called after: an item, or with `row` the table that the text is about.
  constexpr u32 item_called(u32 k, bool& row) const {
    const query_word& w = word(k);
    for (u32 scope = w.scope; scope; scope = q.scopes[scope].parent)
      for (u32 i = 1; i <= q.item_count; ++i)
        if (q.items[i].scope == scope && (called(i, k) || (w.hash == lexical::word("excluded") && q.scopes[scope].parent == 1))) return i;
    row = table && !w.before && (same(*s.tables[table].name, w) || w.hash == lexical::word("new") || w.hash == lexical::word("old"));
    return 0;
  }

  /// The first one in FROM; 0 if there is none.
  constexpr u32 first_table(u32 scope) const {
    for (u32 i = 1; i <= q.item_count; ++i)
      if (q.items[i].scope == scope && from[i].table) return from[i].table;
    return 0;
  }
  /// The entry of a word that may be a column, with or without a dot.
  constexpr u32 column_meant(u32 k) const {
    const query_word& w = word(k);
    if (!w.before) return unqualified(k).entry;
    bool row = false;
    const u32 i = item_called(w.before, row);
    return i ? column(i, w).entry : 0;
  }

  /// The history has no routine that the call may find.
  constexpr bool is_unknown_call(u32 k) const {
    const query_word& w = word(k);
    bool known = false;
    names::each_overload(s, schema_of(w), w, [&](u32 i) { known = known || takes(*s.entities[i].def->routine, w.of); });
    return !known;
  }
  constexpr u32 routine(u32 k) const {
    const query_word& w = word(k);
    u32 found = 0;
    bool several = false;  // which of them, only the types of the arguments say
    names::each_overload(s, schema_of(w), w, [&](u32 i) {
      if (!takes(*s.entities[i].def->routine, w.of)) return;
      several = several || (found && found != i);
      found = i;
    });
    return found && !several ? as_entry(found, names::entity) : 0;
  }
  /// Whether so many arguments may be passed.
  static constexpr bool takes(const model::routine_def& r, u32 n) {
    u32 least = 0, most = 0;
    bool rest = false;
    for (u32 i = 0; i < r.arguments.size; ++i) {
      const model::argument& a = r.arguments.data[i];
      if (!a.is_input()) continue;
      ++most;
      rest |= a.what == model::argument::mode::variadic;
      least += !a.default_value.data;
    }
    return n >= least && (n <= most || rest);
  }
  constexpr u32 type(u32 k) const {
    const query_word& w = word(k);
    if (const u32 i = names::find_entity(s, entity_kind::enumeration, schema_of(w), 0, w)) return as_entry(i, names::entity);
    if (!sure && w.before && *w.to == '%') {  // table.column%TYPE; who is not sure has a text that ends with a zero
      const u32 t = table_of(relation(w.before)), c = t ? names::find_column(s, t, w) : 0;
      if (c) return as_entry(c, names::column);
    }
    const u32 e = relation(k);
    return table_of(e) ? e : 0;
  }
  constexpr u32 sequence(u32 k) const {
    const u32 e = relation(k);
    return (e & names::kind_mask) == names::object ? 0 : e;
  }
};


constexpr verdict facts_of(const auto& s, const entity_state& e, const identifier& word) {
  verdict f = entity_facts_of(s, e);
  f.text = model::view(word.data, word.size);
  return f;
}
/// Notes what the call finds.
template <class Sim>
constexpr void use_call(Sim& sim, entity_state& e, const resolver<Sim>& r, u32 k) {
  const u32 entry = r.routine(k);
  use(sim, e, entry);
  if (!entry && r.is_unknown_call(k)) e.awaits |= names::bits_of(r.word(k).hash);
}
constexpr bool fail_relation(auto& sim, const entity_state& e, const query_word& w) {
  if (extensions::any(sim)) return true;  // which may have it
  verdict f = facts_of(sim, e, w);
  const model::object_name name(model::ident(), ident(w.data, w.size));
  f.hint = near_table(sim, name);
  for (u32 i = 1; i <= sim.used.entities; ++i) {
    const entity_state& x = sim.entities[i];
    if (!x.alive) continue;
    if (x.what == entity_kind::object && same(*x.name, w)) return true;  // which may be it
    if (model::traits_of(x.what).is_relation && near(*x.name, name.name)) f.hint = x.name;
  }
  return sim.fail(fault::unknown_relation, f);
}
constexpr bool fail_star(auto& sim, const entity_state& e, u32 table) {
  verdict f = entity_facts_of(sim, e);
  f.other_table = sim.tables[table].name;
  f.other_schema = sim.tables[table].schema;
  return sim.fail(fault::star_of_nothing, f);
}
constexpr bool fail_column(auto& sim, const entity_state& e, const query_word& w, u32 table) {
  verdict f = facts_of(sim, e, w);
  if (!table) return sim.fail(fault::unknown_column, f);
  f.other_table = sim.tables[table].name;
  f.other_schema = sim.tables[table].schema;
  f.hint = near_column(sim, table, ident(w.data, w.size));
  return sim.fail(fault::unknown_column, f);
}

}  // namespace bodies

/// What texts of the kind name without a table before it is a column.
constexpr bool has_columns(entity_kind k) { return is_view(k) || k == entity_kind::policy; }

/// Notes what the text uses, an entry for each word that entries_of gives one. What the walk cannot be sure of it accepts.
template <class Sim>
constexpr bool note_uses(Sim& sim, entity_state& e, const bodies::resolver<Sim>& r) {
  using namespace bodies;
  const query& q = r.q;
  if (const u32 unknown = r.resolve_items(); unknown && r.sure && !fail_relation(sim, e, q.words[unknown])) return false;
  if (const u32 t = is_view(e.what) || e.what == entity_kind::rule ? r.star_of_nothing() : 0) return fail_star(sim, e, t);
  u32 item = 1;
  for (u32 k = 1; k <= q.word_count; ++k) {
    if (q.words[k].is == role::nothing) continue;
    u32 of = 0;  // what the word before the dot is called after
    bool row = false;
    while (q.words[k].is == role::qualifier) {
      const query_word& w = q.words[k];
      const bool last = w.star || k == q.word_count || q.words[k + 1].is == role::column || q.words[k + 1].before != k;
      if (last) of = r.item_called(k, row);
      if (last && w.star) break;
      use(sim, e, !last ? 0 : of ? r.own_name(of, w) : row && same(*sim.tables[r.table].name, w) ? as_entry(r.table, names::table) : 0);
      if (k == q.word_count) return true;
      ++k;
    }
    const query_word& w = q.words[k];
    switch (w.is) {
      case role::qualifier: {  // u.*
        const u32 t = of ? r.from[of].table : row ? r.table : 0;
        use(sim, e, t && (w.output || row) && sim.tables[t].last_column ? all_columns(sim, t) : of ? r.own_name(of, w) : 0);
        break;
      }
      case role::relation:
        while (q.items[item].word != k) ++item;
        use(sim, e, r.whole(item));
        break;
      case role::column: {
        if (!w.before) {
          const meaning m = r.bare ? r.unqualified(k) : meaning{meaning::perhaps, 0};
          if (m.is == meaning::none && has_columns(e.what) && r.is_surely_name(k)) return fail_column(sim, e, w, r.table ? r.table : r.first_table(w.scope));
          use(sim, e, m.entry);
          break;
        }
        meaning m{meaning::perhaps, 0};
        if (of) m = r.column(of, w);
        else if (const u32 c = row ? names::find_column(sim, r.table, w) : 0) m = {meaning::one, as_entry(c, names::column)};
        else if (row) m.is = meaning::none;
        const u32 t = of ? r.from[of].table : r.table;
        if (m.is == meaning::none && r.sure && t && !is_system_column(w) && !r.routine(k)) return fail_column(sim, e, w, t);
        use(sim, e, m.entry);
        break;
      }
      case role::merged: {
        use(sim, e, w.of ? r.column(w.of, w).entry : 0);
        u32 other = 0;
        for (u32 i = 1; i < w.of && !other; ++i)
          if (q.items[i].scope == w.scope) other = r.column(i, w).entry;
        if (w.both) use(sim, e, other);
        break;
      }
      case role::type: use(sim, e, r.type(k)); break;
      case role::call: use_call(sim, e, r, k); break;
      case role::sequence: use(sim, e, r.sequence(k)); break;
      case role::every: use(sim, e, 0); break;
      default: break;
    }
  }
  return true;
}

/// The same of a text. `table` is what an expression without FROM is about, and what NEW and OLD are rows of.
template <class Sim>
constexpr bool read_body(Sim& sim, entity_state& e, const text_view& sql, u32 table = 0) {
  const model::query_of q(sql);
  return note_uses(sim, e, bodies::resolver<Sim>(sim, q, table));
}

/// The same of what an expression uses besides columns: routines, types and sequences. For a default, a check, an index, a
/// generated column, whose columns are noted elsewhere.
template <class Sim>
constexpr void read_calls(Sim& sim, entity_state& e, const text_view& sql) {
  const bool of_default = (e.holder & names::kind_mask) == names::column;  // its sequences are noted in check/tables/default_uses.hpp
  const model::query_of q(sql);
  const bodies::resolver<Sim> r(sim, q, 0);
  for (u32 k = 1; k <= q.word_count; ++k) {
    const query_word& w = q.words[k];
    if (w.is == role::nothing) continue;
    if (w.is == role::call) bodies::use_call(sim, e, r, k);
    else use(sim, e, w.is == role::type ? r.type(k) : w.is == role::sequence && !of_default ? r.sequence(k) : 0);
    if (w.both) use(sim, e, 0);
  }
}

}  // namespace skein::checks
