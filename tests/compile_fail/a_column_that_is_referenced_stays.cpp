// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.email cannot be dropped, foreign key posts_by_fkey of posts
//   uses it; drop that first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    create_table<"posts", column<"by", varchar<255>, references<"users", "email">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_column<"users", "email", loses_data>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    drop_constraint<"posts", "posts_by_fkey">,
    drop_column<"users", "email", loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
