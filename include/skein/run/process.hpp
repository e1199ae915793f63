// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A child process: started, signalled, waited for.

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

namespace skein::run {

/// A user of this machine.
struct account {
  uid_t user = 0;
  gid_t group = 0;

  static std::optional<account> find(const char* name) {
    const passwd* entry = ::getpwnam(name);
    return entry ? std::optional(account{entry->pw_uid, entry->pw_gid}) : std::nullopt;
  }
};

/// An open file, closed with its owner and in every program that this one starts.
class open_file {
 public:
  open_file() = default;
  explicit open_file(int descriptor) : descriptor_(descriptor) {}
  open_file(open_file&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  open_file& operator=(open_file&& other) noexcept {
    if (this != &other) {
      close();
      descriptor_ = std::exchange(other.descriptor_, -1);
    }
    return *this;
  }
  ~open_file() { close(); }

  /// Throws std::system_error.
  static open_file open(const std::filesystem::path& path, int flags) {
    return checked(::open(path.c_str(), flags | O_CLOEXEC, 0600), path.string());
  }
  static std::pair<open_file, open_file> pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    return {open_file(ends[0]), open_file(ends[1])};
  }

  int get() const { return descriptor_; }
  void close() {
    if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
  }

 private:
  static open_file checked(int descriptor, const std::string& what) {
    if (descriptor < 0) throw std::system_error(errno, std::generic_category(), what);
    return open_file(descriptor);
  }

  int descriptor_ = -1;
};

/// What to start, and how.
struct command {
  std::vector<std::string> words;  ///< program and arguments; a program without a slash is looked for in PATH
  std::optional<account> as{};     ///< for the superuser: run as someone else
  std::optional<pid_t> group{};    ///< process group to join; 0: a new one, led by the child
  int input = -1;                  ///< standard input; -1: this program's
  int output = -1;                 ///< standard output and error; -1: this program's
};

/// A running child. Not killed by its destructor: the owner says how it ends.
class process {
 public:
  process() = default;
  process(process&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
  process& operator=(process&& other) noexcept {
    id_ = std::exchange(other.id_, 0);
    return *this;
  }

  /// Throws std::system_error if the child cannot be made; a program that cannot be executed exits with 127.
  explicit process(const command& what) {
    std::vector<char*> words;
    for (const std::string& word : what.words) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    id_ = ::fork();
    if (id_ < 0) throw std::system_error(errno, std::generic_category(), "fork");
    if (id_ == 0) become(what, words.data());
    if (what.group) ::setpgid(id_, *what.group);  // by the child as well, so that neither has to wait for the other
  }

  pid_t id() const { return id_; }
  explicit operator bool() const { return id_ > 0; }
  void signal(int number) const {
    if (id_ > 0) ::kill(id_, number);
  }

  /// The exit code, or 128 + the signal that ended it, as a shell says it.
  int wait() { return code(reap(0)); }
  /// Nothing while it runs.
  std::optional<int> poll() {
    const std::optional<int> status = reap(WNOHANG);
    return status ? std::optional(code(status)) : std::nullopt;
  }

 private:
  /// Between fork and exec only what is safe in a copy of a program that may have had several threads.
  [[noreturn]] static void become(const command& what, char* const* words) {
    const auto attach = [](int from, int to) { return from < 0 || ::dup2(from, to) >= 0; };
    if (what.group) ::setpgid(0, *what.group);
    if (attach(what.input, STDIN_FILENO) && attach(what.output, STDOUT_FILENO) && attach(what.output, STDERR_FILENO) &&
        (!what.as || (::setgroups(0, nullptr) == 0 && ::setgid(what.as->group) == 0 && ::setuid(what.as->user) == 0)))
      ::execvp(words[0], words);
    ::_exit(127);
  }

  std::optional<int> reap(int flags) {
    int status = 0;
    pid_t ended = 0;
    while (id_ > 0 && (ended = ::waitpid(id_, &status, flags)) < 0 && errno == EINTR) {
    }
    if (ended == 0 && id_ > 0) return std::nullopt;
    id_ = 0;
    return status;
  }
  static int code(std::optional<int> status) {
    return WIFSIGNALED(*status) ? 128 + WTERMSIG(*status) : WEXITSTATUS(*status);
  }

  pid_t id_ = 0;
};

}  // namespace skein::run
