// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table places cannot be dropped, cities inherits from it; drop that first, or
//   disinherit it
#include <skein/inherits.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"places", column<"name", text>>,
    create_table<"cities", inherits<"places">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_table<"places", loses_data>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_table<"cities", loses_data>, drop_table<"places", loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
