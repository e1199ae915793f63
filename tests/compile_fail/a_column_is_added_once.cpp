// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.age exists already; drop or rename it first, or choose
//   another name
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", add_column<"users", column<"age", smallint>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    rename_column<"users", "age", "years">,
    add_column<"users", column<"age", smallint>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
