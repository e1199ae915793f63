// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: the foreign key on tenant, author of posts references users.tenant, users.name,
//   which together are no key (deferrable and partial ones do not count); add add_constraint<users, unique_on<tenant, name>>
//   before
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"tenant", integer>, column<"name", text, unique>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_table<"posts",  // @line
    column<"tenant", integer>, column<"author", text>,
    foreign_key<on<"tenant", "author">, to<"users", "tenant", "name">>>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    add_constraint<"users", unique_on<"tenant", "name">>,
    create_table<"posts", column<"tenant", integer>, column<"author", text>,
                 foreign_key<on<"tenant", "author">, to<"users", "tenant", "name">>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
