// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: object x is dropped otherwise than its creation says; write the same drop<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_object<"operator", "x", create<"CREATE OPERATOR === (…)">, drop<"DROP OPERATOR === (int, int)">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_object<"operator", "x">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_object<"operator", "x", drop<"DROP OPERATOR === (int, int)">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
