// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users has a storage parameter that no revision adds; add a revision with
//   set_parameters<users, parameter<fillfactor, 70>>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>>> {};
#ifdef SKEIN_FAULT
struct users : table<"users",  // @line
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>,
    parameter<"fillfactor", "70">> {};
#else
struct users : table<"users",
    column<"id", bigint, identity, primary_key>, column<"email", text, not_null>> {};
#endif
struct history : chain<a> {};
static_assert(verify<history, models<users>>::ok);
