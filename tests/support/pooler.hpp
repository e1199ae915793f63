// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A connection pooler in front of the tests' server.

#include "support/server.hpp"

#include <fstream>

#include <sys/stat.h>

namespace skein::test {

/// pgbouncer, reachable through a unix socket only, as the user that the server runs as. It hands out the server's
/// sessions in turn, so that what is left behind in one is met by another. It belongs to the process group that the
/// server's keeper ends, and its directory is in the server's.
class pooler {
 public:
  /// `mode`: what a client gets a session of the server for: `session`, `transaction`. Throws std::runtime_error.
  explicit pooler(const std::string& mode) {
    static int number = 0;
    directory_ = server().directory() / fmt::format("pooler-{}", ++number);
    struct stat owner {};
    ::stat(server().directory().c_str(), &owner);
    std::filesystem::create_directory(directory_);
    std::ofstream(directory_ / "ini") << fmt::format(
        "[databases]\n* = host={} port=5432 user=skein\n[pgbouncer]\nunix_socket_dir = {}\nlisten_port = 5432\n"
        "auth_type = any\npool_mode = {}\nserver_round_robin = 1\n",
        server().directory().string(), directory_.string(), mode);
    run::command start{.words = {std::filesystem::exists(installed) ? installed : "pgbouncer", directory_ / "ini"},
                       .group = ::getpgid(server().server_id())};
    if (::geteuid() == 0) {
      start.as = {owner.st_uid, owner.st_gid};
      if (::chown(directory_.c_str(), owner.st_uid, owner.st_gid) != 0) throw std::runtime_error("chown");
    }
    const auto log = run::open_file::open(directory_ / "log", O_WRONLY | O_CREAT | O_APPEND);
    start.output = log.get();
    process_ = run::process(start);
    while (!listens()) {
      if (const auto code = process_.poll())
        throw std::runtime_error(fmt::format("pgbouncer (Debian: apt-get install pgbouncer) ended with {}", *code));
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }
  pooler(const pooler&) = delete;
  ~pooler() {
    process_.signal(SIGKILL);
    process_.wait();
  }

  std::string url(const std::string& database) const {
    return fmt::format("postgresql://skein@/{}?host={}&port=5432", database, run::percent_encoded(directory_.native()));
  }

 private:
  bool listens() const {
    try {
      run::session(url("postgres"));
      return true;
    } catch (const run::connection_lost&) {
      return false;
    }
  }

  static constexpr const char* installed = "/usr/sbin/pgbouncer";  // often not in an ordinary user's PATH

  std::filesystem::path directory_;
  run::process process_;
};

}  // namespace skein::test
