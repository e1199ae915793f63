// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The same thing in another state: what is called the same. Slots of two states have nothing to do with each other.

#include <skein/check/compare/remains.hpp>
#include <skein/check/invert/define.hpp>

namespace skein::checks::counterpart {

inline u32 table(const live_state& in, const live_state& of, u32 t) {
  return names::find_table(in, *of.tables[t].schema, *of.tables[t].name);
}
inline u32 column(const live_state& in, u32 table, const live_state& of, u32 c) {
  return names::find_column(in, table, *of.columns[c].name);
}
inline u32 object(const live_state& in, u32 table, const object_state& like) {
  return remains<live_state>::find_object(in, table, like);
}
inline u32 sequence(const live_state& in, const live_state& of, u32 q) {
  return names::slot_of_relation(in, of.sequences[q].schema_key, of.sequences[q].name, names::sequence);
}
/// `define` is that of the entity's own state. Of overloads the one that takes the same types.
inline u32 entity(const live_state& in, const live_state& of, definer& define, u32 i) {
  const model::entity_state& e = of.entities[i];
  if (e.what == entity_kind::multirange) {
    const u32 range = entity(in, of, define, names::slot_of(e.holder));
    return range ? multirange_of(in, range) : 0;
  }
  if (model::traits_of(e.what).is_routine) return find_entity(in, *define.entity(i));
  entity_def d = *e.def;
  const model::object_name name(*e.schema, *e.name);
  d.name = &name;
  model::object_name on{};
  if (model::traits_of(e.what).of_table)
    on = model::object_name(*of.tables[e.table].schema, *of.tables[e.table].name), d.table = &on;
  return find_entity(in, d);
}

/// What stands for the same in the other state; 0: nothing does. Requires an entry that is alive.
inline u32 entry(const live_state& in, const live_state& of, definer& define, u32 e) {
  const u32 i = names::slot_of(e), is = e & names::kind_mask;
  const auto found = [&](u32 slot) { return slot ? slot << names::kind_bits | is : 0; };
  if (names::is_defaults(e)) {
    if (i < 2) return e;
    return names::schema_exists(in, *of.schemas[i - 1].name)
               ? names::defaults_entry(in, names::kind_of_defaults(e), of.schemas[i - 1].name)
               : 0;
  }
  switch (is) {
    case names::table:
      return found(table(in, of, i));
    case names::sequence:
      return found(sequence(in, of, i));
    case names::schema:
      return i && !names::schema_exists(in, *of.schemas[i].name)
                 ? 0
                 : names::schema_entry(in, i ? *of.schemas[i].name : model::public_schema);
    default:
      return found(entity(in, of, define, i));
  }
}

}  // namespace skein::checks::counterpart
