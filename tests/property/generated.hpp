// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Random histories that the model accepts, with what it refused on the way.

#include "properties.hpp"
#include "proposer.hpp"

#include "support/server.hpp"

namespace skein::test {

/// A step that the model refuses.
struct refused {
  std::size_t after;  ///< that many steps
  const model::step* step;
};

struct generated {
  history steps;
  std::vector<refused> others;
};

/// The server's major version.
inline int major() {
  static const int version = run::session(server().url()).server_version();
  return version / 10000;
}

/// Whether the server knows all that a step says.
inline bool knows(const model::step& x) {
  static constexpr struct {
    std::string_view sql;
    int since;
  } news[]{{"NULLS NOT DISTINCT", 15}, {"SET NULL (", 15},   {"DELETE SET DEFAULT (", 15}, {"multirange", 14}, {"MULTIRANGE", 14},
           {"DROP EXPRESSION", 13},    {"regcollation", 13}, {"pg_snapshot", 13},          {"gen_random_uuid()", 13},
           {"xid8", 13},               {"security_invoker", 15}};
  for (const std::string& sql : render::statements(x))
    for (const auto& each : news)
      if (major() < each.since && sql.find(each.sql) != sql.npos) return false;
  return true;
}

inline generated generate(chance& by, checks::arena& in, std::size_t size, checks::live_state state = {}, bool views = false) {
  generated out;
  if (!state.used.entities && accept(state, create_mood)) out.steps.push_back(&create_mood);
  proposer propose(by, in, state, views);
  for (std::size_t tries = 0; out.steps.size() < size && tries < 20 * size; ++tries) {
    const model::step* x = propose.propose();
    if (!x || !knows(*x)) continue;
    checks::live_state attempt = state;
    if (!accept(attempt, *x))
      out.others.push_back({out.steps.size(), x});
    else
      state = std::move(attempt), out.steps.push_back(x);
  }
  return out;
}

}  // namespace skein::test
