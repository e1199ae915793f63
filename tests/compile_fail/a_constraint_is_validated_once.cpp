// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: constraint adult of users is valid already; remove the step
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    add_constraint<"users", constraint<"adult", check_on<automatic, "age > 17">, not_valid>>,
    validate_constraint<"users", "adult">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", validate_constraint<"users", "adult">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next"> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
