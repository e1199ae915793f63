// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// A directory that ends with the object.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <stdlib.h>

namespace skein::test {

class directory {
 public:
  directory() : path_("/tmp/skein-test-XXXXXX") {
    if (!::mkdtemp(path_.data())) throw std::runtime_error("no directory");
  }
  ~directory() { std::filesystem::remove_all(path_); }
  directory(const directory&) = delete;

  const std::string& path() const { return path_; }
  std::string read(const std::string& file) const {
    std::ifstream in(path_ + "/" + file);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::string path_;
};

}  // namespace skein::test
