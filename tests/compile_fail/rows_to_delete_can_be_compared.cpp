// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.data is of type json, which PostgreSQL cannot compare; leave
//   it out, or write where<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"roles", column<"id", integer, primary_key>, column<"name", varchar<8>, not_null>, column<"rank", smallint>>,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"role", integer, references<"roles">>,
                 column<"data", json>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    delete_from<"users", columns<"data">, row<"{}">, loses_data>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    delete_from<"users", where<"data::text = '{}'">, loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
