// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: function f(bigint) returns something else than before; drop it and create it instead
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_function<"f", arguments<in<"n", bigint>>, returns<text>, language<"sql">, body<"SELECT ''">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", replace_function<"f", arguments<in<"n", bigint>>, returns<integer>, language<"sql">, body<"SELECT 1">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", replace_function<"f", arguments<in<"n", bigint>>, returns<text>, language<"sql">, body<"SELECT 'a'">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
