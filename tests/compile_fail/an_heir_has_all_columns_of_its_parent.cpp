// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table cities lacks column name of the table above it; add it first
#include <skein/inherits.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"places", column<"name", text>>,
    create_table<"cities", column<"id", bigint>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", inherit<"cities", "places">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", add_column<"cities", column<"name", text>>,
    inherit<"cities", "places">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
