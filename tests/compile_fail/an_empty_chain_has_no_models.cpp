// SPDX-License-Identifier: BSL-1.0
// expect: the chain has no revision; write one that revises base
#include <skein/skein.hpp>
using namespace skein;

struct users : table<"users", column<"id", bigint>> {};
struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint>>> {};
#ifdef SKEIN_FAULT
struct history : chain<> {};
#else
struct history : chain<a> {};
#endif
static_assert(verify<history, models<users>>::ok);
