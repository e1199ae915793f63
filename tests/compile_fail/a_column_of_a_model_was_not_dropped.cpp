// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users has column bio, which revision a drops; remove it from the model, or add a
//   revision with add_column<users, column<bio, text>>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>>,
    add_column<"users", column<"bio", text>>,
    drop_column<"users", "bio", loses_data>> {};
#ifdef SKEIN_FAULT
struct users : table<"users",  // @line
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>,
    column<"bio", text>> {};
#else
struct users : table<"users",
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
