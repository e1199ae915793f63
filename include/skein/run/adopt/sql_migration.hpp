// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// One migration of another tool, as its files have it.

#include <filesystem>
#include <optional>
#include <string>

namespace skein::run::adoption {

/// SQL, and where it is from.
struct sql_source {
  std::filesystem::path file{};
  std::string sql{};
  bool transactional = true;  ///< false: the file asks to be run outside of a transaction
};

struct sql_migration {
  std::string id{};       ///< what the tool records it by
  std::string message{};  ///< the rest of the file's name, its words apart
  sql_source up{};
  std::optional<sql_source> down{};
};

}  // namespace skein::run::adoption
