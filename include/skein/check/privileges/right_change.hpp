// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What GRANT and REVOKE do to the rights on one object.

#include <skein/check/properties/owners.hpp>

namespace skein::checks {

/// What a step or a model says of privileges is whole. A template, as all of this: who grants nothing does not pay for it.
constexpr const char* missing_in(const auto& d, bool of_table) {
  if (!d.privileges) return "this step names no privilege; write privileges<...> in it";
  if (d.roles.empty()) return d.revoked ? "this step names no role; write from_roles<...> in it" : "this step names no role; write to_roles<...> in it";
  if (d.by_default && !of_table) {
    if (d.on == grantable::tables_in_schema) return "this step names no kind of object; write on_tables, on_sequences, on_functions, on_types or on_schemas in it";
    if (d.on == grantable::schema && !d.objects.empty()) return "schemas are in no schema; leave in_schemas<...> out";
    if (d.creator && model::is_public(*d.creator)) return "public creates nothing; name a role in for_role<...>";
    for (u32 i = 0; d.creator && i < d.roles.size; ++i)
      if (same(*d.roles.data[i], *d.creator)) return "a role may do everything with what it creates; leave it out, or name another one in for_role<...>";
    if (!d.columns.empty()) return "default privileges are on whole objects; leave for_columns<...> out";
  } else if (of_table ? !d.objects.empty() || d.routine : d.objects.empty() && !d.routine) {
    return of_table ? "a member of a table is on that table; leave out what it is on" : "this step names no object; write on_table<...>, or what it is on, in it";
  }
  if (!d.columns.empty() && d.on != grantable::table) return "only tables have columns; write for_columns<...> beside on_table<...>";
  if (d.option && !d.revoked)
    for (u32 i = 0; i < d.roles.size; ++i)
      if (model::is_public(*d.roles.data[i])) return "public takes no grant option, which is for roles by name; leave with_grant_option out";
  return nullptr;
}
constexpr bool fail_incomplete(auto& sim, const char* words) { return fail_misplaced(sim, {words, static_cast<u32>(__builtin_strlen(words)), 0}); }

/// What the step changes for one role on one object; strict where the object is named.
template <class Sim>
struct right_change {
  Sim& sim;
  const privilege_def& d;
  u32 bits;
  bool strict;
  bool changed = false;

  constexpr bool fail(fault what, u32 of, u32 column, const ident& role, u32 which) {
    verdict f = right_facts(sim, of, column);
    f.role = &role;
    f.privileges = which;
    return sim.fail(what, f);
  }

  constexpr bool one(u32 of, u32 column, const ident& role) {
    const u32 has = held(sim, of, column, role, d.creator), may_grant = options(sim, of, column, role, d.creator);
    const u32 changing = bits & (d.revoked ? d.option ? may_grant : has : d.option ? ~may_grant : ~has);
    if (!d.revoked && !d.by_default && !may_be_granted(sim, of, role)) return false;
    if (strict && changing != bits) return fail(d.revoked ? fault::not_granted : fault::granted_already, of, column, role, bits & ~changing);
    if (changing) apply(of, column, role);
    if (!column && d.revoked) apply_to_columns(of, role);
    return true;
  }
  constexpr void apply(u32 of, u32 column, const ident& role) {
    right_state& r = enter_right(sim, of, column, &role, d.creator);
    if (!d.revoked) r.held |= bits;
    else if (!d.option) r.held &= ~bits;
    if (!d.revoked && d.option) r.options |= bits;
    else if (d.revoked) r.options &= ~bits;
    changed = true;
  }
  /// What is revoked of a table is revoked of its columns.
  constexpr void apply_to_columns(u32 of, const ident& role) {
    if ((of & names::kind_mask) != names::table) return;
    for (u32 i = 1; i <= sim.used.rights; ++i) {
      const right_state& r = sim.rights[i];
      if (r.of == of && r.column && sim.columns[r.column].name && (d.option ? r.options : r.held) & bits &&
          same(*r.role, role))
        apply(of, r.column, role);
    }
  }
};

/// On one object, for all roles and columns of the statement.
template <class Sim>
constexpr bool change_rights(right_change<Sim>& change, u32 of) {
  Sim& sim = change.sim;
  const privilege_def& d = change.d;
  if ((of & names::kind_mask) == names::entity && sim.entities[names::slot_of(of)].what == model::entity_kind::multirange)
    return fail_incomplete(sim, "a multirange type has the privileges of its range type, and PostgreSQL from 17 on grants none on it; name the range type");
  const u32 known = d.columns.empty() ? model::traits_of(d.on).known : privilege::of_columns;
  if (change.bits & ~known) {
    verdict f = right_facts(sim, of);
    f.privileges = change.bits & ~known;
    f.number = known;
    if (!d.columns.empty()) f.column = d.columns.data[0];
    return sim.fail(fault::no_privilege, f);
  }
  if (change.bits & privilege::maintain && !require_feature(sim, feature::maintain)) return false;
  // Whether PUBLIC has it is the server's business: of 15 and later no more.
  for (u32 i = 0; i < d.roles.size; ++i)
    if (of == names::schema && model::is_public(*d.roles.data[i]) && change.bits & privilege::create)
      return change.fail(fault::depends_on_server, of, 0, *d.roles.data[i], privilege::create);
  for (u32 i = 0; i < d.roles.size; ++i)
    if (!check_name(sim, *d.roles.data[i])) return false;
  if (d.creator && !check_name(sim, *d.creator)) return false;
  if (!d.columns.empty() && (of & names::kind_mask) != names::table) return fail_incomplete(sim, "skein knows of privileges on the columns of tables alone; grant on the view as a whole");
  for (u32 c = 0; c < d.columns.size; ++c) {
    const u32 column = require_column(sim, names::slot_of(of), *d.columns.data[c]);
    if (!column) return false;
    for (u32 i = 0; i < d.roles.size; ++i)
      if (!change.one(of, column, *d.roles.data[i])) return false;
  }
  for (u32 i = 0; d.columns.empty() && i < d.roles.size; ++i)
    if (!change.one(of, 0, *d.roles.data[i])) return false;
  return true;
}

/// A member of a table that is being created.
template <class Sim>
constexpr bool grant_on_table(Sim& sim, u32 table, const privilege_def& d) {
  if (d.mistake) return fail_misplaced(sim, d.mistake);
  if (const char* words = missing_in(d, true)) return fail_incomplete(sim, words);
  right_change<Sim> change{sim, d, bits_of(d), true};
  return change_rights(change, table << names::kind_bits | names::table);
}

}  // namespace skein::checks
