// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// All models against the state at head, some per constant expression.

#include <skein/check/compare/compare.hpp>
#include <skein/check/simulate.hpp>

namespace skein::checks {

namespace chunks {

inline constexpr u32 models_per_shard = 64;

template <class H, class M, u32 K>
consteval verdict compare_shard();
/// What differs first in the shards up to K.
template <class H, class M, u32 K>
inline constexpr verdict compared = compare_shard<H, M, K>();
template <class H, class M, u32 K>
consteval verdict compare_shard() {
  if constexpr (K > 0)
    if (compared<H, M, K - 1>) return compared<H, M, K - 1>;
  const auto& s = head_of<H>;
  const u32 end = (K + 1) * models_per_shard < M::size ? (K + 1) * models_per_shard : M::size;
  verdict v;
  for (u32 i = K * models_per_shard; i < end; ++i)
    if (!compare(s, *model::flat<M>::held.items[i], v)) break;
  return v;
}

/// Whether the sequence is the one of a column that its model calls serial.
template <class Schema>
constexpr bool comes_with_column(const Schema& s, u32 q, const table_def* const* model_of) {
  const u32 c = s.sequences[q].column;
  if (!c || !is_serial(s, s.columns[c]) || s.columns[c].sequence != q) return false;
  for (const member* x : model_of[s.columns[c].table]->members)
    if (x->what == kind::column && same(*x->name, *s.columns[c].name)) return model::is_serial(x->type->id);
  return false;
}
inline constexpr entity_def any_sequence{.what = entity_kind::sequence};

/// Models of one table, and tables without a model. All models have a table by now.
template <class H, class M>
consteval verdict count_tables() {
  const auto& s = head_of<H>;
  verdict v;
  const table_def* model_of[division_of<H>.room.tables + 1]{};
  const table_def* entity_model_of[division_of<H>.room.entities + division_of<H>.room.expressions + 1]{};
  const table_def* sequence_model_of[division_of<H>.room.sequences + 1]{};
  for (u32 i = 0; i < M::size; ++i) {
    const table_def& m = *model::flat<M>::held.items[i];
    const bool sequence = m.entity && m.entity->what == entity_kind::sequence;
    const table_def*& known = sequence ? sequence_model_of[find_sequence(s, *m.entity->name)] : m.entity ? entity_model_of[find_entity(s, *m.entity)] : model_of[names::find_table(s, m.name->schema, m.name->name)];
    if (known && !m.privileges && !m.property) {
      v.what = fault::model_repeated;
      v.table = &m.name->name;
      v.schema = &m.name->schema;
      v.where = m.where;
      if (m.entity) v.entity = m.entity->what;
      return v;
    }
    known = &m;
  }
  for (u32 i = 1; i <= s.used.entities; ++i)
    if (s.entities[i].alive && s.entities[i].what != entity_kind::expression && s.entities[i].what != entity_kind::multirange && !entity_model_of[i]) {
      v = entity_facts(s, i);
      v.what = fault::entity_without_model;
      v.definition = s.entities[i].def;
      return v;
    }
  for (u32 t = 1; t <= s.used.tables; ++t)
    if (s.tables[t].alive && !model_of[t]) {
      v.what = fault::table_without_model;
      v.table = s.tables[t].name;
      v.schema = s.tables[t].schema;
      return v;
    }
  for (u32 q = 1; q <= s.used.sequences; ++q)
    if (s.sequences[q].alive && !s.sequences[q].internal && !sequence_model_of[q] && !comes_with_column(s, q, model_of)) {
      v = sequence_facts(s, q);
      v.what = fault::entity_without_model;
      v.definition = &any_sequence;
      return v;
    }
  if constexpr (division_of<H>.room.rights != 0) v = extra_privileges(s, model::flat<M>::held.items, M::size, model_of);
  if constexpr (division_of<H>.room.properties != 0)
    if (!v) v = extra_property(s, model::flat<M>::held.items, M::size, model_of);
  return v;
}

}  // namespace chunks

template <class H, class M>
consteval verdict verdict_of_models() {
  if constexpr (M::size != 0) {
    const verdict v = chunks::compared<H, M, (M::size - 1) / chunks::models_per_shard>;
    if (v) return v;
  }
  return chunks::count_tables<H, M>();
}

}  // namespace skein::checks
