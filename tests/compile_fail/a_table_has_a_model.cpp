// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: table posts, which revision a creates, has no model; add one to models<...>, or a revision
//   with drop_table<posts, loses_data>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",  // @line
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
