// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: function f(integer) does not exist, but function f(bigint) and function f() do; name the types of its arguments
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_function<"f", arguments<bigint>, returns<text>, language<"sql">, body<"SELECT ''">>,
                    create_function<"f", returns<text>, language<"sql">, body<"SELECT ''">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_function<"f", integer>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_function<"f", bigint>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
