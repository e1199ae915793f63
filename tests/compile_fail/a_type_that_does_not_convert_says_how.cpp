// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: PostgreSQL does not convert column users.name to integer by itself; add
//   using_<...> with the expression
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", alter_type<"users", "name", integer>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", alter_type<"users", "name", integer, using_<"length(name)">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
