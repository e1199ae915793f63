// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A verdict as one sentence: `file:line: revision ID, step N: what is wrong; what to do`.

#include <skein/check/sentence/columns.hpp>
#include <skein/check/sentence/constraints.hpp>
#include <skein/check/sentence/entities.hpp>
#include <skein/check/sentence/history.hpp>
#include <skein/check/sentence/models.hpp>
#include <skein/check/sentence/partitions.hpp>
#include <skein/check/sentence/privileges.hpp>
#include <skein/check/sentence/properties.hpp>
#include <skein/check/sentence/rows.hpp>
#include <skein/check/sentence/run.hpp>
#include <skein/check/sentence/step.hpp>
#include <skein/check/sentence/types.hpp>

namespace skein::checks {

namespace sentences {

constexpr void what_and_remedy(auto& w) {
  const fault f = w.v.what;
  if (checks::of_models(f)) return of_models(w);
  if (checks::of_runs(f)) return of_run(w);
  if (checks::of_chain(f)) return of_chain(w);
  if (w.is_of_identifier()) return of_identifier(w);
  if (f <= fault::no_parameter) return of_names(w);
  if (f <= fault::generated_uses_generated) return of_columns(w);
  if (f <= fault::index_of_constraint) return of_constraints(w);
  if (f == fault::partitioning) return of_partitions(w);
  if (f <= fault::label_size) return of_entities(w);
  if (f <= fault::holds_itself) return of_types(w);
  if (f <= fault::sequence_elsewhere) return of_sequences(w);
  if (f <= fault::depends_on_server) return of_privileges(w);
  if (f == fault::property_refused) return of_properties(w);
  if (checks::of_rows(f)) return of_rows(w);
  of_step(w);
}

}  // namespace sentences

/// A template, as what it calls: a history that fits together does not pay for the words.
template <class = void>
constexpr buffer sentence(const verdict& v, const revision_def* const* all, u32 revisions) {
  buffer b;
  sentences::writer w{b, v, all, revisions};
  w.place();
  what_and_remedy(w);
  return b;
}

}  // namespace skein::checks
