// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision right: does not commute with left of a parallel branch, both concern users.bio; let
//   one branch revise the other
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
struct left : revision<"left", revises<"a">, "one branch", add_column<"users", column<"bio", text>>> {};
#ifdef SKEIN_FAULT
struct right : revision<"right", revises<"a">, "another",  // @line
    add_column<"users", column<"bio", varchar<80>>>> {};
#else
struct right : revision<"right", revises<"a">, "another", add_column<"users", column<"born", date>>> {};
#endif
struct merge : revision<"merge", revises<"left", "right">, "both"> {};
struct history : chain<a, left, right, merge> {};
static_assert(verify<history>::ok);
