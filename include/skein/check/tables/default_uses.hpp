// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Which relations a default uses: the sequence whose next value it is, or what it names in a string. A default that is the next
/// value of a sequence, and nothing else, is kept as that sequence, however it was written.

#include <skein/check/tables/sequences.hpp>
#include <skein/check/text/calls_text.hpp>
#include <skein/model/relation_text.hpp>

namespace skein::checks {

/// What the string names, as an entry of check/state/names.hpp; 0 for what is none of the history's.
constexpr u32 find_named(const auto& s, const model::relation_constant& r) { return names::find_relation(s, r.schema, r.name); }

/// PostgreSQL's own relations, and what an extension may have brought.
constexpr bool is_foreign(const auto& s, const model::relation_constant& r) {
  constexpr ident information_schema{"information_schema"};
  const char* n = r.name.text;
  if (same(r.schema, pg_catalog) || same(r.schema, information_schema) || (n[0] == 'p' && n[1] == 'g' && n[2] == '_')) return true;
  return extensions::any(s);
}

inline constexpr entity_def default_expression{.what = entity_kind::expression};

/// The expression that holds what the column's default names; 0 if there is none.
constexpr u32 find_default(const auto& s, u32 column) {
  if (!(s.columns[column].flags & flag::relation)) return 0;
  for (u32 i = s.tables[s.columns[column].table].first_entity; i; i = s.entities[i].next)
    if (s.entities[i].alive && s.entities[i].def == &default_expression && s.entities[i].holder == (column << names::kind_bits | names::column))
      return i;
  return 0;
}

/// The column's default is that text from now on. Requires: the column has let go of the one before.
constexpr bool hold_default(auto& sim, u32 column, const model::text_view& text) {
  auto& s = sim;
  column_state& c = s.columns[column];
  entity_state e{};
  e.first_use = s.used.uses + 1;
  for (model::relation_reader r(text); r.next();) {
    const u32 entry = find_named(s, r.found);
    if (!entry && !is_foreign(s, r.found)) {
      verdict f = of(s, c.table, c.name);
      f.text = model::view(r.found.from + 1, static_cast<std::size_t>(r.found.to - r.found.from - 2));
      for (u32 q = 1; q <= s.used.sequences; ++q) {
        const model::short_text name = model::naming::write(s.sequences[q].name);
        if (s.sequences[q].alive && near(ident(name.text, name.size), r.found.name)) f.suggested = s.sequences[q].name;
      }
      return sim.fail(fault::no_relation, f);
    }
    if (r.found.all && (entry & names::kind_mask) == names::sequence) {
      c.flags = (c.flags & ~flag::default_value) | flag::next_value;
      c.text = nullptr;
      c.sequence = names::slot_of(entry);
      ++s.sequences[c.sequence].users;
      return true;
    }
    use(sim, e, entry);
  }
  if (!e.used) return true;
  e.what = entity_kind::expression;
  e.def = &default_expression;
  e.table = c.table;
  e.holder = column << names::kind_bits | names::column;
  enter_entity(s, ++s.used.entities, e);
  c.flags |= flag::relation;
  return true;
}
/// Whether another text is the same as the column's default once what that uses has its present name; a relation counts by what it is.
template <class State>
constexpr bool same_default(const State& s, u32 column, const model::text_view& other) {
  const column_state& c = s.columns[column];
  const u32 relations = find_default(s, column);
  const entity_state* called = calls_of(s, c.table, names::of_column(column), *c.text);
  if (!relations && !called) return same(*c.text, other);
  const char *x = c.text->data, *y = other.data;
  const char* const end = other.data + other.size;
  bool equal = true;
  calls_writer<State> calls(s, called);
  const auto put = [&](char k) { equal = equal && y != end && *y++ == k; };
  const auto keep = [&](const char* from, const char* to) {
    for (; from != to; ++from) put(*from);
  };
  if (relations) {
    u32 use = s.entities[relations].first_use;
    for (model::relation_reader a(*c.text), b(other); a.next(); ++use) {
      if (!b.next() || find_named(s, b.found) != s.uses[use]) return false;
      calls.write(x, a.found.from, keep, put);
      if (!equal || y != b.found.from) return false;
      x = a.found.to;
      y = b.found.to;
    }
  }
  calls.write(x, c.text->data + c.text->size, keep, put);
  return equal && y == end;
}
constexpr void release_default(auto& s, u32 column) {
  column_state& c = s.columns[column];
  if (c.flags & flag::next_value) --s.sequences[c.sequence].users, c.sequence = 0;
  if (const u32 i = find_default(s, column)) forget_entity(s, i);
  c.flags &= ~(flag::default_value | flag::next_value | flag::relation);
}

}  // namespace skein::checks
