// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Tables become heirs and cease to be; and which steps a table that inherits leaves to its parents.

#include <skein/check/inheritance/members.hpp>
#include <skein/check/partitions/steps.hpp>

namespace skein::checks {

namespace inheritance {

using model::op;

/// Calls `f` with the table and with all that it inherits from, or with all that inherit from it, until it says false.
constexpr bool each_above(const auto& s, u32 table, auto&& f) {
  return f(table) && each_parent(s, table, [&](u32 parent) { return each_above(s, parent, f); });
}
constexpr bool each_below(const auto& s, u32 table, auto&& f) {
  return f(table) && each_heir(s, table, [&](u32 heir) { return each_below(s, heir, f); });
}

/// The table that the definition names, if the table may inherit from it; 0 after a fault.
constexpr u32 require_parent(auto& sim, u32 table, const model::constraint_def& d) {
  const u32 parent = require_table(sim, *d.target);
  if (!parent) return 0;
  const auto refuse = [&](partition_rule rule, u32 other) { return fail_partition_table(sim, rule, table, other), 0u; };
  if (partition_key(sim, table) || membership(sim, table)) return refuse(partition_rule::heir_is_partitioned, parent);
  if (partition_key(sim, parent) || membership(sim, parent))
    return refuse(partition_rule::parent_is_partitioned, parent);
  if (bequest(sim, table, parent)) return refuse(partition_rule::heir_already, parent);
  if (is_above(sim, table, parent)) return refuse(partition_rule::circular, parent);
  u32 twice = 0;
  each_above(sim, parent, [&](u32 a) {
    return each_below(sim, table, [&](u32 b) { return !is_above(sim, a, b) || (twice = a, false); });
  });
  return twice ? refuse(partition_rule::two_ways, twice) : parent;
}
constexpr void enter_bequest(auto& s, u32 table, u32 parent, const model::constraint_def& d) {
  const u32 slot = ++s.used.objects;
  object_state o = new_object(s, table, kind::inherits);
  o.constraint = &d;
  o.target = parent;
  enter_object(s, slot, o);
  ++s.used.partitions;
  ++s.used.heirs;
}

/// PostgreSQL takes a check of that name for the parent's when the inheritance ends, also where that is not passed on.
constexpr bool has_no_namesakes(auto& sim, u32 table, u32 parent) {
  for (u32 o = sim.tables[parent].first_object; o; o = sim.objects[o].next) {
    const object_state& x = sim.objects[o];
    if (!x.alive || x.what != kind::check || !x.constraint->no_inherit) continue;
    if (sim.names[names::probe_constraint(sim, sim.tables[table].schema_key, table, x.name)])
      return fail_partition_object(sim, partition_rule::check_differs, table, x.name);
  }
  return true;
}

/// Whether the table has all that it would inherit, the same.
constexpr bool has_all_of(auto& sim, u32 table, u32 parent) {
  const auto& s = sim;
  for (u32 c = s.tables[parent].first_column; c; c = s.columns[c].next) {
    if (!s.columns[c].name) continue;
    const u32 mine = names::find_column(s, table, *s.columns[c].name);
    if (!mine) return fail_partition(sim, partition_rule::column_missing, table, s.columns[c].name);
    if (!are_alike(sim, mine, c) || !have_one_default(sim, mine, c)) return false;
    if (s.columns[c].flags & ~s.columns[mine].flags & flag::not_null)
      return fail_partition(sim, partition_rule::column_differs, table, s.columns[c].name);
  }
  for (u32 o = s.tables[parent].first_object; o; o = s.objects[o].next) {
    if (!is_passed_on(s.objects[o])) continue;
    u32 found = 0;
    if (!s.objects[o].validated)
      return fail_partition_object(sim, partition_rule::check_is_not_valid, table, s.objects[o].name);
    if (!partitions::find_check(sim, table, o, found)) return false;
    if (!found) return fail_partition_object(sim, partition_rule::check_missing, table, s.objects[o].name);
  }
  return true;
}
constexpr bool inherit(auto& sim, const step& x) {
  const model::constraint_def& d = *x.members.data[0]->constraint;
  const u32 t = require_table(sim, *x.table), parent = t ? require_parent(sim, t, d) : 0;
  if (!parent || !has_all_of(sim, t, parent) || !has_no_namesakes(sim, t, parent)) return false;
  enter_bequest(sim, t, parent, d);
  return true;
}
/// What comes from no other parent is the table's own from then on.
constexpr bool disinherit(auto& sim, const step& x) {
  auto& s = sim;
  const u32 t = require_table(sim, *x.table),
            parent = t ? require_table(sim, *x.members.data[0]->constraint->target) : 0;
  if (!parent) return false;
  const u32 link = bequest(s, t, parent);
  if (!link) return fail_partition_table(sim, partition_rule::no_heir, t, parent);
  if (!has_no_namesakes(sim, t, parent)) return false;
  const bool said = sim.accepts(x, model::loss::irreversible);
  for (u32 c = s.tables[t].first_column; c; c = s.columns[c].next) {
    if (!s.columns[c].name || !goes_with_parent(s, c) || !names::find_column(s, parent, *s.columns[c].name)) continue;
    if (!said) return fail_partition(sim, partition_rule::becomes_own, t, s.columns[c].name);
    s.columns[c].flags &= ~flag::inherited;
  }
  for (u32 o = s.tables[t].first_object; o; o = s.objects[o].next) {
    if (!is_passed_on(s.objects[o]) || !check_goes_with_parent(s, o) || !check_like(s, parent, o)) continue;
    if (!said) return fail_partition_object(sim, partition_rule::becomes_own, t, s.objects[o].name);
    s.objects[o].inherited = 0;
  }
  s.objects[link].alive = false;
  return true;
}

/// Calls `f` with the columns of that name in all that inherit from the column's table, until it says false.
constexpr bool each_column_below(auto& sim, u32 column, auto&& f) {
  return each_heir(sim, sim.columns[column].table, [&](u32 heir) {
    const u32 c = names::find_column(sim, heir, *sim.columns[column].name);
    return f(c) && each_column_below(sim, c, f);
  });
}
/// PostgreSQL changes what comes from several parents in none of them.
constexpr bool has_one_source(auto& sim, u32 column) {
  return count_sources(sim, column) == 1 ||
         fail_partition(sim, partition_rule::two_parents, sim.columns[column].table, sim.columns[column].name);
}
/// Whether NOT NULL comes to all that inherit the column, so that it can go from all of them again.
constexpr bool may_require(auto& sim, u32 column) {
  return each_column_below(sim, column, [&](u32 c) {
    if (!has_one_source(sim, c)) return false;
    return !(sim.columns[c].flags & flag::not_null) ||
           fail_partition(sim, partition_rule::heir_required, sim.columns[c].table, sim.columns[c].name);
  });
}

/// A column that is never null any more is not null in heirs either.
constexpr void require_below(auto& sim, u32 column) {
  each_column_below(sim, column, [&](u32 c) {
    sim.columns[c].flags |= flag::not_null;
    sim.columns[c].declared = nullptr;
    return true;
  });
}

/// A check on a column goes with it, but PostgreSQL does not tell heirs, who would inherit it from nobody: they lose it
/// first, or the column too.
constexpr bool leaves_no_check(auto& sim, u32 column) {
  const u32 table = sim.columns[column].table;
  return each_heir(sim, table, [&](u32 heir) {
    const u32 mine = names::find_column(sim, heir, *sim.columns[column].name);
    if (goes_with_parent(sim, mine)) return leaves_no_check(sim, mine);
    for (u32 o = sim.tables[table].first_object; o; o = sim.objects[o].next)
      if (is_passed_on(sim.objects[o]) && sim.objects[o].sole && sim.uses[sim.objects[o].first_use] == column)
        return fail_partition_object(sim, partition_rule::check_would_stay, table, sim.objects[o].name);
    return true;
  });
}

constexpr bool takes_column_step(auto& sim, const step& x, u32 c) {
  const u32 sources = count_sources(sim, c), table = sim.columns[c].table;
  const auto is_inherited = [&] {
    return fail_partition(sim, partition_rule::inherits_column, table, sim.columns[c].name);
  };
  bool required = false;
  switch (x.what) {
    case op::drop_column:
      return sources ? is_inherited() : leaves_no_check(sim, c);
    case op::add_identity:
      return !sources || is_inherited();
    case op::rename_column:
    case op::alter_type:
      if (sources) return is_inherited();
      return each_column_below(sim, c, [&](u32 i) {
        if (x.what == op::rename_column && names::find_column(sim, sim.columns[i].table, *x.to))
          return sim.fail(fault::column_exists, of(sim, sim.columns[i].table, x.to));
        return has_one_source(sim, i);
      });
    case op::set_default:
    case op::drop_default:
      return each_column_below(sim, c, [&](u32 i) { return has_one_source(sim, i); });
    case op::set_not_null:
      return sim.columns[c].flags & flag::not_null || may_require(sim, c);
    case op::drop_not_null:
      each_source(sim, c,
                  [&](u32 theirs) { return required = required || sim.columns[theirs].flags & flag::not_null, true; });
      if (required) return fail_partition(sim, partition_rule::parent_required, table, sim.columns[c].name);
      return each_column_below(sim, c, [&](u32 i) { return has_one_source(sim, i); });
    case op::drop_expression:
      if (sources) return is_inherited();
      return each_heir(sim, table, [&](u32 heir) {
        return !has_heirs(sim, heir) || fail_partition(sim, partition_rule::levels, table, x.name);
      });
    default:
      return true;
  }
}
/// On a check that is inherited, or that heirs have from several parents.
constexpr bool takes_check_step(auto& sim, const step& x, u32 object) {
  const object_state& o = sim.objects[object];
  if (count_check_sources(sim, object))
    return fail_partition_object(sim, partition_rule::inherits_check, o.table, o.name);
  if (x.what != op::rename_constraint) return true;
  return each_part(sim, object, [&](u32 part) {
    return part == object || count_check_sources(sim, part) == 1 ||
           fail_partition_object(sim, partition_rule::two_parents, sim.objects[part].table, o.name);
  });
}

}  // namespace inheritance

/// INHERITS, before anything else comes to the table.
template <class Sim>
constexpr bool join_parents(Sim& sim, u32 table, const model::list<const member*>& members) {
  for (u32 i = 0; i < members.size; ++i) {
    if (members.data[i]->what != kind::inherits) continue;
    const model::constraint_def& d = *members.data[i]->constraint;
    const u32 parent = inheritance::require_parent(sim, table, d);
    if (!parent || !inheritance::join_parent(sim, table, parent)) return false;
    inheritance::enter_bequest(sim, table, parent, d);
  }
  return true;
}

/// A primary key makes its columns so, of which this is one.
template <class Sim>
constexpr bool require_in_heirs(Sim& sim, u32 column) {
  if (!inheritance::may_require(sim, column)) return false;
  inheritance::require_below(sim, column);
  return true;
}

/// Whether a step can be taken on this table rather than on a parent.
template <class Sim>
constexpr bool leaves_to_parents(Sim& sim, const step& x) {
  using model::op;
  const u32 t = sim.used.heirs && x.table ? names::find_table(sim, x.table->schema, x.table->name) : 0;
  if (!t) return true;
  const u32 c = x.name ? names::find_column(sim, t, *x.name) : 0,
            o = x.name ? names::find_constraint(sim, t, *x.name) : 0;
  u32 heir = 0;
  switch (x.what) {
    case op::drop_table:
      each_heir(sim, t, [&](u32 h) { return heir = h, false; });
      return !heir || fail_partition_table(sim, partition_rule::heirs_left, t, heir);
    case op::drop_constraint:
    case op::rename_constraint:
    case op::validate_constraint:
      return !is_passed_on(sim.objects[o]) || inheritance::takes_check_step(sim, x, o);
    case op::attach_partition:
      return !(has_parents(sim, t) || has_heirs(sim, t)) || fail_partition(sim, partition_rule::heir_is_partitioned, t);
    default:
      return x.what < op::add_column || x.what > op::comment_on_column || !c ||
             inheritance::takes_column_step(sim, x, c);
  }
}

template <class Sim>
constexpr bool on_heir(Sim& sim, const step& x) {
  return x.what == model::op::inherit ? inheritance::inherit(sim, x) : inheritance::disinherit(sim, x);
}

}  // namespace skein::checks
