// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table users has the primary key users_pkey already; drop that first, or
//   use unique
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", add_constraint<"users", primary_key_on<"email">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    drop_constraint<"users", "users_pkey">,
    add_constraint<"users", primary_key_on<"email">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
