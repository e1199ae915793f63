// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.id is an identity or in the primary key, which requires a
//   value; drop that first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_not_null<"users", "id">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    drop_constraint<"users", "users_pkey">,
    drop_identity<"users", "id">,
    drop_not_null<"users", "id">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
