// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: schema apps does not exist; did you mean app?
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_schema<"app">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    create_table<qualified("apps", "users"), column<"id", bigint>>> {};
#else
struct b : revision<"b", revises<"a">, "next", create_table<qualified("app", "users"), column<"id", bigint>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
