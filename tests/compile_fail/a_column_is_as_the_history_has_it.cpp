// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users has column age of type bigint instead of integer as in the history; change the
//   model, or add a revision with alter_type<users, age, bigint>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>>,
    add_column<"users", column<"age", integer, not_null>>> {};
#ifdef SKEIN_FAULT
struct users : table<"users",  // @line
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>,
    column<"age", bigint, not_null>> {};
#else
struct users : table<"users",
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>,
    column<"age", integer, not_null>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
