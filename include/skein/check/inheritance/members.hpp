// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a table has of its parents: their columns, and the checks that they pass on. What is there already under the
/// name becomes one with it, and is not passed on once more.

#include <skein/check/inheritance/relations.hpp>
#include <skein/check/partitions/members.hpp>

namespace skein::checks {

namespace inheritance {

/// Whether the column of the heir can be one with that of its parent.
constexpr bool are_alike(auto& sim, u32 mine, u32 theirs) {
  const column_state &m = sim.columns[mine], &t = sim.columns[theirs];
  if ((m.flags | t.flags) & flag::generated)
    return fail_partition(sim, partition_rule::generated_twice, m.table, m.name);
  return (same(*m.type, *t.type) && same(m.collation, t.collation)) ||
         fail_partition(sim, partition_rule::column_differs, m.table, m.name);
}

/// Whether all parents' columns that one comes from have the default of this one: a new heir could not have several.
constexpr bool have_one_default(auto& sim, u32 mine, u32 theirs) {
  const auto is_same = [&](u32 other) {
    const column_state &x = sim.columns[theirs], &y = sim.columns[other];
    if ((x.flags ^ y.flags) & (flag::default_value | flag::next_value)) return false;
    if (x.flags & flag::next_value) return x.sequence == y.sequence;
    return !(x.flags & flag::default_value) || same(*x.text, *y.text);
  };
  return each_source(sim, mine, is_same) ||
         fail_partition(sim, partition_rule::two_defaults, sim.columns[mine].table, sim.columns[mine].name);
}

/// The column comes to the heir, and to those of it.
constexpr bool give_column(auto& sim, u32 heir, u32 of) {
  const u32 c = partitions::inherit_column(sim, heir, of);
  sim.columns[c].flags |= flag::inherited;
  if (!fill_column(sim, c)) return false;
  if (const u32 o = generation_of(sim, of)) partitions::copy_part(sim, heir, o);
  return spread_column(sim, c);
}
/// The check comes to the heir, or is there.
constexpr bool give_check(auto& sim, u32 heir, u32 of) {
  u32 found = 0;
  if (!partitions::find_check(sim, heir, of, found)) return false;
  if (found) return true;
  const u32 part = partitions::copy_part(sim, heir, of);
  sim.objects[part].inherited = of;
  return spread_object(sim, part);
}

template <class Sim>
constexpr bool pass_on_column(Sim& sim, u32 column) {
  return each_heir(sim, sim.columns[column].table, [&](u32 heir) {
    const column_state& c = sim.columns[column];
    if (c.flags & flag::identity) return fail_partition(sim, partition_rule::new_identity, c.table, c.name);
    const u32 mine = names::find_column(sim, heir, *c.name);
    if (!mine) return give_column(sim, heir, column);
    if (!are_alike(sim, mine, column) || !have_one_default(sim, mine, column)) return false;
    return !(c.flags & ~sim.columns[mine].flags & flag::not_null) ||
           fail_partition(sim, partition_rule::parent_required, heir, c.name);
  });
}
template <class Sim>
constexpr bool pass_on(Sim& sim, u32 object) {
  if (!is_passed_on(sim.objects[object]) || !has_heirs(sim, sim.objects[object].table)) return true;
  if (!sim.objects[object].validated)
    return fail_partition_object(sim, partition_rule::check_is_not_valid, sim.objects[object].table,
                                 sim.objects[object].name);
  return each_heir(sim, sim.objects[object].table, [&](u32 heir) { return give_check(sim, heir, object); });
}
/// Of a check that has just gone.
template <class Sim>
constexpr bool take_back(Sim& sim, u32 object) {
  if (sim.objects[object].what != kind::check) return true;
  return each_heir(sim, sim.objects[object].table, [&](u32 heir) {
    const object_state& o = sim.objects[object];
    const u32 part =
        o.constraint->no_inherit
            ? 0
            : sim.names[names::probe_constraint(sim, sim.tables[heir].schema_key, heir, o.name)] >> names::kind_bits;
    return !part || !is_passed_on(sim.objects[part]) || !sim.objects[part].inherited ||
           count_check_sources(sim, part) || detach(sim, part);
  });
}

}  // namespace inheritance

/// A column that the table declares and its parents have: it stays where it is among those.
template <class Sim>
constexpr bool declare_inherited(Sim& sim, u32 column, const member& m) {
  const column_state before = sim.columns[column];
  constexpr u32 values = flag::default_value | flag::next_value | flag::relation;
  column_state c = before;
  c.declared = nullptr;  // as it is declared it may lack what comes from a parent
  c.type = m.type;
  c.collation = nullptr;
  c.flags = m.flags & flag::attributes;
  if (m.flags & flag::identity && before.flags & values) return fail_column(sim, fault::contradiction, column);
  if (m.flags & (flag::default_value | flag::identity) || model::is_serial(m.type->id)) {
    release_default(sim, column);
    release_calls(sim, c.table, names::of_column(column));
    c.text = nullptr;
    c.sequence = 0;
  }
  if (!set_attributes(sim, column, c, m)) return false;
  if (!(c.flags & (values | flag::identity))) c.flags |= before.flags & values;
  c.flags |= before.flags & flag::not_null;
  sim.columns[column] = c;
  bool fits = true;
  each_source(sim, column, [&](u32 theirs) { return fits = inheritance::are_alike(sim, column, theirs); });
  return fits;
}

namespace inheritance {

/// INHERITS, before the table has columns of its own.
constexpr bool join_parent(auto& sim, u32 heir, u32 parent) {
  auto& s = sim;
  s.tables[heir].renamed |= s.tables[parent].renamed;
  for (u32 c = s.tables[parent].first_column; c; c = s.columns[c].next) {
    if (!s.columns[c].name) continue;
    const u32 mine = names::find_column(s, heir, *s.columns[c].name);
    if (!mine)
      s.columns[partitions::inherit_column(sim, heir, c)].flags |= flag::inherited;
    else if (!are_alike(sim, mine, c) || !have_one_default(sim, mine, c))
      return false;
    else
      s.columns[mine].flags |= s.columns[c].flags & flag::not_null;
  }
  for (u32 o = s.tables[parent].first_object; o; o = s.objects[o].next) {
    if (s.objects[o].alive && s.objects[o].what == kind::column) partitions::copy_part(sim, heir, o);
    if (!is_passed_on(s.objects[o])) continue;
    if (!s.objects[o].validated)
      return fail_partition_object(sim, partition_rule::check_is_not_valid, heir, s.objects[o].name);
    if (!give_check(sim, heir, o)) return false;
  }
  return true;
}

}  // namespace inheritance

/// A check under the name of one that is inherited: both are one where the table is created so. Later nothing would
/// take that back.
template <class Sim>
constexpr bool declare_check(Sim& sim, u32 inherited, u32 slot, const object_state& declared) {
  object_state& o = sim.objects[inherited];
  if (!sim.creating) return fail_partition_object(sim, partition_rule::inherits_already, o.table, o.name);
  if (declared.what != kind::check ||
      partitions::definition_of(sim, slot, declared) != partitions::definition_of(sim, inherited, o))
    return fail_partition_object(sim, partition_rule::check_differs, o.table, o.name);
  o.inherited = 0;
  o.comment = declared.comment;
  return true;
}

}  // namespace skein::checks
