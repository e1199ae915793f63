// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: a type is no member of a table; write it inside column<...>, behind the name
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>, column<"age", text>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "b", create_table<"t", bigint>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "b", create_table<"t", column<"id", bigint>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
