// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Several files at once: all of them are written, or none is touched.

#include <skein/cli/exit_code.hpp>
#include <skein/run/lookup.hpp>

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

namespace skein::driver {

class new_files {
 public:
  /// Makes the directory where it is not there. Throws usage_error.
  explicit new_files(std::filesystem::path directory) : directory_(std::move(directory)) {
    std::error_code error;
    std::filesystem::create_directories(directory_, error);
    if (!std::filesystem::is_directory(directory_))
      throw usage_error(fmt::format("{} is no directory, and cannot become one", directory_.string()));
  }
  new_files(const new_files&) = delete;
  ~new_files() {
    std::error_code error;
    for (const auto& [from, to] : waiting_) std::filesystem::remove(from, error);
  }

  /// Beside its place. Throws std::runtime_error.
  void add(const std::string& name, const std::string& text) {
    const std::filesystem::path to = directory_ / name;
    const std::string from = fmt::format("{}.{}.new", to.string(), ::getpid());
    waiting_.emplace_back(from, to);
    std::ofstream file(from, std::ios::binary);
    if (!(file << text) || (file.close(), !file))
      throw std::runtime_error(fmt::format("cannot write {}: {}", from, std::strerror(errno)));
    std::ifstream there(to, std::ios::binary);
    if (there && std::string(std::istreambuf_iterator<char>(there), {}) != text) replaced_.push_back(to.string());
  }
  /// What is there and is something else.
  const std::vector<std::string>& replaced() const { return replaced_; }
  /// To their places; throws refusal where that loses what is there.
  void settle(bool overwrite) {
    if (!replaced_.empty() && !overwrite)
      throw refusal(fmt::format(
          "{} {} there already; nothing is written. Give --overwrite to lose what is in {}, or another directory",
          run::listed(replaced_), replaced_.size() == 1 ? "is" : "are", replaced_.size() == 1 ? "it" : "them"));
    for (const auto& [from, to] : std::exchange(waiting_, {})) std::filesystem::rename(from, to);
  }

 private:
  std::filesystem::path directory_;
  std::vector<std::pair<std::filesystem::path, std::filesystem::path>> waiting_;
  std::vector<std::string> replaced_;
};

}  // namespace skein::driver
