// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Chance that a seed repeats on every machine: the distributions of the standard library differ between its makers.
/// Who takes two chances in one expression takes them in no order: never among a call's arguments.

#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <utility>

namespace skein::test {

/// Steele, Lea and Flood's SplitMix64.
class chance {
 public:
  explicit chance(std::uint64_t seed) : state_(seed) {}

  /// From 0 to `n - 1`; requires n > 0.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
  bool percent(unsigned p) { return below(100) < p; }
  /// One of them; requires at least one.
  template <class List>
  const auto& one_of(const List& list) {
    return list[below(std::size(list))];
  }
  template <class List>
  void shuffle(List& list) {
    for (std::size_t i = std::size(list); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
  }

 private:
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

  std::uint64_t state_;
};

/// A number from the environment, so that a run can be longer, or be repeated.
inline std::uint64_t setting(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text ? std::strtoull(text, nullptr, 0) : otherwise;
}

}  // namespace skein::test
