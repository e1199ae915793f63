// SPDX-License-Identifier: BSL-1.0
/// @file
/// Runs a command with a PostgreSQL server of its own: `with_scratch psql`, `with_scratch ./my_tests`.
/// The command finds the server through DATABASE_URL and through libpq's variables.

#include <skein/run/scratch.hpp>

#include <cstdio>

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: with_scratch COMMAND [ARGUMENT…]\n", stderr);
    return 2;
  }
  try {
    const skein::run::scratch server;
    const std::string url = server.url();
    for (const auto& [name, value] : {std::pair{"DATABASE_URL", url.c_str()}, {"PGHOST", server.directory().c_str()},
                                      {"PGPORT", "5432"}, {"PGUSER", "skein"}, {"PGDATABASE", "postgres"}})
      ::setenv(name, value, 1);
    return skein::run::process({.words = {argv + 1, argv + argc}}).wait();
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "with_scratch: %s\n", failure.what());
    return 1;
  }
}
