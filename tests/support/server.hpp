// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// One PostgreSQL server for all tests of a program, and a database of its own for each of them.

#include <skein/run/scratch.hpp>

namespace skein::test {

/// Started by the first test that asks for it.
inline run::scratch& server() {
  static run::scratch instance;
  return instance;
}

/// The url of an empty database that no other test uses.
inline std::string fresh_database() {
  static int number = 0;
  return server().create_database(fmt::format("test_{}", ++number));
}

}  // namespace skein::test
