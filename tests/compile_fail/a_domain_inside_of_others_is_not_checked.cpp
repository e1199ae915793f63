// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: domain email cannot be changed like this, PostgreSQL neither checks nor converts values inside of others; column users.emails has them; drop it first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_domain<"email", text>, create_table<"users", column<"emails", array<type_named<"email">>>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", set_domain_not_null<"email">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", add_domain_constraint<"email", constraint<"filled", check<"value <> ''">, not_valid>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
