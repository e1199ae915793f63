// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Steps in a real database, one after the other: PostgreSQL takes each, its inverse restores the model and the catalogs, it
/// can be repeated, and what the model says of the state at the end creates the same catalogs in an empty database.

#include "property/properties.hpp"
#include "support/server.hpp"

#include <skein/check/verify.hpp>
#include <skein/declare/chain.hpp>
#include <skein/render/history.hpp>

namespace skein::test {

template <class... Revision>
struct test_chain : chain<Revision...> {};

/// The steps, those of groups one by one.
template <class... Step>
history leaves_of() {
  history out;
  (each_leaf(Step::step, [&out](const model::step& x) { out.push_back(&x); }), ...);
  return out;
}

/// Empty if all of it holds. The model has to accept every step.
template <class... Step>
std::string proved() {
  const history steps = leaves_of<Step...>();
  checks::live_state state = empty_state();
  for (const model::step* x : steps)
    if (!accept(state, *x)) return sentence(state.v, *x);
  run::session session(server().url());
  const auto found = laboratory(session).test(steps);
  return found ? found->property + "\n" + found->what : "";
}

/// What PostgreSQL says to steps that the model refuses; empty if it takes them.
template <class... Step>
std::string objection_to() {
  run::session session(server().url());
  return laboratory(session).objection_of(leaves_of<Step...>());
}

/// A history goes up, and down again revision by revision; each down restores the catalogs that its up found. Empty if all of it holds.
template <class... Revision>
std::string returned() {
  static_assert(verify<test_chain<Revision...>>::ok);
  static constexpr auto all = test_chain<Revision...>::all;
  const render::migrations history = render::render_history({all.items, sizeof...(Revision)});
  run::session session(fresh_database());
  const auto run_all = [&](const std::vector<render::statement>& statements) {
    session.run("BEGIN");
    for (const render::statement& s : statements) session.run(s.sql);
    session.run("COMMIT");
  };
  std::vector<run::catalog> found;
  std::string out;
  try {
    for (const render::migration& m : history) {
      found.emplace_back(session);
      run_all(m.up);
    }
    for (std::size_t i = history.size(); i--;) {
      run_all(history[i].down);
      if (const run::catalog now(session); now != found[i]) out += "the down of " + history[i].id + " does not restore\n" + text_of(difference(found[i], now));
    }
  } catch (const run::sql_error& e) {
    out += e.what();
    session.run("ROLLBACK");
  }
  return out;
}

}  // namespace skein::test
