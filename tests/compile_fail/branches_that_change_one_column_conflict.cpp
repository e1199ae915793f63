// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision right: does not commute with left of a parallel branch, both concern users.name;
//   let one branch revise the other
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
struct left : revision<"left", revises<"a">, "one branch", set_default<"users", "name", "'none'">> {};
#ifdef SKEIN_FAULT
struct right : revision<"right", revises<"a">, "another", set_default<"users", "name", "'unknown'">> {};  // @line
#else
struct right : revision<"right", revises<"a">, "another", set_default<"users", "age", "18">> {};
#endif
struct merge : revision<"merge", revises<"left", "right">, "both"> {};
struct history : chain<a, left, right, merge> {};
static_assert(verify<history>::ok);
