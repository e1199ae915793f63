// SPDX-License-Identifier: BSL-1.0
#define CATCH_CONFIG_RUNNER
#include "support/catch.hpp"

// libpqxx 6 forgets the result of a statement that found the connection closed.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libpqxx-6"; }

int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
