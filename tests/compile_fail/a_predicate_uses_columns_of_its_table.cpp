// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: the expression of ix_live on users uses deleted_at, which is no column
//   of it; add the column before, or mend the name
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    create_index<"ix_live", "users", on<"name">, where<"deleted_at IS NULL">>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    add_column<"users", column<"deleted_at", timestamptz>>,
    create_index<"ix_live", "users", on<"name">, where<"deleted_at IS NULL">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
