// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Migrating from inside an application: `skein::upgrade<history>(connection)`.

#include <skein/declare/listed.hpp>
#include <skein/render/history.hpp>
#include <skein/run/runner.hpp>
#include <skein/run/signals.hpp>
#include <skein/skein.hpp>

#include <cstdlib>

namespace skein {

/// A history as SQL, rendered once in a program. A history that does not fit together does not compile.
template <class History>
const render::migrations& rendered() {
  if constexpr (!requires { is_said(checks::said_of<History>{}); }) static_assert(verify<History>::ok);
  if constexpr (checks::stranger_in<History> != 0) {
    std::abort();  // the error is said: what follows would only add the compiler's own about the same declaration
  } else {
    static const auto& all =  // to the program's end: there is nothing to gain from taking it apart
        *new render::migrations(render::render_history(model::revisions_of<History>));
    return all;
  }
}

/// Brings a database to a target: `head`, `heads`, `branch`, `+n`, a revision or the beginning of one. Several programs
/// may do so at once: one works, the others wait and find nothing left to do. With nothing to do from the start it takes
/// one round trip.
/// Requires: no transaction object uses the connection
/// Errors:   those of run/error.hpp
template <class History>
run::report upgrade(pqxx::connection& connection, std::string_view target = "head", run::options with = {}) {
  run::session session(connection);
  return run::runner(session, rendered<History>(), std::move(with)).upgrade(target);
}

/// Takes a database back to a target: `base`, `branch`, `-n`, a revision; `head` if a newer program is ahead.
/// Errors:   those of run/error.hpp
template <class History>
run::report downgrade(pqxx::connection& connection, std::string_view target, run::options with = {}) {
  run::session session(connection);
  return run::runner(session, rendered<History>(), std::move(with)).downgrade(target);
}

/// One read. Throws run::not_at_head if the database lacks revisions, naming them.
template <class History>
void require_head(pqxx::connection& connection, run::options with = {}) {
  run::session session(connection);
  run::runner(session, rendered<History>(), std::move(with)).require_head();
}

/// One read.
template <class History>
run::status status(pqxx::connection& connection, run::options with = {}) {
  run::session session(connection);
  return run::runner(session, rendered<History>(), std::move(with)).status();
}

}  // namespace skein
