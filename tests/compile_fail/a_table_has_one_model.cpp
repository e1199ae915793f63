// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: model users stands twice in models<...>; remove one
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>>> {};
struct users : table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, not_null>> {};
struct people : table<"users",  // @line
                      column<"id", bigint, identity, primary_key>, column<"email", text, not_null>> {};
struct history : chain<a> {};
#ifdef SKEIN_FAULT
static_assert(verify<history, models<users, people>>::ok);
#else
static_assert(verify<history, models<users>>::ok);
#endif
