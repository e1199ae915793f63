// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: the name users_pkey is taken by an index, and tables, indexes and
//   sequences of a schema share their names; choose another
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_table<"users_pkey", column<"id", bigint>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", create_table<"users_keys", column<"id", bigint>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
