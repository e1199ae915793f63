// SPDX-License-Identifier: BSL-1.0
// expect: chain<...> has users, which is no revision; mend the errors in its declaration, or derive it from
//   revision<...>
#include <skein/cli.hpp>
using namespace skein;

struct users : table<"users", column<"id", bigint>> {};
struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint>>> {};
#ifdef SKEIN_FAULT
struct history : chain<a, users> {};
#else
struct history : chain<a> {};
#endif
static_assert(verify<history, models<users>>::ok);
int main(int argc, char** argv) { return cli<history, models<users>>(argc, argv); }
