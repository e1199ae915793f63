// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: row 3 repeats row 1 in the key roles_pkey of roles; remove one of them
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"roles", column<"id", integer, primary_key>, column<"name", varchar<8>, not_null>, column<"rank", smallint>>,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"role", integer, references<"roles">>,
                 column<"data", json>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    insert_into<"roles", columns<"id", "name">, row<1, "admin">, row<2, "reader">, row<1, "guest">>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    insert_into<"roles", columns<"id", "name">, row<1, "admin">, row<2, "reader">, row<3, "guest">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
