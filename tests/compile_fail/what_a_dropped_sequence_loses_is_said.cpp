// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 2: dropping sequence users_kin_seq loses where it stands, which no down brings
//   back; acknowledge it with loses_data as the last argument of the step
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_sequence<"counter">,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"kin", serial>,
                 column<"number", bigint, default_<"nextval('counter')">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_default<"users", "kin">, drop_sequence<"users_kin_seq">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_default<"users", "kin">, drop_sequence<"users_kin_seq", loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
