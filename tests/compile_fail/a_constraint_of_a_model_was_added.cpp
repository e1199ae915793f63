// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users has a constraint that no revision adds; add a revision with
//   add_constraint<users, constraint<uq, unique_on<email, id>, nulls_not_distinct, deferrable, include<age>>>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>>,
    add_column<"users", column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct users : table<"users",  // @line
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>,
    column<"age", integer>,
    constraint<"uq", unique_on<"email", "id">, nulls_not_distinct, deferrable, include<"age">>> {};
#else
struct users : table<"users",
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>,
    column<"age", integer>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
