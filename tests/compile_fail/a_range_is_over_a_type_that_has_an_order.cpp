// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: type r is over a type that PostgreSQL cannot order by itself; add subtype_opclass<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_schema<"app">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_range<"r", json>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", create_range<"r", jsonb>> {};
#endif
struct history : chain<target<14>, a, b> {};
static_assert(verify<history>::ok);
