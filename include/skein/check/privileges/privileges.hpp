// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// GRANT and REVOKE on the state.

#include <skein/check/privileges/right_change.hpp>
#include <skein/check/tables/sequence_steps.hpp>

namespace skein::checks {

/// Calls `f` with each object of the statement, or with 0 for one that is not there.
constexpr void each_granted(const auto& s, const privilege_def& d, auto&& f) {
  if (d.routine) {
    const u32 i = find_entity(s, *d.routine);
    return f(i ? i << names::kind_bits | names::entity : 0u, *d.routine->name);
  }
  if (d.by_default && d.objects.empty()) return f(names::defaults_entry(s, d.on, nullptr), model::object_name{});
  for (u32 k = 0; k < d.objects.size; ++k) {
    const model::object_name& n = *d.objects.data[k];
    if (d.by_default) {
      f(names::schema_exists(s, n.name) ? names::defaults_entry(s, d.on, &n.name) : 0u, n);
      continue;
    }
    switch (d.on) {
      case grantable::table: f(find_granted_relation(s, n), n); break;
      case grantable::sequence: {
        const u32 q = find_sequence(s, n);
        f(q ? q << names::kind_bits | names::sequence : 0u, n);
        break;
      }
      case grantable::type: {
        const u32 i = names::find_type(s, n);
        f(i ? i << names::kind_bits | names::entity : 0u, n);
        break;
      }
      case grantable::schema: f(names::schema_exists(s, n.name) ? names::schema_entry(s, n.name) : 0u, n); break;
      default: each_relation_in(s, n.name, [&](u32 of) { f(of, n); });
    }
  }
}
constexpr bool fail_object_missing(auto& sim, const privilege_def& d, const model::object_name& n) {
  if (d.by_default) return require_schema(sim, n.name);
  switch (d.on) {
    case grantable::table: return require_table(sim, n) != 0;
    case grantable::sequence: return require_sequence(sim, n) != 0;
    case grantable::routine: return require_entity(sim, *d.routine) != 0;
    case grantable::type: return require_entity(sim, entity_def{.what = entity_kind::type, .name = &n}) != 0;
    default: return require_schema(sim, n.name);
  }
}

template <class Sim>
constexpr bool change_privileges(Sim& sim, const privilege_def& d) {
  if (d.mistake) return fail_misplaced(sim, d.mistake);
  if (const char* words = missing_in(d, false)) return fail_incomplete(sim, words);
  const bool everywhere = d.on == grantable::tables_in_schema && !d.by_default;
  right_change<Sim> change{sim, d, bits_of(d), !everywhere};
  bool fine = true;
  for (u32 k = 0; everywhere && k < d.objects.size; ++k)
    if (!require_schema(sim, d.objects.data[k]->name)) return false;
  each_granted(sim, d, [&](u32 of, const model::object_name& n) { fine = fine && (of ? change_rights(change, of) : fail_object_missing(sim, d, n)); });
  if (!fine || change.changed) return fine;
  verdict f;
  f.schema = &d.objects.data[0]->name;
  f.text = model::view("all tables of ");
  f.role = d.roles.data[0];
  f.privileges = change.bits;
  return sim.fail(d.revoked ? fault::not_granted : fault::granted_already, f);
}

namespace digests {

/// Of all that a step on privileges is about.
template <class Schema>
constexpr u64 of_privileges(const Schema& s, const privilege_def& d) {
  u64 sum = 0;
  if constexpr (may_hold_rights<Schema>()) each_granted(s, d, [&](u32 of, const model::object_name&) { sum += of ? of_rights(s, of) : 0; });
  return sum;
}

}  // namespace digests

}  // namespace skein::checks
