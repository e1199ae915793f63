// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// C++ as the project around the working directory formats it: by its .clang-format, where clang-format is installed.

#include <skein/run/process.hpp>

#include <array>
#include <string>
#include <thread>

#include <unistd.h>

namespace skein::driver {

/// The code as it is where there is no program or no style.
inline std::string formatted(const std::string& code) {
  auto [in, to] = run::open_file::pipe();
  auto [from, out] = run::open_file::pipe();
  run::process child(
      {.words = {"clang-format", "--style=file", "--fallback-style=none", "--assume-filename=revision.hpp"},
       .input = in.get(),
       .output = out.get()});
  in.close();
  out.close();
  std::thread writer([&code, &to = to] {
    for (std::size_t at = 0; at < code.size();) {
      const ssize_t n = ::write(to.get(), code.data() + at, code.size() - at);
      if (n <= 0) break;
      at += static_cast<std::size_t>(n);
    }
    to.close();
  });
  std::string text;
  std::array<char, 4096> some;
  for (ssize_t n; (n = ::read(from.get(), some.data(), some.size())) > 0;)
    text.append(some.data(), static_cast<std::size_t>(n));
  writer.join();
  return child.wait() == 0 && !text.empty() ? text : code;
}

}  // namespace skein::driver
