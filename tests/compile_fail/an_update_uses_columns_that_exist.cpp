// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: an expression on roles uses rnak, which is no column of it; did you mean
//   rank?
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"roles", column<"id", integer, primary_key>, column<"name", varchar<8>, not_null>, column<"rank", smallint>>,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"role", integer, references<"roles">>,
                 column<"data", json>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    update_rows<"roles", set<"rank", 1>, where<"rnak IS NULL">, undo<"">>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    update_rows<"roles", set<"rank", 1>, where<"rank IS NULL">, undo<"">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
