// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Properties of tables and columns that are not those that PostgreSQL begins with.

#include <skein/model/property.hpp>
#include <skein/run/introspect/relations.hpp>

namespace skein::run::introspection {

/// Behind the table and what its value names: an index has to be there.
inline void add_property(reading& in, stage when, const model::property_def& d, const std::string& called) {
  const model::step* set = in.make(model::property_step{{.what = model::op::set_property}, d});
  in.drafts.push_back({when, {}, model::traits_of(d.what).words, called, {set}});
}

/// Of a table, and of a view what no model says: it has its place without that.
inline void read_properties(reading& in, const record& r, const std::string& kind) {
  namespace field = relation_field;
  using model::property;
  const relation& table = in.relations.at(r.id(field::id));
  const std::string called = kind + " " + table.spelled;
  const auto set = [&](stage when, property what, std::string_view value, bool index = false) {
    add_property(in, when, {.what = what, .name = table.name, .value = in.words.name(value), .index = index}, called);
  };
  const auto leave = [&](const char* what, const std::string& why) { in.leave(what, called, why); };
  if (r.has(field::method)) leave("access method", fmt::format("it is {}", r.view(field::method)));
  if (kind != "table") {
    if (r.has(field::tablespace)) leave("tablespace", fmt::format("it is in {}", r.view(field::tablespace)));
    if (r.has(field::cluster_index)) leave("cluster", fmt::format("it is ordered by {}", r.view(field::cluster_index)));
    return;
  }
  if (r.letter(field::persistence) == 'u') set(stage::owner, property::persistence, "unlogged");
  if (r.has(field::tablespace)) set(stage::owner, property::tablespace, r.view(field::tablespace));
  if (const char by = r.letter(field::replica); by == 'f' || by == 'n')
    set(stage::on_table, property::replica_identity, by == 'f' ? "full" : "nothing");
  else if (by == 'i' && r.has(field::replica_index))
    set(stage::on_table, property::replica_identity, r.view(field::replica_index), true);
  if (r.has(field::cluster_index)) set(stage::on_table, property::cluster, r.view(field::cluster_index), true);
  if (r.truth(field::typed)) leave("type", "it is of a composite type (OF); it is there with columns of its own");
  if (r.truth(field::inherits)) leave("inheritance", "it inherits from what was not read as a table; it is there with columns of its own");
}

}  // namespace skein::run::introspection
