// SPDX-License-Identifier: BSL-1.0
// expect: table posts has no model; add it to the models, or a revision with drop_table<posts, loses_data>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>>,
    create_table<"posts", column<"id", bigint>>> {};
struct users : table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>> {};
struct posts : table<"posts", column<"id", bigint>> {};
struct history : chain<a> {};
#ifdef SKEIN_FAULT
static_assert(verify<history, models<users>>::ok);
#else
static_assert(verify<history, models<users, posts>>::ok);
#endif
