// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: sequence steps has max_value<40000>, which does not fit its type smallint;
//   name a number that does, or a larger type
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_sequence<"counter">,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"kin", serial>,
                 column<"number", bigint, default_<"nextval('counter')">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", create_sequence<"steps", as<smallint>, max_value<40000>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", create_sequence<"steps", as<integer>, max_value<40000>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
