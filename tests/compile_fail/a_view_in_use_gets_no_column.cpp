// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: what uses view v stands in the way of its down, since PostgreSQL takes no column away from a view; write the down of the revision, or irreversible<...> behind the step
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>, column<"email", text>, column<"age", integer>>,
                    create_view<"v", "SELECT id, email AS mail FROM users">, create_view<"w", "SELECT mail FROM v">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", replace_view<"v", "SELECT id, email AS mail, age FROM users">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", replace_view<"v", "SELECT id, email AS mail, age FROM users", irreversible<"w uses it">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
