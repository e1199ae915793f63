// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Constraints and indexes enter and leave the state.

#include <skein/check/simulation.hpp>

namespace skein::checks {

/// Chooses the number of an automatic name, the first that is free among the relations, and for a constraint among the
/// constraints of the schema too; then enters it.
constexpr void enter_automatic(auto& s, u32 table, name_ref& n, u32 entry, bool relation, bool constraint) {
  const u32 in = s.tables[table].schema_key;
  for (;; ++n.number) {
    model::naming::finish(n);
    const u32 r = relation ? names::probe_relation(s, in, n) : 0;
    if (relation && s.names[r]) continue;
    if (constraint) {
      const u32 c = names::probe_constraint(s, in, 0, n);
      if (s.names[c]) continue;
      s.names[c] = (entry & ~names::kind_mask) | names::constraint;
    }
    // The two may have ended at the same free place.
    if (relation) names::insert_relation(s, in, n.hash, entry);
    return;
  }
}

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
    if (!found && !i.soft) {
      verdict f = sim.of(o.table, o.name);
      f.text = {i.data, i.size};
      f.hint = near_column(sim, o.table, ident(i.data, i.size));
      return sim.fail(fault::unknown_identifier, f);
    }
  }
  return true;
}

constexpr bool push_all(auto& sim, object_state& o, const model::names& columns) {
  for (u32 i = 0; i < columns.size; ++i) {
    const u32 c = require_column(sim, o.table, *columns[i]);
    if (!c) return false;
    for (u32 k = 0; k < i; ++k)
      if (sim.uses[o.first_use + k] == c) return sim.fail_column(fault::repeated_column, c);
    push(sim, o, c);
  }
  return true;
}

