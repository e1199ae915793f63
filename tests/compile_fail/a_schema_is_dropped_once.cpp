// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: schema app does not exist; remove the step
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_schema<"app">, drop_schema<"app">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_schema<"app">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next"> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
