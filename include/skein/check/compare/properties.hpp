// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Owners and other properties against the models: both have to say the same.

#include <skein/check/properties/set_property.hpp>

namespace skein::checks {

namespace comparing {

constexpr bool same_property(const auto& s, const property_state& x, const property_def& d) {
  if (x.said->what != d.what || !d.value || x.said->index != d.index || !x.column != !d.column) return false;
  if (x.column && !same(*s.columns[x.column].name, *d.column)) return false;
  return x.index ? same(s.objects[x.index].name, *d.value) : same(x.said->value, d.value);
}

/// The facts about an object that may not be there.
constexpr verdict subject_facts(const property_def& d) {
  verdict f;
  if (!d.name) return f;
  f.schema = &d.name->schema;
  f.table = &d.name->name;
  switch (d.on) {
    case grantable::type:
      f.entity = entity_kind::type;
      break;
    case grantable::schema:
      f.schema = &d.name->name, f.table = nullptr;
      break;
    case grantable::sequence:
      f.entity = entity_kind::sequence, f.object = model::written(&d.name->name), f.table = nullptr;
      break;
    case grantable::routine:
      f.entity = d.routine->what, f.routine = d.routine->routine;
      break;
    default:
      break;
  }
  return f;
}

}  // namespace comparing

/// Whether the history says what the model says; `table` is that of a member, 0 of a model that stands by itself.
template <class Schema>
constexpr bool compare_property(const Schema& s, const property_def& d, u32 table, const model::location* where,
                                verdict& v) {
  v = table ? of(s, table) : comparing::subject_facts(d);
  if constexpr (knows_properties<Schema>) {
    if (!d.mistake) {
      u32 of = table ? entry_of_table(table) : 0;
      if (!table) each_subject(s, d, [&](u32 found, const model::object_name&) { of = found; });
      bool found = false;
      each_property(s, of, [&](const property_state& x) { found = found || comparing::same_property(s, x, d); });
      if (found) return true;
      if (of) v = right_facts(s, of);
    }
  }
  v.what = d.mistake ? fault::model_misplaced : fault::model_property_missing;
  v.where = where;
  v.property = &d;
  v.column = d.column;
  v.text = d.mistake;
  if (d.value) v.suggested = model::written(d.value);
  return false;
}

/// What the history says of properties and none of the models; `model_of` has the models of tables.
constexpr verdict extra_property(const auto& s, const model::table_def* const* all, u32 models,
                                 const model::table_def* const* model_of) {
  verdict v;
  for (u32 i = 1; i <= s.used.properties; ++i) {
    const property_state& x = s.properties[i];
    if (!is_said(s, x)) continue;
    bool said = false;
    const model::table_def* model =
        (x.of & names::kind_mask) == names::table ? model_of[names::slot_of(x.of)] : nullptr;
    for (u32 k = 0; model && k < model->members.size; ++k)
      if (const member& m = *model->members.data[k]; m.what == kind::property)
        said = said || comparing::same_property(s, x, property_of(m));
    for (u32 k = 0; k < models; ++k)
      if (const property_def* d = all[k]->property) {
        each_subject(s, *d, [&](u32 of, const model::object_name&) {
          said = said || (of == x.of && comparing::same_property(s, x, *d));
        });
      }
    if (said) continue;
    v = right_facts(s, x.of, x.column);
    v.what = fault::model_property_extra;
    v.property = x.said;
    v.suggested = x.index ? s.objects[x.index].name : model::written(x.said->value);
    return v;
  }
  return v;
}

}  // namespace skein::checks
