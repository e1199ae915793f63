// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table roles cannot be truncated alone, foreign key users_role_fkey of
//   users references it; add together_with<users>, or cascade
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"roles", column<"id", integer, primary_key>, column<"name", varchar<8>, not_null>, column<"rank", smallint>>,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"role", integer, references<"roles">>,
                 column<"data", json>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    truncate_table<"roles", loses_data>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    truncate_table<"roles", together_with<"users">, loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
