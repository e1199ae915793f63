// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.shout is generated and keeps its type; drop it and add it
//   again
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    add_column<"users", column<"shout", text, generated<"upper(name)">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", alter_type<"users", "shout", varchar<80>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    drop_column<"users", "shout">,
    add_column<"users", column<"shout", varchar<80>, generated<"upper(name)">>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
