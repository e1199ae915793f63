// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A throwaway PostgreSQL server: in a temporary directory, reachable through a unix socket only, gone with its owner.

#include <skein/render/quote.hpp>
#include <skein/run/postgres_binaries.hpp>
#include <skein/run/pqxx.hpp>
#include <skein/run/process.hpp>
#include <skein/run/uri.hpp>

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

namespace skein::run {

struct scratch_options {
  std::filesystem::path binaries{};          ///< of the PostgreSQL to use; empty: find_postgres() chooses
  std::vector<std::string> settings{};       ///< lines of postgresql.conf, stronger than scratch's own
  std::filesystem::path directory = "/tmp";  ///< where its directory goes; a socket's path has room for 107 bytes
  std::chrono::seconds patience{60};         ///< how long a start or a stop may take
};

/// How a server stops: cutting its sessions short but writing everything down, or as in a crash, to recover at the next
/// start.
enum class shutdown { fast, immediate };

/// A server of its own. It ends, and its directory with it, when the object is destroyed, when the program exits in
/// whatever way, and when it is killed: a shell waits for the end of a pipe whose other end only this program holds.
/// The superuser `skein` needs no password. Nothing is synced to disk: it survives a crash of the server, not of the
/// machine.
class scratch {
 public:
  /// initdb and start: half a second. Throws scratch_error.
  explicit scratch(scratch_options options = {})
      : options_(std::move(options)),
        owner_(::getpid()),
        as_(unprivileged()),
        binaries_(options_.binaries.empty() ? find_postgres() : options_.binaries) {
    make_directory();
    start_keeper();
    try {
      initialise();
      start();
    } catch (...) {
      dismiss_keeper();
      throw;
    }
  }
  scratch(const scratch&) = delete;
  scratch& operator=(const scratch&) = delete;
  ~scratch() {
    if (owner_ != ::getpid()) return;  // a fork's copy
    server_.signal(SIGQUIT);
    server_.wait();
    dismiss_keeper();
  }

  /// What libpq, psql and `--database` take.
  std::string url(std::string_view database = "postgres") const {
    return fmt::format("postgresql://skein@/{}?host={}&port={}", percent_encoded(database),
                       percent_encoded(directory_.native()), port);
  }
  /// An empty database; gives its url.
  std::string create_database(const std::string& name) const {
    session(url()).run("CREATE DATABASE " + render::identifier(name));
    return url(name);
  }
  const std::filesystem::path& directory() const { return directory_; }
  const std::filesystem::path& binaries() const { return binaries_; }
  pid_t server_id() const { return server_.id(); }

  /// What the server has to say about itself.
  std::string log() const {
    std::ifstream file(directory_ / "log");
    return {std::istreambuf_iterator<char>(file), {}};
  }

  /// Requires: not running. Throws scratch_error with the server's log.
  void start() {
    const open_file log = append_log();
    server_ =
        process({.words = {binary("postgres"), "-D", data()}, .as = as_, .group = keeper_.id(), .output = log.get()});
    wait_until("start", [&] {
      if (server_.poll()) throw scratch_error(fmt::format("the scratch server ended at its start:\n{}", this->log()));
      return ready();
    });
  }

  /// Does nothing if it is not running.
  void stop(shutdown how = shutdown::fast) {
    server_.signal(how == shutdown::fast ? SIGINT : SIGQUIT);
    wait_until("stop", [&] { return server_.poll().has_value(); });
  }

 private:
  static constexpr int port = 5432;  ///< part of the socket's name, nothing else

  /// The server refuses to run as root.
  static std::optional<account> unprivileged() {
    if (::geteuid() != 0) return std::nullopt;
    for (const char* name : {"postgres", "nobody"})
      if (const auto found = account::find(name)) return found;
    throw scratch_error(
        "PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody to run it as");
  }

  std::string binary(const char* name) const { return (binaries_ / name).string(); }
  std::string data() const { return (directory_ / "data").string(); }
  open_file append_log() const { return open_file::open(directory_ / "log", O_WRONLY | O_CREAT | O_APPEND); }

  void make_directory() {
    std::string name = (options_.directory / "skein-XXXXXX").string();
    if (name.size() > 80) throw scratch_error(fmt::format("{} is too long for the name of a socket", name));
    if (!::mkdtemp(name.data()))
      throw scratch_error(fmt::format("cannot make a directory in {}", options_.directory.string()));
    directory_ = name;
    if (as_ && ::chown(name.c_str(), as_->user, as_->group) != 0)
      throw scratch_error(fmt::format("cannot give {} away", name));
  }

  /// The keeper leads the process group that initdb and the server join, and outlives what kills this program's group.
  /// A server removes postmaster.pid as it ends, unless it was killed outright.
  void start_keeper() {
    static constexpr const char* script = R"(
      trap '' QUIT INT TERM HUP
      read -r _
      kill -QUIT 0
      for try in $(seq 40); do
        test -e "$1/data/postmaster.pid" || { rm -rf "$1" && exit; }
        sleep 0.05
      done
      rm -rf "$1")";
    auto [input, ours] = open_file::pipe();
    const open_file nowhere = open_file::open("/dev/null", O_WRONLY);
    keeper_ = process({.words = {"/bin/sh", "-c", script, "skein-scratch", directory_.string()},
                       .as = {},
                       .group = 0,
                       .input = input.get(),
                       .output = nowhere.get()});
    leash_ = std::move(ours);
  }
  void dismiss_keeper() {
    leash_.close();
    keeper_.wait();
  }

  void initialise() {
    const open_file log = append_log();
    process initdb({.words = {binary("initdb"), "--pgdata", data(), "--username=skein", "--auth=trust",
                              "--encoding=UTF8", "--no-locale", "--no-sync"},
                    .as = as_,
                    .group = keeper_.id(),
                    .output = log.get()});
    if (initdb.wait() != 0) throw scratch_error(fmt::format("initdb failed:\n{}", this->log()));
    std::ofstream conf(directory_ / "data" / "postgresql.conf", std::ios::app);
    conf << fmt::format("port = {}\nlisten_addresses = ''\nunix_socket_directories = '{}'\n", port, directory_.string())
         << "fsync = off\nfull_page_writes = off\nsynchronous_commit = off\nshared_buffers = 32MB\n";
    for (const std::string& line : options_.settings) conf << line << '\n';
  }

  /// The server writes its state as the eighth line of its lock file.
  bool ready() const {
    std::ifstream file(directory_ / "data" / "postmaster.pid");
    std::string line;
    for (int i = 0; i < 8; ++i)
      if (!std::getline(file, line)) return false;
    return line.starts_with("ready");
  }

  template <class Condition>
  void wait_until(const char* what, Condition reached) const {
    const auto deadline = std::chrono::steady_clock::now() + options_.patience;
    while (!reached()) {
      if (std::chrono::steady_clock::now() > deadline)
        throw scratch_error(
            fmt::format("the scratch server did not {} within {} s:\n{}", what, options_.patience.count(), log()));
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }

  scratch_options options_;
  pid_t owner_;
  std::optional<account> as_;
  std::filesystem::path binaries_;
  std::filesystem::path directory_;
  process keeper_;
  process server_;
  open_file leash_;
};

}  // namespace skein::run
