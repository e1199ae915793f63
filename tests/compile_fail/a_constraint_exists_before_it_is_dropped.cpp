// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: constraint uq_names does not exist on users; did you mean uq_name?
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    add_constraint<"users", constraint<"uq_name", unique_on<"name">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_constraint<"users", "uq_names">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_constraint<"users", "uq_name">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
