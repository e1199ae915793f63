// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Which columns an object uses: its keys, and what its expressions name.

#include <skein/check/state/simulation.hpp>
#include <skein/check/text/identifiers.hpp>
#include <skein/check/text/operand.hpp>

namespace skein::checks {

// Uses of columns. `push` is for keys, `read` for expressions; the use count of a column that a constraint is about alone
// stays as it is: the constraint goes with the column. Every identifier of a text has its entry in `uses`, 0 for a word of the
// grammar, so that a text can be written again with the names that its columns have then.

constexpr void push(auto& sim, object_state& o, u32 column) {
  sim.uses[++sim.used.uses] = column;
  ++o.used;
}

constexpr bool read(auto& sim, object_state& o, const model::text_view& text) {
  for (reader r(text); r.next();) {
    const identifier& i = r.found;
    const u32 found = names::find_column(sim, o.table, i);
    push(sim, o, found);
    if (!found && (!i.soft || is_operand(text, i))) {
      verdict f = of(sim, o.table, o.name);
      f.text = model::view(i.data, i.size);
      f.hint = near_column(sim, o.table, ident(i.data, i.size));
      return sim.fail(fault::unknown_identifier, f);
    }
  }
  return true;
}

/// The object that a generated column's expression is, 0 if the column is none.
constexpr u32 generation_of(const auto& s, u32 column) {
  if (!(s.columns[column].flags & model::flag::generated)) return 0;
  u32 o = s.tables[s.columns[column].table].first_object;
  while (o && !(s.objects[o].alive && s.objects[o].what == model::kind::column &&
               s.objects[o].target == column))
    o = s.objects[o].next;
  return o;
}

/// The columns of a key, each once.
constexpr bool push_keys(auto& sim, object_state& o, const model::names& columns) {
  for (u32 i = 0; i < columns.size; ++i) {
    const u32 c = require_column(sim, o.table, *columns.data[i]);
    if (!c) return false;
    for (u32 k = 0; k < i; ++k)
      if (sim.uses[o.first_use + k] == c) return fail_column(sim, fault::repeated_column, c);
    push(sim, o, c);
  }
  return true;
}

/// PostgreSQL's INDEX_MAX_KEYS, which bounds foreign keys too.
inline constexpr u32 most_keys = 32;
/// The INCLUDE columns behind the keys; PostgreSQL takes them twice.
constexpr bool push_included(auto& sim, object_state& o, const model::names& columns) {
  for (u32 i = 0; i < columns.size; ++i) {
    const u32 c = require_column(sim, o.table, *columns.data[i]);
    if (!c) return false;
    push(sim, o, c);
  }
  return o.used <= most_keys || sim.fail(fault::too_many_keys, of(sim, o.table));
}

constexpr bool push_elements(auto& sim, object_state& o, const model::index_def& d) {
  bool expressions = false;
  for (u32 i = 0; i < d.elements.size; ++i)
    if (const ident* name = d.elements.data[i].column) {
      const u32 c = require_column(sim, o.table, *name);
      if (!c) return false;
      push(sim, o, c);
    } else {
      push(sim, o, 0);  // its columns come after the keys
      expressions = true;
    }
  o.keys = o.used;
  if (!push_included(sim, o, d.include)) return false;
  for (u32 i = 0; expressions && i < d.elements.size; ++i)
    if (!d.elements.data[i].column && !read(sim, o, d.elements.data[i].expression)) return false;
  return !d.where || read(sim, o, d.where);
}

/// Counts what the object uses: a constraint on one column alone belongs to the column, everything else holds its columns.
constexpr void hold_columns(auto& s, object_state& o) {
  u32 only = 0;
  bool sole = o.what != kind::index && o.what != kind::column;
  for (u32 i = 0; i < o.used; ++i) {
    const u32 c = s.uses[o.first_use + i];
    if (c ? only && c != only : i < o.keys) sole = false;
    if (c) only = c;
  }
  o.sole = sole && only;
  if (o.sole) ++s.columns[only].own;
  else
    for (u32 i = 0; i < o.used; ++i) ++s.columns[s.uses[o.first_use + i]].uses;
}

}  // namespace skein::checks
