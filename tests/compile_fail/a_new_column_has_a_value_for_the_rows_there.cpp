// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 2: column roles.level is never null and has no default, but the history has
//   put rows into roles; add default_<...>, or add it nullable and then update_rows and set_not_null
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"roles", column<"id", integer, primary_key>, column<"name", varchar<8>, not_null>, column<"rank", smallint>>,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"role", integer, references<"roles">>,
                 column<"data", json>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    insert_into<"roles", columns<"id", "name">, row<1, "admin">>,
    add_column<"roles", column<"level", integer, not_null>>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    insert_into<"roles", columns<"id", "name">, row<1, "admin">>,
    add_column<"roles", column<"level", integer, not_null, default_<"0">>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
