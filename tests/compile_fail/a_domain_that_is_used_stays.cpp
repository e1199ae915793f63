// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: domain email cannot be dropped, column users.email and domain work_email use it; drop those first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_domain<"email", text>, create_domain<"work_email", type_named<"email">>,
                    create_table<"users", column<"email", type_named<"email">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_domain<"email">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_domain<"work_email">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
