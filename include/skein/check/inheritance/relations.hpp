// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Who inherits from whom, and what comes from whom. That a table does is an object of it, of `kind::inherits`, for
/// each parent. What it has of its parents goes by names, as in PostgreSQL: a column, or a check that is passed on,
/// comes from every parent that has one of its name. What the table does not declare itself is marked: columns by
/// `flag::inherited`, checks by `inherited`; it goes with the last parent's.
///
/// Stricter than the server, so that every derived down is exact: there are no two ways to one and the same parent, a
/// column is NOT NULL where a parent's is, and checks that are passed on are valid.

#include <skein/check/inheritance/tree.hpp>

namespace skein::checks {

/// Calls `f` with each table that inherits from the table, those that inherit from these not counted, until it says
/// false.
template <class Sim, class F>
constexpr bool each_heir(Sim& s, u32 table, F&& f) {
  if constexpr (knows_heirs<Sim>)
    for (u32 o = 1; s.used.heirs && o <= s.used.objects; ++o)
      if (s.objects[o].alive && s.objects[o].what == kind::inherits && s.objects[o].target == table &&
          !f(s.objects[o].table))
        return false;
  return true;
}
/// Calls `f` with each object of the table that says that it inherits, until it says false.
template <class Sim>
constexpr bool each_bequest(Sim& s, u32 table, auto&& f) {
  if constexpr (knows_heirs<Sim>)
    for (u32 o = s.used.heirs ? s.tables[table].first_object : 0; o; o = s.objects[o].next)
      if (s.objects[o].alive && s.objects[o].what == kind::inherits && !f(o)) return false;
  return true;
}
/// Calls `f` with each table that the table inherits from directly, until it says false.
constexpr bool each_parent(auto& s, u32 table, auto&& f) {
  return each_bequest(s, table, [&](u32 o) { return f(s.objects[o].target); });
}
constexpr bool has_heirs(const auto& s, u32 table) {
  return !each_heir(s, table, [](u32) { return false; });
}
template <class Sim>
constexpr bool has_parents(const Sim& s, u32 table) {
  return !each_bequest(s, table, [](u32) { return false; });
}
/// The object that says that the one table inherits from the other; 0 if it does not.
template <class Sim>
constexpr u32 bequest(const Sim& s, u32 table, u32 parent) {
  u32 found = 0;
  each_bequest(s, table, [&](u32 o) { return s.objects[o].target != parent || (found = o, false); });
  return found;
}

/// Calls `f` with the columns of the parents that a column comes from, until it says false.
template <class Sim, class F>
constexpr bool each_source(const Sim& s, u32 column, F&& f) {
  return each_parent(s, s.columns[column].table, [&](u32 parent) {
    const u32 c = names::find_column(s, parent, *s.columns[column].name);
    return !c || f(c);
  });
}
constexpr u32 count_sources(const auto& s, u32 column) {
  u32 n = 0;
  each_source(s, column, [&](u32) { return ++n; });
  return n;
}

/// Whether it is a check that heirs have too.
constexpr bool is_passed_on(const object_state& o) {
  return o.alive && o.what == kind::check && !o.constraint->no_inherit;
}
/// The check of the table that has the name of the other one, and is passed on like it; 0 if there is none.
template <class Sim>
constexpr u32 check_like(const Sim& s, u32 table, u32 object) {
  if (!is_passed_on(s.objects[object])) return 0;
  const u32 o = s.names[names::probe_constraint(s, s.tables[table].schema_key, table, s.objects[object].name)] >>
                names::kind_bits;
  return o && is_passed_on(s.objects[o]) ? o : 0;
}
constexpr u32 count_check_sources(const auto& s, u32 object) {
  u32 n = 0;
  each_parent(s, s.objects[object].table, [&](u32 parent) { return n += check_like(s, parent, object) != 0, true; });
  return n;
}

/// Whether what the table has of a parent goes when that is the last to have it, and just one has.
template <class Sim>
constexpr bool goes_with_parent(const Sim& s, u32 column) {
  return s.columns[column].flags & flag::inherited && count_sources(s, column) == 1;
}
constexpr bool check_goes_with_parent(const auto& s, u32 object) {
  return s.objects[object].inherited && count_check_sources(s, object) == 1;
}

/// The check of that name that a table inherits without declaring it; 0 if there is none.
template <class Sim>
constexpr u32 inherited_check(const Sim& sim, u32 table, const ident* name) {
  if (!name || !sim.used.heirs || !has_parents(sim, table)) return 0;
  const u32 o = names::find_constraint(sim, table, *name);
  return o && is_passed_on(sim.objects[o]) && sim.objects[o].inherited ? o : 0;
}

/// Whether the other table is it, or inherits from it at any distance.
constexpr bool is_above(const auto& s, u32 table, u32 other) {
  return table == other || !each_parent(s, other, [&](u32 parent) { return !is_above(s, table, parent); });
}

}  // namespace skein::checks
