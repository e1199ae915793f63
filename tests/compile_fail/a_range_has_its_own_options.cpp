// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: not_null is no option of a range type; write it behind the type of a column
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_schema<"app">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_range<"r", integer, not_null>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", create_range<"r", integer>> {};
#endif
struct history : chain<target<14>, a, b> {};
static_assert(verify<history>::ok);
