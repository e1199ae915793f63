// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table users cannot be dropped, view v uses it; drop that first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>, column<"email", text>, column<"age", integer>>,
                    create_view<"v", "SELECT id, email AS mail FROM users">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_table<"users", loses_data>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_view<"v">, drop_table<"users", loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
