// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: column users.age cannot be dropped, index ix_adults uses it; drop that
//   first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>,
    create_index<"ix_adults", "users", on<"name">, where<"age > 17">>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_column<"users", "age", loses_data>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_index<"ix_adults">, drop_column<"users", "age", loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
