// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: view v has no option security_barrier to reset; remove the step
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>, column<"email", text>, column<"age", integer>>,
                    create_view<"v", "SELECT id, email AS mail FROM users">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", reset_view_option<"v", security_barrier>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", set_view_option<"v", security_barrier>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
