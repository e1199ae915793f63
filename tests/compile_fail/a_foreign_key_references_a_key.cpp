// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: the foreign key on title of posts references users.name, which is no key
//   (deferrable and partial ones do not count); add add_constraint<users, unique_on<name>> before
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    create_table<"posts", column<"id", bigint, identity, primary_key>, column<"author", bigint>,
                 column<"title", text>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    add_constraint<"posts", foreign_key<on<"title">, to<"users", "name">>>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    add_constraint<"users", unique_on<"name">>,
    add_constraint<"posts", foreign_key<on<"title">, to<"users", "name">>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
