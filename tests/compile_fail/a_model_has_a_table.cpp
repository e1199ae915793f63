// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model posts has no table; add a revision with create_table<posts, column<id, bigint>>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>>> {};
struct users : table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>> {};
struct posts : table<"posts", column<"id", bigint>> {};  // @line
struct history : chain<a> {};
#ifdef SKEIN_FAULT
static_assert(verify<history, models<users, posts>>::ok);
#else
static_assert(verify<history, models<users>>::ok);
#endif
