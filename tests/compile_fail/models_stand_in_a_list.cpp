// SPDX-License-Identifier: BSL-1.0
// expect: verify takes the models as models<...>, and users is something else; write models<users>
#include <skein/skein.hpp>
using namespace skein;

struct users : table<"users", column<"id", bigint>> {};
struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint>>> {};
struct history : chain<a> {};
#ifdef SKEIN_FAULT
static_assert(verify<history, users>::ok);
#else
static_assert(verify<history, models<users>>::ok);
#endif
