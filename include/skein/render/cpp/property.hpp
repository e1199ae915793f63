// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps on properties as C++, up to what they answer for.

#include <skein/model/property.hpp>
#include <skein/render/cpp/entity.hpp>

namespace skein::render::cpp::detail {

inline const char* owner_word(const model::property_def& d) {
  using model::grantable;
  if (d.routine) return d.routine->what == entity_kind::function    ? "set_function_owner<"
                        : d.routine->what == entity_kind::procedure ? "set_procedure_owner<"
                                                                    : "set_aggregate_owner<";
  switch (d.on) {
    case grantable::sequence: return "set_sequence_owner<";
    case grantable::schema: return "set_schema_owner<";
    case grantable::type: return "set_type_owner<";
    default: return "set_owner<";
  }
}
inline const char* property_verb(const model::property_def& d) {
  using model::property;
  switch (d.what) {
    case property::owner: return owner_word(d);
    case property::persistence: return d.value ? "set_unlogged<" : "set_logged<";
    case property::tablespace: return "set_tablespace<";
    case property::replica_identity: return d.value && d.index ? "set_replica_identity_index<" : "set_replica_identity<";
    case property::cluster: return d.value ? "cluster_on<" : "set_without_cluster<";
    default: return "set_statistics<";
  }
}
inline void property_step(source& b, const model::property_def& d) {
  using model::property;
  b << property_verb(d);
  spelling::name(b, d.routine ? *d.routine->name : *d.name);
  if (d.what == property::persistence || (d.what == property::cluster && !d.value)) return;
  if (d.column) b << ", " << *d.column;
  b << ", ";
  const char* at_first = model::traits_of(d.what).at_first;
  if (d.what == property::statistics) d.value ? b.token(*d.value) : b << at_first;
  else d.value ? b << *d.value : b.word(at_first);
  if (d.routine) argument_types(b, *d.routine);
}

}  // namespace skein::render::cpp::detail
