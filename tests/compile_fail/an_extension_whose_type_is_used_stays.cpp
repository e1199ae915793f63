// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: extension citext cannot be dropped, column users.email uses it; drop that first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_extension<"citext">, create_extension<"hstore">,
                    create_table<"users", column<"email", type_named<"citext">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_extension<"citext">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_extension<"hstore">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
