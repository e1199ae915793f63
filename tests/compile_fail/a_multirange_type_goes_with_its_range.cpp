// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: type span_multirange goes with its range type; drop that
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_range<"span", integer>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_type<"span_multirange">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_type<"span">> {};
#endif
struct history : chain<target<14>, a, b> {};
static_assert(verify<history>::ok);
