// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision merge: revises left twice; name each parent once
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "the first"> {};
struct left : revision<"left", revises<"a">, "one branch"> {};
struct right : revision<"right", revises<"a">, "another"> {};
#ifdef SKEIN_FAULT
struct merge : revision<"merge", revises<"left", "right", "left">, "both"> {};  // @line
#else
struct merge : revision<"merge", revises<"left", "right">, "both"> {};
#endif
struct history : chain<a, left, right, merge> {};
static_assert(verify<history>::ok);
