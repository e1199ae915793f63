// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What a history takes for granted on its server: roles and tablespaces. A throwaway server has none, so it gets those
/// that the history names; no other server does.

#include <skein/model/history.hpp>
#include <skein/model/policy.hpp>
#include <skein/model/property.hpp>
#include <skein/run/scratch.hpp>

#include <set>
#include <string>

namespace skein::run {

/// By their names; those that every server has, such as public and pg_monitor, apart.
struct server_objects {
  std::set<std::string> roles{}, tablespaces{};

  /// Everything that the steps name outside raw SQL.
  static server_objects of(const model::history_def& history) {
    server_objects out;
    for (model::u32 i = 0; i < history.size; ++i)
      for (const auto* steps : {&history[i]->up, &history[i]->down})
        for (const model::step* x : *steps) out.add(*x);
    return out;
  }

 private:
  void add(const model::step& x) {
    for (const model::step* inner : x.effects) add(*inner);
    if (x.what == model::op::grant) add(privileges_of(x));
    if (x.what == model::op::set_property) add(property_of(x));
    if (x.entity && x.entity->policy) add(roles, x.entity->policy->roles);
    for (const model::member* m : x.members) {
      if (m->what == model::kind::privileges) add(privileges_of(*m));
      if (m->what == model::kind::property) add(property_of(*m));
    }
  }
  void add(const model::privilege_def& d) {
    add(roles, d.roles);
    if (d.creator) add(roles, {&d.creator, 1});
  }
  void add(const model::property_def& d) {
    if (!d.value) return;
    if (d.what == model::property::owner) add(roles, {&d.value, 1});
    if (d.what == model::property::tablespace) add(tablespaces, {&d.value, 1});
  }
  static void add(std::set<std::string>& to, const model::names& names) {
    for (const model::ident* each : names) {
      const std::string name(each->text, each->kept());
      if (!name.starts_with("pg_") && name != "public" && name != "current_user" && name != "session_user" &&
          name != "current_role")
        to.insert(name);
    }
  }
};

/// The roles cannot log in. Tablespaces need PostgreSQL 15. Throws sql_error.
inline void create_objects(const scratch& server, const server_objects& wanted) {
  if (wanted.roles.empty() && wanted.tablespaces.empty()) return;
  session s(server.url());
  for (const std::string& role : wanted.roles) s.run("CREATE ROLE " + render::identifier(role));
  if (!wanted.tablespaces.empty()) s.run("SET allow_in_place_tablespaces = on");
  for (const std::string& space : wanted.tablespaces)
    s.run(fmt::format("CREATE TABLESPACE {} LOCATION ''", render::identifier(space)));
}

}  // namespace skein::run
