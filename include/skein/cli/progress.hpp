// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A line for each revision while a run goes on.

#include <skein/cli/terminal.hpp>
#include <skein/run/report.hpp>

#include <algorithm>
#include <string>

namespace skein::driver {

class progress_lines {
 public:
  explicit progress_lines(terminal& to) : to_(to) {}

  void operator()(const run::progress& p) {
    using event = run::progress::event;
    switch (p.what) {
      case event::waiting:
        to_.line("{}", to_.in(colour::yellow, fmt::format("waiting: {}", p.note)));
        break;
      case event::starting:
        to_.passing(to_.in(colour::dim, fmt::format("{}{}  {} …", counter(p), p.revision->id, p.revision->message)));
        break;
      case event::done:
        to_.forget_passing();
        to_.line("{}{} {}  {}  {}", counter(p),
                 to_.in(p.towards == run::direction::up ? colour::green : colour::yellow, arrow(p)), p.revision->id,
                 p.revision->message, to_.in(colour::dim, fmt::format("{:.3f} s", p.time.count() / 1000)));
        break;
      case event::retrying:
        to_.forget_passing();
        to_.line("{}", to_.in(colour::yellow,
                              fmt::format("{}  again in {:.1f} s: {}", p.revision->id, p.time.count() / 1000, p.note)));
    }
  }

 private:
  static const char* arrow(const run::progress& p) { return p.towards == run::direction::up ? "up  " : "down"; }
  static std::string counter(const run::progress& p) {
    const std::string total = std::to_string(p.total);
    return fmt::format("[{:>{}}/{}] ", p.number, total.size(), total);
  }

  terminal& to_;
};

}  // namespace skein::driver
