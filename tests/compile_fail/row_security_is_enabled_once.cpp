// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: this step changes nothing, row level security on its table is so already; remove it, since its down would change something
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users">, create_table<"orders">, enable_row_security<"users">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", enable_row_security<"users">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", enable_row_security<"orders">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
