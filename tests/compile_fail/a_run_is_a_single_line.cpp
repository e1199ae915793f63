// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision all: replaces r1 to r2, which is no single line: side merges, branches off or
//   stands beside it; replace what comes before that or after it
#include <skein/replaces.hpp>
using namespace skein;

struct r1 : revision<"r1", base, "users", create_table<"users", column<"id", bigint, primary_key>, column<"age", integer>>> {};
struct r2 : revision<"r2", revises<"r1">, "older", alter_type<"users", "age", bigint>> {};
struct both : revision<"both", revises<"r2", "side">, "both"> {};
#ifdef SKEIN_FAULT
struct all : revision<"all", base, "users", replaces<"r1", "r2">, create_table<"users", column<"id", bigint, primary_key>, column<"age", bigint>>> {};  // @line
struct side : revision<"side", revises<"r1">, "side"> {};
#else
struct all : revision<"all", base, "users", replaces<"r1", "r2">, create_table<"users", column<"id", bigint, primary_key>, column<"age", bigint>>> {};
struct side : revision<"side", revises<"r2">, "side"> {};
#endif
struct history : chain<r1, r2, all, side, both> {};
static_assert(verify<history>::ok);
