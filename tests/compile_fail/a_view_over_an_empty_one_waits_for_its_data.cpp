// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: materialized view n reads a materialized view that has no data yet; refresh that before: m
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_materialized_view<"m", "SELECT 1 AS id", no_data>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_materialized_view<"n", "SELECT id FROM m">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", refresh_materialized_view<"m">, create_materialized_view<"n", "SELECT id FROM m">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
