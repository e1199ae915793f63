// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: a model is no step; write it inside models<...>, and among the steps what creates it
#include <skein/skein.hpp>
using namespace skein;

struct posts : table<"posts", column<"id", bigint>> {};
struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "posts", posts> {};  // @line
#else
struct b : revision<"b", revises<"a">, "posts", create_table<"posts", column<"id", bigint>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
