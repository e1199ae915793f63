// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: sequence steps starts at start<0>, which is not between min_value<1> and
//   max_value<9>; mend one of them
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_sequence<"counter">,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"kin", serial>,
                 column<"number", bigint, default_<"nextval('counter')">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_sequence<"steps", max_value<9>, start<0>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", create_sequence<"steps", min_value<0>, max_value<9>, start<0>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
