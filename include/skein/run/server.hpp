// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Whether a server can do what a history needs.

#include <skein/run/error.hpp>
#include <skein/run/pqxx.hpp>

#include <fmt/format.h>

#include <string>

namespace skein::run {

/// 150018 is 15.18.
inline std::string version_text(int number) { return fmt::format("{}.{}", number / 10000, number % 10000); }

/// Throws server_too_old. Asks nobody: the server said its version when the session began.
inline void require_server(const session& s, const render::migrations& history) {
  if (s.server_version() / 10000 < static_cast<int>(history.server))
    throw server_too_old(
        fmt::format("the server is PostgreSQL {}, the history needs {} or later; nothing was done, upgrade the server "
                    "first",
                    version_text(s.server_version()), history.server));
}

}  // namespace skein::run
