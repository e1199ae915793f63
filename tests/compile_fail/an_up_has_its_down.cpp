// SPDX-License-Identifier: BSL-1.0
// expect: chain<...> has b with one of up<...> and down<...>; write both, or the steps alone to have the down derived
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", up<add_column<"users", column<"bio", text>>>> {};
#else
struct b : revision<"b", revises<"a">, "next", add_column<"users", column<"bio", text>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
