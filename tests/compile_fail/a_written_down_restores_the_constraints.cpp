// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b: its down does not undo its up, constraint posts_author_fkey of posts is missing
//   afterwards; add add_constraint<posts, constraint<posts_author_fkey, foreign_key<on<author>, to<users, id>,
//   on_delete<cascade>>>> to the down, or leave the down out to have it derived
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, primary_key>>,
    create_table<"posts", column<"author", bigint, references<"users", "id", on_delete<cascade>>>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    up<drop_constraint<"posts", "posts_author_fkey">>,
    down<>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    up<drop_constraint<"posts", "posts_author_fkey">>,
    down<add_constraint<"posts",
        constraint<"posts_author_fkey", foreign_key<on<"author">, to<"users", "id">, on_delete<cascade>>>>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
