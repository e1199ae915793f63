// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.age is nullable or has another source of values; add
//   set_not_null or drop_default before
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", add_identity<"users", "age">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", set_not_null<"users", "age">, add_identity<"users", "age">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
