// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Where the driver writes: results to stdout, what happens meanwhile to stderr, colour only where a person looks.

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include <unistd.h>

namespace skein::driver {

enum class colour : int { none = 0, bold = 1, dim = 2, red = 31, green = 32, yellow = 33 };

class terminal {
 public:
  explicit terminal(std::FILE* file = stdout) : file_(file), interactive_(::isatty(::fileno(file))) {
    const char* kind = std::getenv("TERM");
    coloured_ = interactive_ && !std::getenv("NO_COLOR") && kind && std::string_view(kind) != "dumb";
  }

  void colours(bool on) { coloured_ = on; }
  bool interactive() const { return interactive_; }

  std::string in(colour c, std::string_view text) const {
    return coloured_ && c != colour::none ? fmt::format("\x1b[{}m{}\x1b[0m", static_cast<int>(c), text)
                                          : std::string(text);
  }

  void write(std::string_view text) {
    errno = 0;
    if (std::fwrite(text.data(), 1, text.size(), file_) < text.size() || std::fflush(file_) != 0) fault_ = errno;
  }
  /// errno of a write that failed, for the end: nobody stops a migration for lack of room for its progress. 0: all was written.
  int fault() const { return fault_; }
  template <class... T>
  void line(fmt::format_string<T...> format, T&&... values) {
    write(fmt::format(format, std::forward<T>(values)...) + '\n');
  }
  /// A line that the next one overwrites; nothing where no person looks.
  void passing(std::string_view text) {
    if (interactive_) write(fmt::format("\r\x1b[K{}", text));
  }
  void forget_passing() {
    if (interactive_) write("\r\x1b[K");
  }

 private:
  std::FILE* file_;
  bool interactive_;
  bool coloured_ = false;
  int fault_ = 0;
};

}  // namespace skein::driver
