// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// How much room partitions and heirs take: what comes to a table comes once more to each of its partitions and heirs. Before a history
/// is run that is told by names alone, so it is an upper bound: a name that was once of a family of partitions stays of it.

#include <skein/check/extent.hpp>
#include <skein/check/partitions/tree.hpp>

namespace skein::checks {

namespace extents {

/// What is made once more, `times`.
constexpr void add_times(extent& e, const extent& of, u32 times) {
  e.columns += of.columns * times;
  e.objects += of.objects * times;
  e.uses += of.uses * times;
  e.renames += of.renames * times;
  e.entities += of.entities * times;
  e.expressions += of.expressions * times;
  e.called += of.called * times;
}

}  // namespace extents

/// A history without partitions.
struct no_families {
  static constexpr bool any = false;
};

/// Partitioned tables and parents with everything below them.
/// `Inherit`: there are heirs.
template <u32 Most, bool Inherit>
struct families {
  struct family {
    u32 partitions = 0;
    extent own{};  ///< what came to its tables, none of it counted twice
  };
  static constexpr bool any = true, inherit = Inherit;
  u32 size = 0, count = 0;
  u32 names[Most + 1]{}, of[Most + 1]{};
  family all[Most + 1]{};

  constexpr void add_to(extent& e, const model::revision_def& r) {
    add(e, r);
    if (r.explicit_down)
      for (const model::list<const model::step*>& steps : {r.up, r.down}) add_steps(e, steps);
    add_steps(e, r.up);
  }

  /// Who is a parent is known at once: what comes to it before its first heir counts too.
  constexpr void note_parents(const model::revision_def& r) {
    note_parents(r.up);
    if (r.explicit_down) note_parents(r.down);
  }

  /// The family that a table of the name is of; 0 if it is of none.
  constexpr u32 find(const model::ident& name) const {
    for (u32 i = 0; i < size; ++i)
      if (names[i] == name.hash) return of[i];
    return 0;
  }

 private:
  constexpr void note_parents(const model::list<const model::step*>& steps) {
    for (u32 i = 0; i < steps.size; ++i) {
      note_parents(steps.data[i]->effects);
      for (u32 k = 0; k < steps.data[i]->members.size; ++k)
        if (const model::member& m = *steps.data[i]->members.data[k]; m.what == model::kind::inherits && !find(m.constraint->target->name) && count < Most)
          enter(m.constraint->target->name, ++count);
    }
  }
  constexpr void add_steps(extent& e, const model::list<const model::step*>& steps) {
    for (u32 i = 0; i < steps.size; ++i) {
      add_steps(e, steps.data[i]->effects);
      if (steps.data[i]->table) add_step(e, *steps.data[i]);
    }
  }
  constexpr void enter(const model::ident& name, u32 family) {
    if (size == Most || find(name) == family) return;
    names[size] = name.hash;
    of[size++] = family;
  }
  constexpr void add_step(extent& e, const model::step& x) {
    using model::op;
    if (x.effects.size) return;
    const model::ident& name = x.table->name;
    const u32 f = find(name);
    const model::member* partition = nullptr;
    bool partitioned = false, inherits = false;
    for (u32 i = 0; i < x.members.size; ++i) {
      if (x.members.data[i]->what == model::kind::partition_of) partition = x.members.data[i];
      inherits = inherits || x.members.data[i]->what == model::kind::inherits;
      partitioned = partitioned || x.members.data[i]->what == model::kind::partition_by;
    }
    if (x.what == op::rename_table && f) return enter(*x.to, f);
    if (partition) return join(e, x, find(partition->constraint->target->name), f);
    const extent own = extent_of(x, e);
    if (inherits) return join_parents(e, x, own, f);
    if (x.what == op::create_table && partitioned && count < Most) {
      all[++count].own = own;
      return enter(name, count);
    }
    if (!f) return;
    extents::add_times(e, own, all[f].partitions);
    extents::add_times(all[f].own, own, 1);
  }
  constexpr void join_parents(extent& e, const model::step& x, const extent& own, u32 mine) {
    if (x.what == model::op::disinherit) return;
    if (mine) extents::add_times(all[mine].own, own, 1);
    for (u32 i = 0; i < x.members.size; ++i)
      if (x.members.data[i]->what == model::kind::inherits)
        if (const u32 parent = find(x.members.data[i]->constraint->target->name), now = find(x.table->name); parent != now)
          join(e, x, parent, now);
  }
  constexpr void join(extent& e, const model::step& x, u32 parent, u32 mine) {
    if (!parent || x.what == model::op::detach_partition) return;
    const u32 tables = mine && mine != parent ? all[mine].partitions + 1 : 1;
    extents::add_times(e, all[parent].own, tables);
    e.raw += 24 * all[parent].partitions;  // the bounds of which are read again
    extents::add_times(all[parent].own, mine && mine != parent ? all[mine].own : extent_of(x, e), 1);
    all[parent].partitions += tables;
    for (u32 i = 0; mine && i < size; ++i)
      if (of[i] == mine) of[i] = parent;
    enter(x.table->name, parent);
  }
};

/// What a step makes on a state at run time.
constexpr extent extent_in(const auto& s, const model::step& x) {
  extent e = extent_of(x, s.used);
  if (!s.used.partitions && !e.partitions) return e;
  const extent own = e;
  const bool heirs = s.used.heirs || e.heirs;  // any table may have some
  extent there = e;  // all that partitioned tables have
  u32 tables = 0;
  for (u32 t = 1; t <= s.used.tables; ++t) {
    if (!s.tables[t].alive || !(heirs || s.tables[t].partition)) continue;
    ++tables;
    there.columns += s.tables[t].columns;
    for (u32 o = s.tables[t].first_object; o; o = s.objects[o].next) ++there.objects, there.uses += s.objects[o].used + s.objects[o].targets;
    for (u32 i = s.tables[t].first_entity; i; i = s.entities[i].next) ++there.entities, there.uses += s.entities[i].used;
  }
  extents::add_times(e, own, tables + own.partitions);
  extents::add_times(e, there, own.partitions * (x.what == model::op::attach_partition ? tables + 1 : 1));
  return e;
}

}  // namespace skein::checks
