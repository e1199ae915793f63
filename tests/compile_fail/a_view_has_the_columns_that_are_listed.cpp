// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: view w has fewer columns than columns<...> names; leave some out
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>, column<"email", text>, column<"age", integer>>,
                    create_view<"v", "SELECT id, email AS mail FROM users">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_view<"w", "SELECT id FROM users", columns<"a", "b">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", create_view<"w", "SELECT id FROM users", columns<"a">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
