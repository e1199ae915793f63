// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Runs a script as a DBA would.

#include "support/server.hpp"

#include <cstdio>
#include <fstream>

#include <sys/wait.h>

namespace skein::test {

struct psql_result {
  int status;          ///< 0: no error; 3: stopped at one
  std::string output;  ///< what it says besides "it worked"
};

/// Feeds a script to psql; without `stop_at_error` it goes on after an error, as psql does by itself.
inline psql_result psql(const std::string& url, const std::string& script, bool stop_at_error = true) {
  const auto file = server().directory() / "script.sql";
  std::ofstream(file) << script;
  const auto own = server().binaries() / "psql";  // some servers come without one
  const std::string command = fmt::format("{} -X -q {} -f {} '{}' 2>&1",
                                          std::filesystem::exists(own) ? own.string() : "psql",
                                          stop_at_error ? "-v ON_ERROR_STOP=1" : "", file.string(), url);
  std::FILE* pipe = ::popen(command.c_str(), "r");
  psql_result out{};
  char buffer[4096];
  while (const auto n = std::fread(buffer, 1, sizeof buffer, pipe)) out.output.append(buffer, n);
  out.status = WEXITSTATUS(::pclose(pipe));
  return out;
}

}  // namespace skein::test
