// SPDX-License-Identifier: BSL-1.0
// expect: chain<...> has skein::target<15> behind a revision; write it once, as the first argument
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint>>> {};
#ifdef SKEIN_FAULT
struct history : chain<a, target<15>> {};
#else
struct history : chain<target<15>, a> {};
#endif
static_assert(verify<history>::ok);
