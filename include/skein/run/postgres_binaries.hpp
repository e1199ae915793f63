// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Where the programs of a PostgreSQL server are on this machine.

#include <skein/run/error.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <sstream>
#include <string>

namespace skein::run {

/// There is no scratch server: why, and what to do.
struct scratch_error : error {
  using error::error;
};

namespace binaries {

using std::filesystem::path;

inline bool complete(const path& directory) {
  std::error_code ignored;
  return !directory.empty() && std::filesystem::exists(directory / "initdb", ignored) &&
         std::filesystem::exists(directory / "postgres", ignored);
}

/// What `pg_config --bindir` says. Debian's names a directory even where only the client library is installed.
inline path from_pg_config() {
  const std::unique_ptr<FILE, int (*)(FILE*)> output(::popen("pg_config --bindir 2>/dev/null", "r"), ::pclose);
  char line[4096] = "";
  if (!output || !std::fgets(line, sizeof line, output.get())) return {};
  std::string said = line;
  said.erase(said.find_last_not_of('\n') + 1);
  return said;
}

/// The newest of Debian's majors, which are numbers: 9.6 < 15.
inline path newest(const path& root) {
  path best;
  double major = 0;
  std::error_code absent;
  for (const auto& entry : std::filesystem::directory_iterator(root, absent)) {
    const double found = std::atof(entry.path().filename().c_str());
    if (found > major && complete(entry.path() / "bin")) {
      best = entry.path() / "bin";
      major = found;
    }
  }
  return best;
}

inline path on_path() {
  const char* all = std::getenv("PATH");
  std::istringstream directories(all ? all : "");
  for (std::string directory; std::getline(directories, directory, ':');)
    if (complete(directory)) return directory;
  return {};
}

}  // namespace binaries

/// The directory of initdb and postgres: SKEIN_PG_BIN if it is set, else what pg_config says, else the newest below
/// /usr/lib/postgresql, else from PATH. Throws scratch_error, saying what to install.
inline std::filesystem::path find_postgres() {
  if (const char* said = std::getenv("SKEIN_PG_BIN"); said && *said) {
    if (binaries::complete(said)) return said;
    throw scratch_error(std::string("SKEIN_PG_BIN is ") + said + ", where initdb and postgres are not");
  }
  if (const auto found = binaries::from_pg_config(); binaries::complete(found)) return found;
  if (const auto found = binaries::newest("/usr/lib/postgresql"); !found.empty()) return found;
  if (const auto found = binaries::on_path(); !found.empty()) return found;
  throw scratch_error(
      "a scratch server needs PostgreSQL's initdb and postgres, which are not here; install the server "
      "(Debian: apt-get install postgresql) or set SKEIN_PG_BIN to their directory");
}

}  // namespace skein::run
