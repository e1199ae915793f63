// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column posts.title is not in the foreign key whose on_delete writes it; name
//   one that is
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"tenant", integer>, column<"id", bigint>, primary_key_on<"tenant", "id">>,
    create_table<"posts", column<"tenant", integer>, column<"author", bigint>, column<"title", text>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    add_constraint<"posts", foreign_key<on<"tenant", "author">, to<"users">, on_delete<set_null, "title">>>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    add_constraint<"posts", foreign_key<on<"tenant", "author">, to<"users">, on_delete<set_null, "author">>>> {};
#endif
struct history : chain<target<15>, a, b> {};
static_assert(verify<history>::ok);
