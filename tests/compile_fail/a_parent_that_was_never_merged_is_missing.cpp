// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision 20251116000000: revises 20251115103000, which is not in the chain; add it to the
//   chain, or revise one that is there
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"efaa6e584823", base, "the first"> {};
#ifdef SKEIN_FAULT
struct b : revision<"20251116000000", revises<"20251115103000">, "the second"> {};  // @line
#else
struct b : revision<"20251116000000", revises<"efaa6e584823">, "the second"> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
