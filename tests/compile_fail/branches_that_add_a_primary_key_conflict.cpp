// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision right: does not commute with left of a parallel branch, both concern the primary key
//   of users; let one branch revise the other
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint>, column<"email", varchar<255>, not_null>>> {};
struct left : revision<"left", revises<"a">, "one branch",
    add_column<"users", column<"code", bigint, generated<"id + 1">, primary_key>>> {};
#ifdef SKEIN_FAULT
struct right : revision<"right", revises<"a">, "another",  // @line
    add_constraint<"users", constraint<"pk_email", primary_key_on<"email">>>> {};
#else
struct right : revision<"right", revises<"a">, "another",
    add_constraint<"users", constraint<"uq_email", unique_on<"email">>>> {};
#endif
struct merge : revision<"merge", revises<"left", "right">, "both"> {};
struct history : chain<a, left, right, merge> {};
static_assert(verify<history>::ok);
