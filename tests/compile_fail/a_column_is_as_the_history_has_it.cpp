// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users has column<age, bigint, not_null>, which is not what the history leads to;
//   change the model, or add a revision that alters the column
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
