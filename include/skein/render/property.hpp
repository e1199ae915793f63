// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Owners and other properties as SQL.

#include <skein/model/property.hpp>
#include <skein/render/entity.hpp>

namespace skein::render {

/// The statement; of a member of a table that table's.
inline std::string set_property(const model::property_def& d, const model::object_name* table = nullptr) {
  using model::property;
  std::string on = "TABLE";
  if (d.on == model::grantable::sequence || d.on == model::grantable::schema || d.on == model::grantable::type)
    on = traits_of(d.on).sql;
  on = d.routine ? detail::entity_name(*d.routine) : on + " " + identifier(table ? *table : *d.name);
  const auto value = [&](const char* at_first) { return d.value ? identifier(*d.value) : at_first; };
  switch (d.what) {
    case property::owner:
      return fmt::format("ALTER {} OWNER TO {}", on, value("CURRENT_USER"));
    case property::persistence:
      return fmt::format("ALTER {} SET {}", on, d.value ? "UNLOGGED" : "LOGGED");
    case property::tablespace:
      return fmt::format("ALTER {} SET TABLESPACE {}", on, value("pg_default"));
    case property::replica_identity:
      if (d.index && d.value) return fmt::format("ALTER {} REPLICA IDENTITY USING INDEX {}", on, identifier(*d.value));
      return fmt::format("ALTER {} REPLICA IDENTITY {}", on,
                         !d.value                           ? "DEFAULT"
                         : same(*d.value, model::full_word) ? "FULL"
                                                            : "NOTHING");
    case property::cluster:
      return d.value ? fmt::format("ALTER {} CLUSTER ON {}", on, identifier(*d.value))
                     : fmt::format("ALTER {} SET WITHOUT CLUSTER", on);
    default:
      return fmt::format("ALTER {} ALTER COLUMN {} SET STATISTICS {}", on, identifier(*d.column),
                         d.value ? std::string(d.value->text) : "-1");
  }
}

}  // namespace skein::render
