// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: v is a view, and this step is for tables only; remove it, or name a table
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>, column<"email", text>, column<"age", integer>>,
                    create_view<"v", "SELECT id, email AS mail FROM users">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", add_column<"v", column<"n", text>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", add_column<"users", column<"n", text>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
