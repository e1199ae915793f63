// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users lacks column bio of type text, which the history has; add it to the model, or a
//   revision with drop_column<users, bio, loses_data>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>>,
    add_column<"users", column<"bio", text>>> {};
#ifdef SKEIN_FAULT
struct users : table<"users",  // @line
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>> {};
#else
struct users : table<"users",
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>,
    column<"bio", text>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
