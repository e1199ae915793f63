// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: restarting sequence counter does not say where its down puts it; add
//   undo_restart<...> or irreversible<...>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_sequence<"counter">,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"kin", serial>,
                 column<"number", bigint, default_<"nextval('counter')">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", restart_sequence<"counter", 5>> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", restart_sequence<"counter", 5, undo_restart<1>>> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
