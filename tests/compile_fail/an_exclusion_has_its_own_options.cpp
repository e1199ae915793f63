// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: concurrently is no option of a constraint; write it behind the arguments
//   of a step that takes it
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>, column<"age", text>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "b", add_constraint<"users", exclude_on<"ex", on<with("age", "=")>, concurrently>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "b", add_constraint<"users", exclude_on<"ex", on<with("age", "=")>, deferrable>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
