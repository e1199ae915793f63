// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision right: is a second head beside left; add a revision that revises both
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "the first"> {};
struct left : revision<"left", revises<"a">, "one branch"> {};
struct right : revision<"right", revises<"a">, "another"> {};  // @line
#ifdef SKEIN_FAULT
struct history : chain<a, left, right> {};
#else
struct merge : revision<"merge", revises<"left", "right">, "both"> {};
struct history : chain<a, left, right, merge> {};
#endif
static_assert(verify<history>::ok);
