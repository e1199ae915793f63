// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column posts.author references users.id, which is of another type; make
//   both integer
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    create_table<"posts", column<"id", bigint, identity, primary_key>,
                 column<"author", bigint, constraint<"fk_author", references<"users", "id">>>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", alter_type<"users", "id", integer>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    alter_type<"users", "id", integer>,
    alter_type<"posts", "author", integer>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
