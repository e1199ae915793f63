// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column posts.author references users.code, which is of another type; make
//   both text
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"code", text>>,
    create_table<"posts", column<"id", bigint, identity, primary_key>, column<"author", bigint>,
                 column<"title", text>>,
    add_constraint<"users", unique_on<"code">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    add_constraint<"posts", foreign_key<on<"author">, to<"users", "code">>>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    alter_type<"posts", "author", text, undo_using<"author::bigint">>,
    add_constraint<"posts", foreign_key<on<"author">, to<"users", "code">>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
