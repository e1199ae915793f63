// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// For applications that have models and no history: `skein::sync<models<users, orders>>(connection)` when they start.

#include <skein/declare/listed.hpp>
#include <skein/run/sync.hpp>
#include <skein/skein.hpp>

namespace skein {

/// Adds to the database what the models have and it lacks, each change in a transaction of its own; drops and changes nothing.
/// Any number of times, from any number of programs at once.
/// Requires: no transaction object uses the connection
/// Errors:   those of run/error.hpp; a change that fails is in the report, and the others are made
template <class Models>
run::sync_report sync(pqxx::connection& connection, const run::sync_options& with = {}) {
  run::session session(connection);
  return run::sync(session, model::models_of<Models>, model::oldest_server, with);
}

}  // namespace skein
