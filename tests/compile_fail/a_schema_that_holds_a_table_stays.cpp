// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: schema app cannot be dropped, table app.users is in it; drop or move
//   that first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_schema<"app">,
    create_table<qualified("app", "users"), column<"id", bigint>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_schema<"app">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    set_schema<qualified("app", "users"), "public">,
    drop_schema<"app">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
