// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Pauses that end early when the run is to stop, and their lengths.

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <random>
#include <stop_token>

namespace skein::run {

/// False if the run is to stop.
inline bool pause(std::chrono::milliseconds length, std::stop_token stop) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock guard(mutex);
  never.wait_for(guard, stop, length, [] { return false; });
  return !stop.stop_requested();
}

/// Lengths that grow by half each time up to a limit, a quarter more or less by chance: those who failed together do
/// not come back together.
class growing_pause {
 public:
  growing_pause(std::chrono::milliseconds first, std::chrono::milliseconds limit) : length_(first), limit_(limit) {}

  std::chrono::milliseconds next() {
    const double factor = std::uniform_real_distribution(0.75, 1.25)(random_);
    const auto out = std::chrono::duration_cast<std::chrono::milliseconds>(length_ * factor);
    length_ = std::min(length_ * 3 / 2, limit_);
    return out;
  }

 private:
  std::chrono::milliseconds length_, limit_;
  std::minstd_rand random_{std::random_device{}()};
};

}  // namespace skein::run
