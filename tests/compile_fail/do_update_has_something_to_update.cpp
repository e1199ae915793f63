// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: on_conflict of users has do_update, but the rows have no column beside
//   the key; write do_nothing
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"roles", column<"id", integer, primary_key>, column<"name", varchar<8>, not_null>, column<"rank", smallint>>,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"role", integer, references<"roles">>,
                 column<"data", json>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    insert_into<"users", columns<"id">, row<1>, overriding_system_value, on_conflict<on<"id">, do_update<>>, undo<"">>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    insert_into<"users", columns<"id">, row<1>, overriding_system_value, on_conflict<on<"id">, do_nothing>, undo<"">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
