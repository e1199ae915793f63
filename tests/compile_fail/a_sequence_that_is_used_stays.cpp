// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: sequence counter cannot be dropped, column users.number uses it; drop that
//   first
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_sequence<"counter">,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"kin", serial>,
                 column<"number", bigint, default_<"nextval('counter')">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", drop_sequence<"counter", loses_data>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", drop_default<"users", "number">, drop_sequence<"counter", loses_data>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
