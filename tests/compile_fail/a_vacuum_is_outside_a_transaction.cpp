// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: execute runs VACUUM users, which PostgreSQL does only outside a transaction;
//   add outside_transaction to the steps of the revision
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, identity, primary_key>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    execute<"VACUUM users", undo<"">>> {};
#else
struct b : revision<"b", revises<"a">, "next", outside_transaction,
    execute<"VACUUM users", undo<"">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
