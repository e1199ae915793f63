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

/// Whether the server has what the texts of a step call; of everything else the model knows.
inline bool knows(const model::step& x) {
  for (const std::string& sql : render::statements(x))
    if (major() < 13 && sql.find("gen_random_uuid()") != sql.npos) return false;
  return true;
}

inline generated generate(chance& by, checks::arena& in, std::size_t size, checks::live_state state = empty_state(), bool views = false) {
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
