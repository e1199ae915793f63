// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.age cannot be dropped, constraint adult uses it; drop that
//   first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    add_constraint<"users", check_on<"adult", "age > 17 OR name IS NULL">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_column<"users", "age", loses_data>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    drop_constraint<"users", "adult">,
    drop_column<"users", "age", loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