constexpr bool push_elements(auto& sim, object_state& o, const model::index_def& d) {
  for (const model::element& e : d.elements)
    if (e.column) {
      const u32 c = require_column(sim, o.table, *e.column);
      if (!c) return false;
      push(sim, o, c);
    } else {
      sim.uses[++sim.used.uses] = 0;  // an expression: its columns come after the keys
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

/// A unique key or a unique index, plain and whole, over just the n columns in `uses` from `first`, in any order.
constexpr bool is_key_over(const auto& s, const object_state& k, u32 first, u32 n) {
  if (!k.alive || k.keys != n) return false;
  if (k.what == kind::index ? !k.index->unique || k.index->where : k.what != kind::primary_key && k.what != kind::unique) return false;
  if (k.constraint && k.constraint->defer != model::deferral::none) return false;
  for (u32 i = 0; i < n; ++i) {
    bool found = false;
    for (u32 j = 0; j < n; ++j) found |= s.uses[k.first_use + i] == s.uses[first + j];
    if (!found) return false;
  }
  return true;
}

constexpr bool same_types(auto& sim, const object_state& o) {
  for (u32 i = 0; i < o.targets; ++i) {
    const column_state& from = sim.columns[sim.uses[o.first_use + i]];
    const column_state& to = sim.columns[sim.uses[o.first_use + o.used + i]];
    if (from.type != to.type && !comparable(*from.type, *to.type)) {
      verdict f = sim.of(o.table, from.name);
      f.other_table = sim.tables[o.target].name;
      f.other_schema = sim.tables[o.target].schema;
      f.other_column = to.name;
      f.type = to.type;
      return sim.fail(fault::target_type, f);
    }
  }
  return true;
}

/// The facts of a foreign key's fault.
constexpr verdict target_facts(const auto& sim, const object_state& o, const model::constraint_def& d) {
  verdict f = sim.of(o.table, sim.columns[sim.uses[o.first_use]].name);
  f.other_table = &d.target->name;
  f.other_schema = &d.target->schema;
  return f;
}

/// The key or index that the foreign key rests on, its target columns being in `uses` behind the own ones; 0 after a fault.
constexpr u32 find_target_key(auto& sim, object_state& o, const model::constraint_def& d) {
  auto& s = sim;
  const u32 first = s.tables[o.target].first_object;
  if (d.target_columns.empty()) {
    for (u32 k = first; k; k = s.objects[k].next)
      if (s.objects[k].alive && s.objects[k].what == kind::primary_key && s.objects[k].constraint->defer == model::deferral::none) {
        for (u32 i = 0; i < s.objects[k].keys; ++i) s.uses[++s.used.uses] = s.uses[s.objects[k].first_use + i];
        o.targets = s.objects[k].keys;
        return k;
      }
    sim.fail(fault::target_without_key, target_facts(sim, o, d));
    return 0;
  }
  for (const ident* name : d.target_columns) {
    const u32 c = names::find_column(s, o.target, *name);
    if (!c) {
      verdict f = target_facts(sim, o, d);
      f.other_column = name;
      f.hint = near_column(s, o.target, *name);
      sim.fail(fault::target_column_missing, f);
      return 0;
    }
    s.uses[++s.used.uses] = c;
    ++o.targets;
  }
  for (u32 k = first; k; k = s.objects[k].next)
    if (is_key_over(s, s.objects[k], o.first_use + o.used, o.targets)) return k;
  verdict f = target_facts(sim, o, d);
  f.other_column = d.target_columns[0];
  sim.fail(fault::target_not_unique, f);
  return 0;
}

constexpr bool attach_target(auto& sim, object_state& o, const model::constraint_def& d) {
  auto& s = sim;
  o.target = names::find_table(s, d.target->schema, d.target->name);
  if (!o.target) {
    verdict f = target_facts(sim, o, d);
    for (u32 t = 1; t <= s.used.tables; ++t)
      if (s.tables[t].alive && same_schema(*s.tables[t].schema, d.target->schema) && near(*s.tables[t].name, d.target->name)) f.hint = s.tables[t].name;
    return sim.fail(fault::target_missing, f);
  }
  const u32 key = find_target_key(sim, o, d);
  if (!key) return false;
  if (o.targets != o.used) return sim.fail(fault::target_count, target_facts(sim, o, d));
  if (!same_types(sim, o)) return false;
  o.supported_by = key;
  ++s.objects[key].supports;
  for (u32 i = 0; i < o.targets; ++i) ++s.columns[s.uses[o.first_use + o.used + i]].uses;
  if (o.target != o.table) ++s.tables[o.target].referenced;
  return true;
}

// In and out

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

constexpr u32 new_object(auto& s, u32 table, kind what) {
  const u32 i = ++s.used.objects;
  object_state& o = s.objects[i];
  o.what = what;
  o.table = table;
  o.validated = true;
  o.first_use = s.used.uses + 1;
  return i;
}

constexpr void link(auto& s, u32 i) {
  table_state& t = s.tables[s.objects[i].table];
  if (t.last_object) s.objects[t.last_object].next = i;
  else t.first_object = i;
  t.last_object = i;
  s.objects[i].alive = true;
}

/// A name that is written must be free; one that is not is chosen. Enters it.
constexpr bool name_object(auto& sim, u32 slot, const ident* given, const ident* label) {
  auto& s = sim;
  object_state& o = s.objects[slot];
  const table_state& t = s.tables[o.table];
  const bool relation = names::is_relation(o), constraint = model::is_constraint(o.what);
  if (!given) {
    o.name.table = t.name;
    o.name.label = label;
    enter_automatic(s, o.table, o.name, slot << names::kind_bits | names::object, relation, constraint);
    return true;
  }
  o.name = model::written(given);
  if (!check_name(sim, *given)) return false;
  if (constraint && names::find_constraint(s, o.table, *given)) return sim.fail(fault::constraint_exists, sim.of(o.table, o.name));
  if (relation && !require_free(sim, *t.schema, *given)) return false;
  names::insert_object(s, slot);
  return true;
}

constexpr bool all_columns(const model::index_def& d) {
  for (const model::element& e : d.elements)
    if (!e.column) return false;
  return true;
}

/// PostgreSQL numbers a column that comes again in an automatic name; such a one has to be written.
constexpr bool repeats(const name_ref& n) {
  const u32 size = n.columns.size + n.more.size;
  const auto at = [&](u32 i) { return i < n.columns.size ? n.columns[i] : n.more[i - n.columns.size]; };
  for (u32 i = 1; i < size; ++i)
    for (u32 k = 0; k < i; ++k)
      if (same(at(i), at(k))) return true;
  return false;
}

/// Adds a constraint; `own` is the column behind which it is written, or 0.
constexpr bool attach_constraint(auto& sim, u32 table, const model::constraint_def& d, const ident* given, u32 own, const ident* const* own_name) {
  auto& s = sim;
  const u32 slot = new_object(s, table, d.what);
  object_state& o = s.objects[slot];
  o.constraint = &d;
  o.index = d.exclusion;
  o.validated = !d.not_valid;
  if (given) o.name = model::written(given);
  if (own && d.what != kind::check) push(sim, o, own);
  else if (!push_all(sim, o, d.columns)) return false;
  o.keys = o.used;
  const ident* label = &model::labels::key;
  if (!own_name || d.what == kind::check) o.name.columns = d.columns;
  else o.name.columns = {own_name, 1};
  switch (d.what) {
    case kind::primary_key:
      label = &model::labels::pkey;
      o.name.columns = {};
      for (u32 k = s.tables[table].first_object; k; k = s.objects[k].next)
        if (s.objects[k].alive && s.objects[k].what == kind::primary_key) return sim.fail(fault::second_primary_key, sim.of(table, s.objects[k].name));
      for (u32 i = 0; i < o.keys; ++i) {
        column_state& c = s.columns[s.uses[o.first_use + i]];
        if ((own || sim.creating) && c.declared && c.declared->flags & model::flag::null) return sim.fail_column(fault::contradiction, s.uses[o.first_use + i]);
        if (!own && !(c.flags & model::flag::not_null)) c.declared = nullptr;
        c.flags |= model::flag::not_null;
      }
      [[fallthrough]];
    case kind::unique:
      if (!push_all(sim, o, d.include)) return false;
      if (d.what == kind::unique) o.name.more = d.include;
      break;
    case kind::exclusion:
      label = &model::labels::excl;
      if (!given && !all_columns(*d.exclusion)) return sim.fail(fault::name_needed, sim.of(table));
      o.name.columns = d.exclusion->columns;
      o.name.more = d.exclusion->include;
      if (!push_elements(sim, o, *d.exclusion)) return false;
      break;
    case kind::check: {
      label = &model::labels::check;
      if (!given) o.name.table = s.tables[table].name, o.name.label = label;  // for a fault in the expression
      if (!read(sim, o, d.expression)) return false;
      u32 only = 0;
      bool several = false;
      for (u32 i = 0; i < o.used; ++i) {
        const u32 c = s.uses[o.first_use + i];
        if (!c) continue;
        several |= only && c != only;
        only = c;
      }
      if (!given && only && !several) o.name.column = s.columns[only].name;
      break;
    }
    case kind::foreign_key:
      label = &model::labels::fkey;
      if (!attach_target(sim, o, d)) return false;
      break;
    default: break;
  }
  if (!given && repeats(o.name)) return sim.fail(fault::name_needed, sim.of(table));
  if (!name_object(sim, slot, given, label)) return false;
  if (d.defer != model::deferral::none && d.what == kind::check) return sim.fail(fault::cannot_be_deferred, sim.of(table, o.name));
  hold_columns(s, o);
  link(s, slot);
  return true;
}

constexpr bool attach_index(auto& sim, u32 table, const model::index_def& d, const ident* given) {
  auto& s = sim;
  const u32 slot = new_object(s, table, kind::index);
  object_state& o = s.objects[slot];
  o.index = &d;
  if (given) o.name = model::written(given);
  if (!push_elements(sim, o, d)) return false;
  if (!given) {
    if (!all_columns(d)) return sim.fail(fault::name_needed, sim.of(table));
    o.name.columns = d.columns;
    o.name.more = d.include;
    if (repeats(o.name)) return sim.fail(fault::name_needed, sim.of(table));
  }
  if (!name_object(sim, slot, given, &model::labels::idx)) return false;
  hold_columns(s, o);
  link(s, slot);
  return true;
}

/// Removes a constraint or an index, unless a foreign key rests on it.
constexpr bool detach(auto& sim, u32 slot) {
  auto& s = sim;
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
