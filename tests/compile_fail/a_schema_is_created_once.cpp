// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: schema app exists already; remove the step, or choose another name
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_schema<"app">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_schema<"app">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", create_schema<"audit">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
