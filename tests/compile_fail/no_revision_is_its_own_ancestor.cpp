// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b: is its own ancestor; let one revision of the circle revise base or an earlier
//   one
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "the first"> {};
struct c : revision<"c", revises<"b">, "the third"> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"b">, "the second"> {};  // @line
#else
struct b : revision<"b", revises<"a">, "the second"> {};
#endif
struct history : chain<a, b, c> {};
static_assert(verify<history>::ok);
