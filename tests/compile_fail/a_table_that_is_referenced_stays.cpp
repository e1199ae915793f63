// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table users cannot be dropped, foreign key fk_author of posts references
//   it; add drop_constraint<posts, fk_author> before
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    create_table<"posts", column<"id", bigint, identity, primary_key>,
                 column<"author", bigint, constraint<"fk_author", references<"users", "id">>>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_table<"users", loses_data>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    drop_constraint<"posts", "fk_author">,
    drop_table<"users", loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
