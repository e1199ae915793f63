// SPDX-License-Identifier: BSL-1.0
// expect: verify takes a history first, and a is none; derive it from chain<...>
#include <skein/skein.hpp>
using namespace skein;

struct users : table<"users", column<"id", bigint>> {};
struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint>>> {};
struct history : chain<a> {};
#ifdef SKEIN_FAULT
static_assert(verify<a, models<users>>::ok);
#else
static_assert(verify<history, models<users>>::ok);
#endif
