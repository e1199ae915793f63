// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: this step changes nothing, users is so already; remove it, since its
//   down would change something
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    comment_on_table<"users", "people">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", comment_on_table<"users", "people">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", comment_on_table<"users", "persons">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
