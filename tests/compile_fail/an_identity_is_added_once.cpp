// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.id is an identity already; change it with set_identity
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", add_identity<"users", "id", identity_with<by_default>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", set_identity<"users", "id", identity_with<by_default>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
