// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: a constraint or an index of users has a comment but no name; write one for it
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, identity, primary_key>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next",  // @line
    create_index<automatic, "users", on<"id">, comment<"for the report">>> {};
#else
struct b : revision<"b", revises<"a">, "next",
    create_index<"users_by_id", "users", on<"id">, comment<"for the report">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
