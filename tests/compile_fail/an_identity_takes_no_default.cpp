// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.id is generated or an identity, which excludes a default;
//   add drop_expression or drop_identity before
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", set_default<"users", "id", "0">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_identity<"users", "id">, set_default<"users", "id", "0">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
