// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: an index is built or dropped concurrently only outside a transaction;
//   add outside_transaction to the steps of the revision
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    create_index<"ix_name", "users", on<"name">, concurrently>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    outside_transaction,
    create_index<"ix_name", "users", on<"name">, concurrently>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
