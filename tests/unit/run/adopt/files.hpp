// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A directory of files that goes with its owner.

#include <filesystem>
#include <fstream>
#include <string>

#include <stdlib.h>

namespace skein::test {

class files {
 public:
  files() {
    std::string name = (std::filesystem::temp_directory_path() / "skein-files-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  files(const files&) = delete;
  ~files() { std::filesystem::remove_all(path); }

  files& write(const std::string& name, const std::string& text) {
    std::filesystem::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << text;
    return *this;
  }

  std::filesystem::path path;
};

}  // namespace skein::test
