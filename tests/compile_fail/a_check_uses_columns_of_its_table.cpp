// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: the expression of adult on users uses aeg, which is no column of it; did
//   you mean age?
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", add_constraint<"users", check_on<"adult", "aeg > 17">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", add_constraint<"users", check_on<"adult", "age > 17">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
