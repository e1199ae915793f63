// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b: revises base, and so does a; let one of them revise the other
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "the first"> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", base, "the second"> {};  // @line
#else
struct b : revision<"b", revises<"a">, "the second"> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
