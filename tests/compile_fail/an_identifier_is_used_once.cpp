// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision efaa6e584823: this identifier is used already at {file}:{first}; give one of the
//   two another
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"efaa6e584823", base, "the first"> {};  // @first
#ifdef SKEIN_FAULT
struct b : revision<"efaa6e584823", revises<"efaa6e584823">, "a copy"> {};  // @line
#else
struct b : revision<"20251114120000", revises<"efaa6e584823">, "a copy"> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
