// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users has column full_name, which the history calls name; write that name in the model, or
//   add a revision with rename_column<users, name, full_name>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"name", text, not_null>>> {};
#ifdef SKEIN_FAULT
struct users : table<"users",  // @line
    column<"id", bigint, identity, primary_key>, column<"full_name", text, not_null>> {};
#else
struct users : table<"users",
    column<"id", bigint, identity, primary_key>, column<"name", text, not_null>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
