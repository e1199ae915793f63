// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a step adds, in a few words: the table that it is about, and `column bio text`.

#include <skein/model/privilege.hpp>
#include <skein/render/quote.hpp>
#include <skein/render/type.hpp>

#include <fmt/format.h>

#include <string>

namespace skein::run::sync_detail {

inline std::string plain(const model::object_name& n) { return render::shown(n); }
inline std::string plain(const model::ident* name) { return name ? std::string(render::view(*name)) : ""; }

/// Empty for what is about no table, type or anything else with a name.
inline std::string subject(const model::step& s) {
  if (s.what == model::op::grant) {
    const model::privilege_def& d = model::privileges_of(s);
    return d.routine ? plain(*d.routine->name) : d.objects.empty() ? "" : plain(*d.objects[0]);
  }
  if (s.entity) return s.entity->table ? plain(*s.entity->table) : plain(*s.entity->name);
  return s.table ? plain(*s.table) : plain(s.name);
}

inline std::string words(const model::step& s) {
  using model::op;
  switch (s.what) {
    case op::create_schema: return "schema " + plain(s.name);
    case op::create_table: {
      std::string columns;
      for (const model::member* m : s.members)
        if (m->what == model::kind::column)
          columns += fmt::format("{}{} {}", columns.empty() ? ": " : ", ", plain(m->name), render::type(*m->type));
      return fmt::format("table {}{}", plain(*s.table), columns);
    }
    case op::add_column: return fmt::format("column {} {}", plain(s.members[0]->name), render::type(*s.members[0]->type));
    case op::add_constraint: return "constraint " + plain(s.name);
    case op::create_index: return "index " + plain(s.name);
    case op::attach_partition: return "its place among the partitions";
    case op::create_entity: return fmt::format("{} {}", model::traits_of(s.entity->what).words, plain(*s.entity->name));
    case op::alter_entity:
      return s.entity->what == model::entity_kind::enumeration && s.entity->clauses.size
                 ? fmt::format("label {}", render::view(s.entity->clauses[0].text))
                 : fmt::format("what else {} is", plain(*s.entity->name));
    case op::grant: return "privileges";
    default: return "its comments and defaults";
  }
}

}  // namespace skein::run::sync_detail
