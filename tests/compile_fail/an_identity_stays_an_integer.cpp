// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.number is an identity, which is an integer; add
//   drop_identity before
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    add_column<"users", column<"number", bigint, identity>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    alter_type<"users", "number", text, undo_using<"number::bigint">>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    drop_identity<"users", "number">,
    alter_type<"users", "number", text, undo_using<"number::bigint">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
