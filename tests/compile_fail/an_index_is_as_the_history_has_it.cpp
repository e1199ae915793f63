// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users has index ix_email otherwise than the history leads to; change the model, or add a
//   revision with drop_index<ix_email>, create_index<ix_email, users, on<email>, unique>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>>,
    create_index<"ix_email", "users", on<"email">>> {};
#ifdef SKEIN_FAULT
struct users : table<"users",  // @line
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>,
    indexed<"ix_email", on<"email">, unique>> {};
#else
struct users : table<"users",
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>,
    indexed<"ix_email", on<"email">>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
