// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: row 2 gives `administrator` for roles.name, whose length does not fit its
//   type varchar<8>; write another, or change the type before
#include <skein/skein.hpp>
using namespace skein;

inline constexpr cell given[][2]{
    {1, "reader"},
#ifdef SKEIN_FAULT
    {2, "administrator"}};
#else
    {2, "admin"}};
#endif
struct a : revision<"a", base, "start",
    create_table<"roles", column<"id", integer, primary_key>, column<"name", varchar<8>, not_null>, column<"rank", smallint>>,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"role", integer, references<"roles">>,
                 column<"data", json>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    insert_into<"roles", columns<"id", "name">, rows_of<given>>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    insert_into<"roles", columns<"id", "name">, rows_of<given>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
