// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model app.users lacks index ix_id, which the history has; add it to the model, or a revision
//   with drop_index<qualified(app, ix_id)>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_schema<"app">,
    create_table<qualified("app", "users"), column<"id", bigint>, indexed<"ix_id", on<"id">>>> {};
#ifdef SKEIN_FAULT
struct users : table<qualified("app", "users"), column<"id", bigint>> {};  // @line
#else
struct users : table<qualified("app", "users"), column<"id", bigint>, indexed<"ix_id", on<"id">>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
