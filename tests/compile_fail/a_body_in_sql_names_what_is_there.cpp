// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision a, step 2: function f() uses usrs, which is no table or view; did you mean users?
#include <skein/skein.hpp>
using namespace skein;

#ifdef SKEIN_FAULT
#define TABLE "usrs"
#else
#define TABLE "users"
#endif
struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint>>,  // @line
    create_function<"f", returns<bigint>, language<"sql">, body<"SELECT count(*) FROM " TABLE>>> {};
struct history : chain<a> {};
static_assert(verify<history>::ok);
