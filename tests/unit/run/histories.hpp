// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Histories written as SQL, for tests of what comes after rendering.

#include <skein/render/migration.hpp>

#include <fmt/format.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace skein::test {

inline render::migration revision(std::string id, std::vector<std::string> parents, const std::vector<std::string>& up,
                                  const std::vector<std::string>& down) {
  render::migration m;
  std::string all;
  const auto statements = [&](const std::vector<std::string>& texts) {
    std::vector<render::statement> out;
    for (const std::string& sql : texts) {
      out.push_back({sql, static_cast<model::u32>(out.size()) + 1});
      all += sql + ";";
    }
    return out;
  };
  m.up = statements(up);
  m.down = statements(down);
  m.message = "about " + id;
  m.id = std::move(id);
  m.parents = std::move(parents);
  m.checksum = fmt::format("{:x}", std::hash<std::string>()(all));
  m.counts.statements = static_cast<unsigned>(m.up.size());
  return m;
}

inline render::migration outside(render::migration m) {
  m.transactional = false;
  return m;
}

/// `r001`, `r002` …, each a table `t001` … of its own.
inline render::migrations tables(std::size_t n) {
  render::migrations out;
  for (std::size_t i = 1; i <= n; ++i) {
    out.push_back(revision(fmt::format("r{:03}", i), i == 1 ? std::vector<std::string>{} : std::vector{out.back().id},
                           {fmt::format("CREATE TABLE t{:03} (id int)", i)}, {fmt::format("DROP TABLE t{:03}", i)}));
    out.back().counts.tables_created = 1;
  }
  return out;
}

/// A table `log` and then revisions that each write their id into it: run twice, it shows.
inline render::migrations data(std::size_t n) {
  render::migrations out{revision("r000", {}, {"CREATE TABLE log (id text, at serial)"}, {"DROP TABLE log"})};
  for (std::size_t i = 1; i <= n; ++i) {
    const std::string id = fmt::format("r{:03}", i);
    out.push_back(revision(id, {out.back().id}, {fmt::format("INSERT INTO log VALUES ('{}')", id)},
                           {fmt::format("DELETE FROM log WHERE id = '{}'", id)}));
  }
  return out;
}

/// alpha, then beta and gamma side by side, merged by delta; then epsilon and eta, merged by omega.
inline render::migrations branched() {
  const auto r = [](const char* id, std::vector<std::string> parents) {
    return revision(id, std::move(parents), {fmt::format("CREATE TABLE {} (id int)", id)},
                    {fmt::format("DROP TABLE {}", id)});
  };
  return {r("alpha", {}),          r("beta", {"alpha"}), r("gamma", {"alpha"}),         r("delta", {"beta", "gamma"}),
          r("epsilon", {"delta"}), r("eta", {"delta"}),  r("omega", {"epsilon", "eta"})};
}

}  // namespace skein::test
