// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users has another comment than the history leads to; change the model, or add a revision
//   with comment_on_table<users, persons>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>>,
    comment_on_table<"users", "people">> {};
#ifdef SKEIN_FAULT
struct users : table<"users",  // @line
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>,
    comment<"persons">> {};
#else
struct users : table<"users",
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>,
    comment<"people">> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
