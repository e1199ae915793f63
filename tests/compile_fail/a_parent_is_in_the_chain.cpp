// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision 20251114120000: revises efaa6e584832, which is not in the chain; did you mean
//   efaa6e584823?
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"efaa6e584823", base, "the first"> {};
#ifdef SKEIN_FAULT
struct b : revision<"20251114120000", revises<"efaa6e584832">, "the second"> {};  // @line
#else
struct b : revision<"20251114120000", revises<"efaa6e584823">, "the second"> {};
#endif
struct history : chain<b, a> {};
static_assert(verify<history>::ok);
