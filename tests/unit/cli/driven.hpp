// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// The driver as a user meets it: a program of its own, with arguments in, and an exit code and two streams out.

#include "support/catch.hpp"
#include "support/directory.hpp"
#include "support/server.hpp"

#include <skein/render/migration.hpp>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace skein::test {

struct outcome {
  int code = 0;
  std::string out;
  std::string err;
};

struct call {
  std::vector<std::string> words;
  std::string input{};                                         ///< what stands on stdin
  std::string output{};                                        ///< where stdout goes; empty: into the outcome
  std::string directory = "/";                                 ///< where it is called
  std::vector<std::pair<std::string, std::string>> environment{};
  std::function<void(pid_t)> meanwhile{};                      ///< while it runs
  std::string drift{};
  model::history_def definition{};
  model::models_def models{};
};

outcome drive(const render::migrations& history, const call& what);
/// With `--database`.
outcome drive(const render::migrations& history, const std::string& database, std::vector<std::string> words);

/// users; then bio and age on two branches, merged; then email. Five revisions.
render::migrations small_history();
render::migration revision(std::string id, std::vector<std::string> parents, std::string message,
                           std::vector<std::string> up, std::vector<std::string> down);

}  // namespace skein::test
