// SPDX-License-Identifier: BSL-1.0
// expect: {file}:{line}: revision b, step 1: sequence users_kin_seq moves with its owner users.kin; write set_schema for
//   that table, or take the owner away with owned_by<>
#include <skein/skein.hpp>
using namespace skein;

struct a : revision<"a", base, "start",
    create_sequence<"counter">,
    create_table<"users", column<"id", bigint, identity, primary_key>, column<"kin", serial>,
                 column<"number", bigint, default_<"nextval('counter')">>>> {};
#ifdef SKEIN_FAULT
struct b : revision<"b", revises<"a">, "next", set_sequence_schema<"users_kin_seq", "public">> {};  // @line
#else
struct b : revision<"b", revises<"a">, "next", alter_sequence<"users_kin_seq", owned_by<>>, create_schema<"app">, set_sequence_schema<"users_kin_seq", "app">> {};
#endif
struct history : chain<a, b> {};
static_assert(verify<history>::ok);
