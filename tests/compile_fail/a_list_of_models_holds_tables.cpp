// SPDX-License-Identifier: BSL-1.0
// expect: models<...> has a, which is no model; mend the errors in its declaration, or derive it from table<...>
#include <skein/skein.hpp>
using namespace skein;

struct users : table<"users", column<"id", bigint>> {};
struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint>>> {};
struct history : chain<a> {};
#ifdef SKEIN_FAULT
static_assert(verify<history, models<users, a>>::ok);
#else
static_assert(verify<history, models<users>>::ok);
#endif
