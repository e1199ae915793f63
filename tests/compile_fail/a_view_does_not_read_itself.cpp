// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: view v would read itself, by way of what it uses; mend the query
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_view<"v", "SELECT 1 AS id">, create_view<"w", "SELECT id FROM v">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", replace_view<"v", "SELECT id FROM w">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", replace_view<"v", "SELECT 2 AS id">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
