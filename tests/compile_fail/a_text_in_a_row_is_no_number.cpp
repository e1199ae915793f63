// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: row 1 gives `one` for roles.id, which is no value of its type integer;
//   mend it
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"roles", column<"id", integer, primary_key>, column<"name", varchar<8>, not_null>, column<"rank", smallint>>,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"role", integer, references<"roles">>,
                 column<"data", json>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    insert_into<"roles", columns<"id", "name">, row<"one", "admin">>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    insert_into<"roles", columns<"id", "name">, row<"1", "admin">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
