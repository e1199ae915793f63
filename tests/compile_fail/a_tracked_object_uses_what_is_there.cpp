// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: object s uses something that is not there: user; mend the declaration
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_object<"statistics", "s", create<"CREATE STATISTICS s ON id, age FROM users">, uses<"user">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", create_object<"statistics", "s", create<"CREATE STATISTICS s ON id, age FROM users">, uses<"users">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
