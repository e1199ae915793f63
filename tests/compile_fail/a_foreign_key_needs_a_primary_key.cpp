// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column posts.author references drafts, which has no primary key; add one
//   before, or name the columns of a unique key
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"posts", column<"id", bigint, identity, primary_key>, column<"author", bigint>,
                 column<"title", text>>,
    create_table<"drafts", column<"id", bigint, unique>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    add_constraint<"posts", foreign_key<on<"author">, to<"drafts">>>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    add_constraint<"posts", foreign_key<on<"author">, to<"drafts", "id">>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
