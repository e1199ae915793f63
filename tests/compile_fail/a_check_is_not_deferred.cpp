// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: check adult of users cannot be deferred, only keys, exclusions and
//   foreign keys can; leave that out
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    add_constraint<"users", constraint<"adult", check_on<automatic, "age > 17">, deferrable>>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    add_constraint<"users", constraint<"adult", check_on<automatic, "age > 17">>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
