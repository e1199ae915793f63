// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, down step 1: an option of a column is no step; write it behind the type of its column
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "age", up<add_column<"users", column<"age", integer>>>, down<not_null>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "age", up<add_column<"users", column<"age", integer>>>, down<drop_column<"users", "age", loses_data>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
