// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: not_null is no option of this step; write it behind the type of a
//   column
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>, column<"age", text>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "b", alter_type<"users", "age", varchar<>, not_null>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "b", alter_type<"users", "age", varchar<>, collate<"C">>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
