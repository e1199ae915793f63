// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: execute runs COMMIT, but its revision is one transaction, which skein begins
//   and commits; remove it, or add outside_transaction to the steps of the revision
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, identity, primary_key>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    execute<"DO $$ BEGIN NULL; COMMIT; END $$; COMMIT; SELECT ';'", undo<"">>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    execute<"DO $$ BEGIN NULL; COMMIT; END $$; SELECT '; COMMIT'", undo<"">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
