// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users lacks constraint uq_email, which the history has; add it to the model, or a
//   revision with drop_constraint<users, uq_email>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>>,
    add_constraint<"users", constraint<"uq_email", unique_on<"email">>>> {};
#ifdef SKEIN_FAULT
struct users : table<"users",  // @line
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>> {};
#else
struct users : table<"users",
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>,
    constraint<"uq_email", unique_on<"email">>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
