// SPDX-License-Identifier: BSL-1.0
#include <skein/skein.hpp>
#include <skein/version.hpp>

using namespace skein;

struct create_users : revision<"1", base, "users", create_table<"users", column<"id", bigint, primary_key>>> {};
struct history : chain<create_users> {};
static_assert(verify<history>::ok);

int main() { return SKEIN_VERSION_MAJOR; }
