// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: not_null is no option of this step; write it behind the type of a column
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_sequence<"counter">,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"kin", serial>,
                 column<"number", bigint, default_<"nextval('counter')">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_sequence<"steps", not_null>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", create_sequence<"steps", cycle>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
