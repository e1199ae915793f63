// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Constraints and indexes enter and leave the state.

#include <skein/check/simulation.hpp>

namespace skein::checks {

/// Chooses the number of an automatic name: the first that is free among the relations, and for a constraint among the
/// constraints of the schema too.
constexpr void number(const schema& s, const ident& in, name_ref& n, bool relation, bool constraint) {
  for (;; ++n.number) {
    model::naming::finish(n);
    if (relation && names::find_relation(s, in, n)) continue;
    if (constraint && names::find_constraint(s, in, 0, n)) continue;
    return;
  }
}

// Uses of columns. `push` is for keys, `read` for expressions; the use count of a column that a constraint is about alone
// stays as it is: the constraint goes with the column.

constexpr void push(simulation& sim, object_state& o, u32 column) {
  sim.s.uses[++sim.s.used.uses] = column;
  ++o.used;
}

constexpr bool read(simulation& sim, object_state& o, const model::text_view& text) {
  for (reader r(text, sim.s.tables[o.table].name); r.next();) {
    const identifier& i = r.found;
    u32 found = 0;
    for (u32 p = names::mix(i.hash, o.table * 0x85ebca6bu + 1) & sim.s.mask; const u32 e = sim.s.names[p]; p = (p + 1) & sim.s.mask) {
      if (names::kind_of(e) != names::entry::column) continue;
      const column_state& c = sim.s.columns[names::slot_of(e)];
      if (c.table == o.table && c.name && means(i, *c.name)) found = names::slot_of(e);
    }
    if (found) {
      push(sim, o, found);
    } else if (!i.soft) {
      verdict f = sim.of(o.table, o.name);
      f.text = {i.data, i.size};
      f.hint = near_column(sim.s, o.table, ident(i.data, i.size));
      return sim.fail(fault::unknown_identifier, f);
    }
  }
  return true;
}

constexpr bool push_all(simulation& sim, object_state& o, const model::names& columns) {
  for (u32 i = 0; i < columns.size; ++i) {
    const u32 c = require_column(sim, o.table, *columns[i]);
    if (!c) return false;
    for (u32 k = 0; k < i; ++k)
      if (sim.s.uses[o.first_use + k] == c) return sim.fail_column(fault::repeated_column, c);
    push(sim, o, c);
  }
  return true;
}

constexpr bool push_elements(simulation& sim, object_state& o, const model::index_def& d) {
  for (const model::element& e : d.elements)
    if (e.column) {
      const u32 c = require_column(sim, o.table, *e.column);
      if (!c) return false;
      push(sim, o, c);
    } else {
      sim.s.uses[++sim.s.used.uses] = 0;  // an expression: its columns come after the keys
      ++o.used;
    }
  o.keys = o.used;
  if (!push_all(sim, o, d.include)) return false;
  for (const model::element& e : d.elements)
    if (!e.column && !read(sim, o, e.expression)) return false;
  return !d.where || read(sim, o, d.where);
}

// Foreign keys

/// varchar and text compare as one type; a length is no difference.
constexpr bool comparable(const model::data_type& a, const model::data_type& b) {
  const auto plain = [](model::type_id t) { return t == model::type_id::varchar ? model::type_id::text : t; };
  return plain(a.id) == plain(b.id) && (a.dims > 0) == (b.dims > 0) &&
         (a.id != model::type_id::named || (a.user && b.user && same(*a.user, *b.user)));
}

/// A unique key or a unique index, plain and whole, over just these columns in any order.
constexpr bool is_key_over(const schema& s, const object_state& k, const u32* columns, u32 n) {
  if (!k.alive || k.keys != n) return false;
  if (k.what == kind::index ? !k.index->unique || k.index->where : k.what != kind::primary_key && k.what != kind::unique) return false;
  if (k.constraint && k.constraint->defer != model::deferral::none) return false;
  for (u32 i = 0; i < n; ++i) {
    bool found = false;
    for (u32 j = 0; j < n; ++j) found |= s.uses[k.first_use + i] == columns[j];
    if (!found) return false;
  }
  return true;
}

constexpr bool same_types(simulation& sim, const object_state& o) {
  for (u32 i = 0; i < o.targets; ++i) {
    const column_state& from = sim.s.columns[sim.s.uses[o.first_use + i]];
    const column_state& to = sim.s.columns[sim.s.uses[o.first_use + o.used + i]];
    if (!comparable(*from.type, *to.type)) {
      verdict f = sim.of(o.table, from.name);
      f.other_table = sim.s.tables[o.target].name;
      f.other_schema = sim.s.tables[o.target].schema;
      f.other_column = to.name;
      f.type = to.type;
      return sim.fail(fault::target_type, f);
    }
  }
  return true;
}

constexpr bool attach_target(simulation& sim, object_state& o, const model::constraint_def& d) {
  schema& s = sim.s;
  verdict f = sim.of(o.table, s.columns[s.uses[o.first_use]].name);
  f.other_table = &d.target->name;
  f.other_schema = &d.target->schema;
  o.target = names::find_table(s, d.target->schema, d.target->name);
  if (!o.target) {
    for (u32 t = 1; t <= s.used.tables; ++t)
      if (s.tables[t].alive && near(*s.tables[t].name, d.target->name)) f.hint = s.tables[t].name;
    return sim.fail(fault::target_missing, f);
  }
  u32 key = 0;
  if (d.target_columns.empty()) {
    for (u32 k = s.tables[o.target].first_object; k && !key; k = s.objects[k].next)
      if (s.objects[k].alive && s.objects[k].what == kind::primary_key) key = k;
    if (!key) return sim.fail(fault::target_without_key, f);
    for (u32 i = 0; i < s.objects[key].keys; ++i) s.uses[++s.used.uses] = s.uses[s.objects[key].first_use + i];
    o.targets = s.objects[key].keys;
  } else {
    for (const ident* name : d.target_columns) {
      const u32 c = names::find_column(s, o.target, *name);
      if (!c) {
        f.other_column = name;
        f.hint = near_column(s, o.target, *name);
        return sim.fail(fault::target_column_missing, f);
      }
      s.uses[++s.used.uses] = c;
      ++o.targets;
    }
    const u32* columns = s.uses + o.first_use + o.used;
    for (u32 k = s.tables[o.target].first_object; k && !key; k = s.objects[k].next)
      if (is_key_over(s, s.objects[k], columns, o.targets)) key = k;
    if (!key) {
      f.other_column = d.target_columns[0];
      return sim.fail(fault::target_not_unique, f);
    }
  }
  if (o.targets != o.used) return sim.fail(fault::target_count, f);
  if (!same_types(sim, o)) return false;
  o.supported_by = key;
  ++s.objects[key].supports;
  for (u32 i = 0; i < o.targets; ++i) ++s.columns[s.uses[o.first_use + o.used + i]].uses;
  if (o.target != o.table) ++s.tables[o.target].referenced;
  return true;
}

// In and out

/// Counts what the object uses: a constraint on one column alone belongs to the column, everything else holds its columns.
constexpr void hold_columns(schema& s, object_state& o) {
  u32 only = 0;
  bool sole = o.what != kind::index && o.what != kind::column;
  for (u32 i = 0; i < o.used; ++i) {
    const u32 c = s.uses[o.first_use + i];
    if (!c || (only && c != only)) sole = false;
    only = c;
  }
  o.sole = sole && only;
  if (o.sole) ++s.columns[only].own;
  else
    for (u32 i = 0; i < o.used; ++i) ++s.columns[s.uses[o.first_use + i]].uses;
}

constexpr u32 new_object(schema& s, u32 table, kind what) {
  const u32 i = ++s.used.objects;
  object_state& o = s.objects[i];
  o.what = what;
  o.table = table;
  o.validated = true;
  o.first_use = s.used.uses + 1;
  return i;
}

constexpr void link(schema& s, u32 i) {
  table_state& t = s.tables[s.objects[i].table];
  if (t.last_object) s.objects[t.last_object].next = i;
  else t.first_object = i;
  t.last_object = i;
  s.objects[i].alive = true;
}

/// A name that is written must be free; one that is not is chosen.
constexpr bool name_object(simulation& sim, object_state& o, const ident* given, const char* label) {
  schema& s = sim.s;
  const ident& in = *s.tables[o.table].schema;
  const bool relation = o.index || o.what == kind::primary_key || o.what == kind::unique;
  const bool constraint = model::is_constraint(o.what);
  if (!given) {
    o.name.table = s.tables[o.table].name;
    o.name.label = label;
    number(s, in, o.name, relation, constraint);
    return true;
  }
  if (!check_name(sim, *given)) return false;
  o.name = model::written(given);
  if (constraint && names::find_constraint(s, in, o.table, *given)) return sim.fail(fault::constraint_exists, sim.of(o.table, o.name));
  return !relation || require_free(sim, in, *given, given);
}

constexpr bool all_columns(const model::index_def& d) {
  for (const model::element& e : d.elements)
    if (!e.column) return false;
  return true;
}

/// Adds a constraint; `own` is the column behind which it is written, or 0.
constexpr bool attach_constraint(simulation& sim, u32 table, const model::constraint_def& d, const ident* given, u32 own, const ident* const* own_name) {
  schema& s = sim.s;
  const u32 slot = new_object(s, table, d.what);
  object_state& o = s.objects[slot];
  o.constraint = &d;
  o.index = d.exclusion;
  o.validated = !d.not_valid;
  o.name = given ? model::written(given) : name_ref{};
  if (own && d.what != kind::check) push(sim, o, own);
  else if (!push_all(sim, o, d.columns)) return false;
  o.keys = o.used;
  const char* label = "key";
  if (!own_name || d.what == kind::check) o.name.columns = d.columns;
  else o.name.columns = {own_name, 1};
  switch (d.what) {
    case kind::primary_key:
      label = "pkey";
      o.name.columns = {};
      for (u32 k = s.tables[table].first_object; k; k = s.objects[k].next)
        if (s.objects[k].alive && s.objects[k].what == kind::primary_key) return sim.fail(fault::second_primary_key, sim.of(table, s.objects[k].name));
      for (u32 i = 0; i < o.keys; ++i) {
        column_state& c = s.columns[s.uses[o.first_use + i]];
        if (c.flags & model::flag::null) return sim.fail_column(fault::contradiction, s.uses[o.first_use + i]);
        c.flags |= model::flag::not_null;
      }
      [[fallthrough]];
    case kind::unique:
      if (!push_all(sim, o, d.include)) return false;
      if (d.what == kind::unique) o.name.more = d.include;
      break;
    case kind::exclusion:
      label = "excl";
      if (!given && !all_columns(*d.exclusion)) return sim.fail(fault::name_needed, sim.of(table));
      o.name.columns = d.exclusion->columns;
      o.name.more = d.exclusion->include;
      if (!push_elements(sim, o, *d.exclusion)) return false;
      break;
    case kind::check: {
      label = "check";
      if (!given) o.name.table = s.tables[table].name, o.name.label = label;
      if (!read(sim, o, d.expression)) return false;
      u32 only = 0;
      bool several = false;
      for (u32 i = 0; i < o.used; ++i) {
        const u32 c = s.uses[o.first_use + i];
        several |= only && c != only;
        only = c;
      }
      if (!given && only && !several) o.name.column = s.columns[only].name;
      break;
    }
    case kind::foreign_key:
      label = "fkey";
      if (!attach_target(sim, o, d)) return false;
      break;
    default: break;
  }
  if (given) o.name = {};
  if (!name_object(sim, o, given, label)) return false;
  if (d.defer != model::deferral::none && d.what == kind::check) return sim.fail(fault::cannot_be_deferred, sim.of(table, o.name));
  hold_columns(s, o);
  link(s, slot);
  names::insert_object(s, slot);
  return true;
}

constexpr bool attach_index(simulation& sim, u32 table, const model::index_def& d, const ident* given) {
  schema& s = sim.s;
  const u32 slot = new_object(s, table, kind::index);
  object_state& o = s.objects[slot];
  o.index = &d;
  if (given) o.name = model::written(given);
  if (!push_elements(sim, o, d)) return false;
  if (!given) {
    if (!all_columns(d)) return sim.fail(fault::name_needed, sim.of(table));
    o.name.columns = d.columns;
    o.name.more = d.include;
  }
  if (!name_object(sim, o, given, "idx")) return false;
  hold_columns(s, o);
  link(s, slot);
  names::insert_object(s, slot);
  return true;
}

/// Removes a constraint or an index, unless a foreign key rests on it.
constexpr bool detach(simulation& sim, u32 slot) {
  schema& s = sim.s;
  object_state& o = s.objects[slot];
  if (o.supports) {
    verdict f = sim.of(o.table, o.name);
    for (u32 k = 1; k <= s.used.objects; ++k)
      if (s.objects[k].alive && s.objects[k].supported_by == slot) {
        f.other_table = s.tables[s.objects[k].table].name;
        f.other_schema = s.tables[s.objects[k].table].schema;
        f.other_column = s.columns[s.uses[s.objects[k].first_use]].name;
      }
    return sim.fail(fault::key_in_use, f);
  }
  if (o.sole) --s.columns[s.uses[o.first_use]].own;
  else
    for (u32 i = 0; i < o.used; ++i) --s.columns[s.uses[o.first_use + i]].uses;
  if (o.supported_by) {
    --s.objects[o.supported_by].supports;
    for (u32 i = 0; i < o.targets; ++i) --s.columns[s.uses[o.first_use + o.used + i]].uses;
    if (o.target != o.table) --s.tables[o.target].referenced;
    o.supported_by = 0;
  }
  o.alive = false;
  return true;
}

}  // namespace skein::checks
