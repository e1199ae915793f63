// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column roles.name is never null and has no default, so every row has to
//   give it; add it to columns<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"roles", column<"id", integer, primary_key>, column<"name", varchar<8>, not_null>, column<"rank", smallint>>,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"role", integer, references<"roles">>,
                 column<"data", json>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    insert_into<"roles", columns<"id">, row<1>>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    insert_into<"roles", columns<"id", "name">, row<1, "admin">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
