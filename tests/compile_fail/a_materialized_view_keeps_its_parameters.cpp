// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: m is a materialized view, which is created with its parameters; create it anew with others, or name a table
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"t", column<"id", bigint>>, create_materialized_view<"m", "SELECT id FROM t">> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", set_parameters<"m", parameter<"fillfactor", "70">>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", set_parameters<"t", parameter<"fillfactor", "70">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
