// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column posts.author references users.id, which is of another type then;
//   drop the foreign key before, and add it again when both are uuid
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", text, primary_key>>,
    create_table<"posts", column<"author", text, constraint<"fk", references<"users">>>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    alter_type<"users", "id", uuid, using_<"id::uuid">>,
    alter_type<"posts", "author", uuid, using_<"author::uuid">>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    drop_constraint<"posts", "fk">,
    alter_type<"users", "id", uuid, using_<"id::uuid">>,
    alter_type<"posts", "author", uuid, using_<"author::uuid">>,
    add_constraint<"posts", constraint<"fk", foreign_key<on<"author">, to<"users">>>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
