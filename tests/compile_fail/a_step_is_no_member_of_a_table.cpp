// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: a step is no member of a table; write it among the steps of a revision
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "posts", create_table<"posts", column<"id", bigint>, add_column<"users", column<"age", integer>>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "posts", create_table<"posts", column<"id", bigint>>, add_column<"users", column<"age", integer>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
