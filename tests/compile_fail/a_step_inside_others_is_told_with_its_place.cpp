// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 2.1.2: column users.nam does not exist; did you mean name?
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint>, column<"name", text>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", comment_on_table<"users", "x">, steps<steps<set_not_null<"users", "id">, set_not_null<"users", "nam">>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    comment_on_table<"users", "x">,
    steps<steps<set_not_null<"users", "id">, set_not_null<"users", "name">>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
