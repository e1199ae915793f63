// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: table users has no storage parameter fillfactor to reset; remove the
//   step
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", varchar<255>, not_null, unique>,
                 column<"name", text>, column<"age", integer>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", reset_parameter<"users", "fillfactor">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next",
    set_parameters<"users", parameter<"fillfactor", "70">>,
    reset_parameter<"users", "fillfactor">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
