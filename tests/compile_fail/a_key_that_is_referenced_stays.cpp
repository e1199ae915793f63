// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: users_pkey of users cannot be dropped, the foreign key on posts.author
//   rests on it; drop that first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    create_table<"posts", column<"id", bigint, identity, primary_key>,
                 column<"author", bigint, constraint<"fk_author", references<"users", "id">>>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_constraint<"users", "users_pkey">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    drop_constraint<"posts", "fk_author">,
    drop_constraint<"users", "users_pkey">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
