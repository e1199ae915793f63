// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Properties as the user would write them.

#include <skein/check/spell/privileges.hpp>
#include <skein/model/property.hpp>

namespace skein::checks::spelling {

/// The word of a property in a table or a model: `replica_identity_index<`.
constexpr const char* property_word(const model::property_def& d) {
  constexpr const char* words[]{"owner<",        "unlogged",          "tablespace<", "replica_identity<",
                                "clustered_on<", "statistics_target<"};
  return d.what == model::property::replica_identity && d.index ? "replica_identity_index<"
                                                                : words[static_cast<u32>(d.what)];
}
/// As it is declared, `value` being its present one: `owner<app>`, `statistics_target<title, 500>`; of what the verdict
/// is about if that is no table.
constexpr void declared_property(auto& b, const model::property_def& d, const model::name_ref& value,
                                 const verdict* about = nullptr) {
  b << property_word(d);
  if (d.what == model::property::persistence) return;
  if (d.column) b << *d.column << ", ";
  if (d.what == model::property::statistics) b.token(value);
  else b << value;
  if (about) b << ", ", granted_object(b, *about);
  b << ">";
}

/// The step that sets it on what the verdict is about; without a value to what PostgreSQL begins with.
constexpr void property_step(auto& b, const model::property_def& d, const model::name_ref& value, const verdict& v) {
  using model::property;
  const bool given = value.hash;
  const auto on = [&] {
    if (v.entity == model::entity_kind::sequence) {
      const bool in_schema = v.schema && !v.schema->empty();
      b << (in_schema ? "qualified(" : "");
      if (in_schema) b << *v.schema << ", ";
      b << v.object << (in_schema ? ")" : "");
    } else if (v.table) {
      name(b, v.schema, *v.table);
    } else {
      b << *v.schema;
    }
  };
  switch (d.what) {
    case property::owner: {
      const char* kind = v.routine ? v.entity == model::entity_kind::function    ? "function_"
                                     : v.entity == model::entity_kind::procedure ? "procedure_"
                                                                                 : "aggregate_"
                         : v.entity == model::entity_kind::sequence ? "sequence_"
                         : v.entity != model::entity_kind::none     ? model::traits_of(v.entity).is_type ? "type_" : ""
                         : v.table                                  ? ""
                                                                    : "schema_";
      b << "set_" << kind << "owner<";
      break;
    }
    case property::persistence:
      b << (given ? "set_unlogged<" : "set_logged<"), on(), b << ">";
      return;
    case property::tablespace:
      b << "set_tablespace<";
      break;
    case property::replica_identity:
      b << (given && d.index ? "set_replica_identity_index<" : "set_replica_identity<");
      break;
    case property::cluster:
      b << (given ? "cluster_on<" : "set_without_cluster<");
      break;
    default:
      b << "set_statistics<";
  }
  on();
  if (v.column) b << ", " << *v.column;
  if (given)
    b << ", " << value;
  else if (d.what != property::cluster)
    b << ", " << model::traits_of(d.what).at_first;
  if (v.routine) input_types(b, *v.routine);
  b << ">";
}

}  // namespace skein::checks::spelling
