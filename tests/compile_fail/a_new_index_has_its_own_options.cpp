// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: deferrable is no option of this step; write it inside references<...>,
//   foreign_key<...> or constraint<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>, column<"age", text>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "b", create_index<"ix", "users", on<"age">, deferrable>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "b", create_index<"ix", "users", on<"age">, unique>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
