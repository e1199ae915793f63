// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model app.users has index ix_email, which the history calls ix_mail; write that name in the model, or
//   add a revision with rename_index<qualified(app, ix_mail), ix_email>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_schema<"app">,
    create_table<qualified("app", "users"), column<"email", text, not_null>, indexed<"ix_mail", on<"email">>>> {};
#ifdef SKEIN_FAULT
struct users : table<qualified("app", "users"), column<"email", text, not_null>, indexed<"ix_email", on<"email">>> {};  // @line
#else
struct users : table<qualified("app", "users"), column<"email", text, not_null>, indexed<"ix_mail", on<"email">>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
