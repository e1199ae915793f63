// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: dropping table users loses data that no down brings back; acknowledge it
//   with loses_data as the last argument of the step
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_table<"users">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_table<"users", loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
