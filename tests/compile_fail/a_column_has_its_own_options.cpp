// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.age: loses_data is no option of a column; write it among the steps of a
//   revision, or as the last argument of a step that needs it
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "age", add_column<"users", column<"age", integer, loses_data>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "age", add_column<"users", column<"age", integer, not_null>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
