// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: the default of column users.name does not convert to the new type; add
//   drop_default before and set_default after
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    set_default<"users", "name", "'none'">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    alter_type<"users", "name", integer, using_<"length(name)">>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    drop_default<"users", "name">,
    alter_type<"users", "name", integer, using_<"length(name)">>,
    set_default<"users", "name", "0">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
