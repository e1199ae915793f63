// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// What is wrong with privileges.

#include <skein/check/sentence/entities.hpp>
#include <skein/check/spell/privileges.hpp>

namespace skein::checks::sentences {

using enum fact;

/// What they are on: `table notes`, `schema app`, `all tables of schema app`.
constexpr void write_granted(auto& w) {
  if (w.v.entity != model::entity_kind::none) return write_entity(w);
  if (w.v.column) return w.say({"column ", column});
  if (w.v.table) return w.say({"table ", table});
  if (w.v.later != model::grantable::tables_in_schema) {
    constexpr const char* kinds[]{"tables", "", "sequences", "functions", "schemas", "types"};
    w.b << kinds[static_cast<u32>(w.v.later)] << " that will be created";
    if (w.v.schema) w.say({" in schema ", schema});
    return;
  }
  w.say({text, "schema ", schema});
}
constexpr void write_privileges(auto& w) {
  if (w.v.grant_option) w.b << "grant option for ";
  spelling::privilege_list(w.b, w.v.privileges);
  w.b << " on ";
  write_granted(w);
}

constexpr void of_privileges(auto& w) {
  switch (w.v.what) {
    case fault::no_privilege:
      spelling::privilege_list(w.b, w.v.privileges);
      w.b << " is no privilege on ";
      write_granted(w);
      w.b << "; those are ";
      return spelling::privilege_list(w.b, w.v.number);
    case fault::granted_already:
      w.b << *w.v.role << " has ", write_privileges(w);
      return w.say({" already; leave that out, since the down would take it away"});
    case fault::not_granted:
      w.b << *w.v.role << " does not have ", write_privileges(w);
      return w.say({"; leave that out, or mend the role"});
    default:
      return w.say({"whether public has create on schema public depends on the server, which gives it up to version 14; "
                    "write execute<...> for it"});
  }
}

/// Of a model and the history.
constexpr void of_model_privileges(auto& w) {
  const bool missing = w.v.what == fault::model_privileges_missing, member = w.v.model != nullptr;
  if (const model::privilege_def* d = w.v.granted; d && !w.v.role) {
    w.b << "a model says ", spelling::declared_privileges(w.b, d->revoked ? "revoked" : "granted", *d, nullptr, nullptr);
    w.b << ", the history does not; change the model, or add a revision with ";
    return spelling::declared_privileges(w.b, d->revoked ? "revoke_" : "grant", *d, w.v.schema, w.v.table);
  }
  if (missing) w.b << "a model says ";
  w.b << *w.v.role << (w.v.revoked ? " does not have " : " has "), write_privileges(w);
  w.b << (missing ? ", the history does not say so; change the model, or add a revision with "
                  : ", which the history says and no model; add ");
  const char* step = w.v.revoked == missing ? "revoke_" : "grant";
  if (!missing) {
    spelling::privileges(w.b, w.v.revoked ? "revoked" : "granted", !w.v.revoked, member, w.v);
    w.b << (member ? " to the model of the table, or a revision with " : " to models<...>, or a revision with ");
  }
  spelling::privileges(w.b, step, w.v.revoked != missing, false, w.v);
}

}  // namespace skein::checks::sentences
