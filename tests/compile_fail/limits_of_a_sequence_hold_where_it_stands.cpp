// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: sequence counter stands at 1, which is not between min_value<5> and
//   max_value<9223372036854775807>; restart it before with restart_sequence<...>, or mend the limits
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_sequence<"counter">,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"kin", serial>,
                 column<"number", bigint, default_<"nextval('counter')">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", alter_sequence<"counter", min_value<5>, start<5>>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", restart_sequence<"counter", 5, undo_restart<1>>, alter_sequence<"counter", min_value<5>, start<5>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
