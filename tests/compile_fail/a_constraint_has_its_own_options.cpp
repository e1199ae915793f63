// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column posts.by: not_null is no option of a constraint; write it behind the type of a column
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start", create_table<"users", column<"id", bigint, primary_key>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "posts", create_table<"posts", column<"by", bigint, references<"users", "id", not_null>>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "posts", create_table<"posts", column<"by", bigint, references<"users", "id">, not_null>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
