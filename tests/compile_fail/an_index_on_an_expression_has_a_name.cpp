// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: an index on an expression of users has no name; write one in place of
//   automatic
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    create_index<automatic, "users", on<expression("lower(name)")>>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    create_index<"ix_lower_name", "users", on<expression("lower(name)")>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
