// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users has a constraint that no revision adds; add a revision with
//   add_constraint<users, constraint<automatic, check_on<automatic, email <> ``>, no_inherit>>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>>> {};
#ifdef SKEIN_FAULT
struct users : table<"users",  // @line
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>,
    constraint<automatic, check_on<automatic, "email <> ''">, no_inherit>> {};
#else
struct users : table<"users",
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
