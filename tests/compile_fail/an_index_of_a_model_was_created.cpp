// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users has an index that no revision adds; add a revision with create_index<ix_email,
//   users, on<nulls_last(desc(email)), expression(lower(email))>, unique, include<id>, where<email <> ``>,
//   with_parameters<parameter<fillfactor, 70>>>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>>> {};
#ifdef SKEIN_FAULT
struct users : table<"users",  // @line
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>,
    indexed<"ix_email",
    on<nulls_last(desc("email")), expression("lower(email)")>, unique, include<"id">,
            where<"email <> ''">, with_parameters<parameter<"fillfactor", "70">>>> {};
#else
struct users : table<"users",
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
