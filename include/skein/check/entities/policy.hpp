// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Policies: which expressions go with which command, and what these use.

#include <skein/check/entities/malformed.hpp>
#include <skein/check/entities/trigger.hpp>
#include <skein/check/text/label_texts.hpp>
#include <skein/model/policy.hpp>

namespace skein::checks {

constexpr bool define_policy(auto& sim, entity_state& e, const entity_def& d) {
  using command = model::policy_def::command;
  const model::policy_def& p = *d.policy;
  if (p.mistake) return fail_misplaced(sim, p.mistake);
  if (p.concerns == command::insert && d.body) return fail_malformed(sim, d, "is for insert, which has no rows to choose from; write with_check instead of using_");
  if ((p.concerns == command::select || p.concerns == command::remove) && p.with_check)
    return fail_malformed(sim, d, "is for a command that writes no rows; leave with_check out");
  for (u32 i = 0; i < p.roles.size; ++i)
    if (!check_name(sim, *p.roles[i])) return false;
  for (const model::text_view* sql : {&d.body, &p.with_check})
    if (*sql && !(read_body(sim, e, *sql, e.table) && check_labels(sim, dependent_of(sim, e), *sql, e.table, {}))) return false;
  return true;
}

/// What ALTER POLICY says nothing of, and what it cannot take back.
constexpr bool policy_replaceable(auto& sim, u32 i, const entity_def& d) {
  const entity_def& was = *sim.entities[i].def;
  const model::policy_def &before = *was.policy, &after = *d.policy;
  if (before.concerns != after.concerns || before.restrictive != after.restrictive)
    return fail_malformed(sim, d, "stays for its command, and permissive or restrictive; say that again, or drop it and create it instead");
  if ((was.body && !d.body) || (before.with_check && !after.with_check))
    return fail_malformed(sim, d, "keeps the expressions that it has; say them again, or drop it and create it instead");
  if (((!was.body && d.body) || (!before.with_check && after.with_check)) && !sim.explicit_down && !sim.lenient)
    return fail_malformed(sim, d, "gets an expression that nothing takes away again; drop it and create it instead");
  return true;
}

/// How many entries a text has, behind which those of the next one are. A template: who has no policy does not pay for the reader.
template <class = void>
constexpr u32 entries_in(const model::text_view& sql) {
  u32 n = 0;
  const model::query_of q(sql);
  for (u32 k = 1; k <= q.word_count; ++k) n += entries_of(q.words[k]);
  return n;
}

namespace digests {

constexpr u64 of_policy(const auto& s, const entity_def& d, auto&& entry) {
  const model::policy_def& p = *d.policy;
  u64 h = mix(static_cast<u64>(p.concerns) * 2 + p.restrictive, d.body.size != 0);
  for (u32 i = 0; i < p.roles.size; ++i) h = mix(h, p.roles[i]->hash);
  h = of_condition(s, h, d.body, entry);
  const u32 behind = d.body ? entries_in(d.body) : 0;
  return of_condition(s, mix(h, p.with_check.size != 0), p.with_check, [&](u32 n) { return entry(behind + n); });
}
/// Of the state's.
constexpr u64 of_policy(const auto& s, u32 i) {
  const entity_state& e = s.entities[i];
  return of_policy(s, *e.def, [&](u32 n) { return s.uses[e.first_use + n]; });
}
/// Of a declaration.
constexpr u64 of_policy(const auto& s, const entity_def& d) { return of_policy(s, d, [](u32) { return 0u; }); }

}  // namespace digests

}  // namespace skein::checks
