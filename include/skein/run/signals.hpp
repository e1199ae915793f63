// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// SIGINT and SIGTERM as a request to stop.

#include <csignal>
#include <stop_token>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace skein::run {

/// For a program whose main business is to migrate: the first signal stops the run, a second one ends the program as if
/// this were not here. An application with signal handlers of its own sets `options::stop` itself. One at a time.
class stop_on_signals {
 public:
  stop_on_signals() {
    if (::pipe2(pipe_, O_CLOEXEC) != 0) return;  // then signals do what they always did
    writer() = pipe_[1];
    listener_ = std::thread([this] {
      char what = 0;
      while (::read(pipe_[0], &what, 1) < 0) continue;
      if (what == signalled) source_.request_stop();
    });
    struct sigaction action {};
    action.sa_handler = [](int) {
      const char byte = signalled;
      [[maybe_unused]] const auto written = ::write(writer(), &byte, 1);
    };
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    ::sigaction(SIGINT, &action, &before_[0]);
    ::sigaction(SIGTERM, &action, &before_[1]);
  }
  stop_on_signals(const stop_on_signals&) = delete;
  stop_on_signals& operator=(const stop_on_signals&) = delete;
  ~stop_on_signals() {
    if (!listener_.joinable()) return;
    ::sigaction(SIGINT, &before_[0], nullptr);
    ::sigaction(SIGTERM, &before_[1], nullptr);
    const char byte = finished;
    [[maybe_unused]] const auto written = ::write(pipe_[1], &byte, 1);
    listener_.join();
    ::close(pipe_[0]);
    ::close(pipe_[1]);
  }

  std::stop_token token() const { return source_.get_token(); }

 private:
  static constexpr char signalled = 's', finished = 'f';
  /// Of the pipe's end that the handler writes to.
  static int& writer() {
    static int descriptor = -1;
    return descriptor;
  }

  std::stop_source source_;
  int pipe_[2]{-1, -1};
  std::thread listener_;
  struct sigaction before_[2]{};
};

}  // namespace skein::run
