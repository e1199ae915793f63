// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: view v keeps its column mail in its place, where the new query has email; PostgreSQL only adds columns behind those that a view has, so write it so, or drop the view and create it again
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>, column<"email", text>, column<"age", integer>>,
                    create_view<"v", "SELECT id, email AS mail FROM users">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", replace_view<"v", "SELECT id, email FROM users">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", replace_view<"v", "SELECT id, lower(email) AS mail FROM users">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
