// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: nothing tells which rows of roles there were before, so the way back
//   cannot be derived; add undo<...> (empty if nothing is to be undone), loses_data or irreversible<...>, or write
//   up<...>, down<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"roles", column<"id", integer, primary_key>, column<"name", varchar<8>, not_null>, column<"rank", smallint>>,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"role", integer, references<"roles">>,
                 column<"data", json>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    update_rows<"roles", set<"rank", 1>>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    update_rows<"roles", set<"rank", 1>, undo<"UPDATE roles SET rank = NULL">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
