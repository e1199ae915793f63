// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Where a revision replaces a run of others, a database goes one of two ways: a history in which the other one is left out.

#include <skein/render/migration.hpp>

#include <algorithm>

namespace skein::render {

inline bool has_runs(const migrations& all) {
  return std::any_of(all.begin(), all.end(), [](const migration& m) { return !m.replaces.empty(); });
}

/// `by_run(m)`: of a revision that replaces a run, whether the run is gone through. Who follows the one way follows the other.
template <class ByRun>
migrations taken(const migrations& all, ByRun by_run) {
  std::vector<std::string> left_out;
  const auto is_left_out = [&](const std::string& id) { return std::find(left_out.begin(), left_out.end(), id) != left_out.end(); };
  for (const migration& m : all) {
    if (m.replaces.empty()) continue;
    if (by_run(m)) left_out.push_back(m.id);
    else if (m.run_declared) left_out.insert(left_out.end(), m.replaces.begin(), m.replaces.end());
    else left_out.push_back(m.twin);
  }
  migrations out;
  out.server = all.server;
  for (const migration& m : all) {
    if (is_left_out(m.id)) continue;
    out.push_back(m);
    for (std::size_t p = 0; p < m.parents.size(); ++p)
      if (is_left_out(m.parents[p])) std::swap(out.back().parents[p], out.back().parents_twins[p]);
  }
  return out;
}

}  // namespace skein::render
