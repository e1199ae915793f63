// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A state as PostgreSQL itself prints it: created in an empty database, and read from its catalogs. Two that went through
/// the same server differ in nothing but what they are.

#include <skein/check/invert/creation.hpp>
#include <skein/render/step.hpp>
#include <skein/run/introspect.hpp>

namespace skein::run {

/// Requires: a database with nothing in it, on a server of the version that the other side has. Throws sql_error, whose
/// message names what the server does not take; connection_lost.
inline introspected as_printed(session& empty, const checks::live_state& state, const introspect_options& with = {}) {
  checks::arena in;
  empty.run("SET check_function_bodies = off");  // a body may name what comes later
  for (const model::step* x : checks::creation_of(state, in))
    for (const std::string& sql : render::statements(*x)) empty.run(sql);
  return introspect(empty, with);
}

}  // namespace skein::run
