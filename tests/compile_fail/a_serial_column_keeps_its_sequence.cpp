// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.kin is serial and keeps its type, its sequence and
//   not_null; add an identity column in its place
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    add_column<"users", column<"kin", serial>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", alter_type<"users", "kin", bigint>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    drop_column<"users", "kin", loses_data>,
    add_column<"users", column<"kin", bigint, identity>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
