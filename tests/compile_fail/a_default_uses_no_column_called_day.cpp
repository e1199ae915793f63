// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: the default of column t.a uses day, but a default may use no column; call a
//   function, or use generated<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"t", column<"day", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    add_column<"t", column<"a", integer, default_<"day">>>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    add_column<"t", column<"a", integer, default_<"extract(day from now())::integer">>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
