// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The state at run time: the same arrays, which grow before each step by what it can add.

#include <skein/check/apply.hpp>
#include <skein/check/extent.hpp>
#include <skein/check/graph/link.hpp>
#include <skein/check/inheritance/steps.hpp>
#include <skein/check/partitions/extent.hpp>
#include <skein/check/properties/properties.hpp>

#include <vector>

namespace skein::checks {

struct growing_schema : progress {
  static constexpr bool takes_rows = true;
  std::vector<model::table_state> tables{1};
  std::vector<model::column_state> columns{1};
  std::vector<model::object_state> objects{1};
  std::vector<model::sequence_state> sequences{1};
  std::vector<model::setting_state> settings{1};
  std::vector<model::namespace_state> schemas{1};
  std::vector<model::entity_state> entities{1};
  std::vector<model::clause_state> clauses{1};
  std::vector<model::right_state> rights{1};
  std::vector<model::property_state> properties{1};
  std::vector<u32> uses = std::vector<u32>(1);
  std::vector<u32> names = std::vector<u32>(16);
  u32 mask = 15;
  u32 shift = 28;
  extent used{};
  u32 names_entered = 0;  ///< at most

  /// Requires nothing; after it a step of that extent has room. References into the arrays do not outlive it.
  void make_room(const extent& e) {
    tables.resize(used.tables + e.tables + 1);
    columns.resize(used.columns + e.columns + 1);
    objects.resize(used.objects + e.objects + 1);
    sequences.resize(used.sequences + e.sequences + 1);
    settings.resize(used.settings + e.settings + 1);
    schemas.resize(used.schemas + e.schemas + 1);
    entities.resize(used.entities + e.entities + e.expressions + 1);
    clauses.resize(used.clauses + e.clauses + 1);
    rights.resize(used.rights + e.rights + 1);
    properties.resize(used.properties + e.properties + 1);
    uses.resize(used.uses + e.uses + e.called + 1);
    names_entered += names_of(e) + e.moves * names_of(used);
    if (names_entered + names_entered / 2 >= names.size()) rehash();
  }

 private:
  void rehash() {
    const u32 live = names_of(used);
    const u32 size = power_of_two_above(2 * (live + names_entered) + 16);
    names.assign(size, 0);
    mask = size - 1;
    shift = 32 - model::log2(size);
    for (u32 t = 1; t <= used.tables; ++t)
      if (tables[t].alive) names::insert_relation(*this, tables[t].schema_key, tables[t].name->hash, t << names::kind_bits | names::table);
    for (u32 c = 1; c <= used.columns; ++c)
      if (columns[c].name) names::insert_column(*this, c);
    for (u32 o = 1; o <= used.objects; ++o)
      if (objects[o].alive && objects[o].what != model::kind::column) names::insert_object(*this, o, objects[o]);
    for (u32 q = 1; q <= used.sequences; ++q)
      if (sequences[q].alive)
        names::insert_relation(*this, sequences[q].schema_key, sequences[q].name.hash, q << names::kind_bits | names::sequence);
    for (u32 i = 1; i <= used.entities; ++i)
      if (entities[i].alive && entities[i].name) names::insert_entity(*this, i);
    for (u32 i = 1; i <= used.rights; ++i) names::insert_right(*this, i);
    for (u32 i = 1; i <= used.properties; ++i) names::insert_property(*this, i);
    names_entered = live;
  }
};

/// A state at run time. `apply` on it makes room first.
using live_state = growing_schema;

inline bool advance(live_state& state, const step& x) {
  state.make_room(extent_in(state, x));
  state.values = state.bodies = 0;
  return apply(state, x);
}

}  // namespace skein::checks
